// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/wire_offers.h"

#include <QRandomGenerator>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

/// What is offered for all ends at once is what is offered for each.
class tst_WireOffers : public QObject {
    Q_OBJECT

private slots:
    void sameAsOneByOne_data();
    void sameAsOneByOne();
    void hostileWorkflows();
};

namespace {

WireEnd endOf(int index, int members)
{
    if (index == 0)
        return { WireEnd::Kind::Prompt, {} };
    if (index == members + 1)
        return { WireEnd::Kind::Result, {} };
    return { WireEnd::Kind::Member, AgentId(QString::number(index)) };
}

TeamDraft randomTeam(WorkflowType type, QRandomGenerator &random)
{
    TeamDraft draft;
    draft.workflow.type = type;
    const int members = random.bounded(9);
    for (int i = 1; i <= members; ++i) {
        WorkflowAgent member;
        member.agentId = AgentId(QString::number(i));
        draft = withMember(std::move(draft), std::move(member));
    }
    for (int i = random.bounded(14); i > 0; --i)
        draft = withWire(std::move(draft), endOf(random.bounded(members + 2), members),
            endOf(random.bounded(members + 2), members));
    return draft;
}

QString describe(const WireOffer &offer)
{
    return u"%1 %2"_s.arg(int(offer.refusal)).arg(offer.isPossible() ? int(offer.meaning) : -1);
}

} // namespace

void tst_WireOffers::sameAsOneByOne_data()
{
    QTest::addColumn<WorkflowType>("type");
    QTest::newRow("sequential") << WorkflowType::Sequential;
    QTest::newRow("parallel") << WorkflowType::Parallel;
    QTest::newRow("pipeline") << WorkflowType::Pipeline;
    QTest::newRow("conditional") << WorkflowType::Conditional;
}

void tst_WireOffers::sameAsOneByOne()
{
    QFETCH(const WorkflowType, type);
    QRandomGenerator random(20261123);
    for (int round = 0; round < 150; ++round) {
        const WorkflowDefinition workflow = randomTeam(type, random).workflow;
        const int members = static_cast<int>(workflow.agents.size());
        for (int a = 0; a < members + 2; ++a) {
            const WireOffers from(workflow, endOf(a, members), WireOffers::Given::From);
            const WireOffers to(workflow, endOf(a, members), WireOffers::Given::To);
            for (int b = 0; b < members + 2; ++b) {
                const WireEnd other = endOf(b, members);
                QCOMPARE(describe(from.offer(other)),
                    describe(offerWire(workflow, endOf(a, members), other)));
                QCOMPARE(describe(to.offer(other)),
                    describe(offerWire(workflow, other, endOf(a, members))));
            }
        }
    }
}

void tst_WireOffers::hostileWorkflows()
{
    WorkflowDefinition workflow;
    workflow.type = WorkflowType::Parallel;
    const WireEnd gone { WireEnd::Kind::Member, AgentId(u"gone"_s) };
    const WireOffers offers(workflow, gone, WireOffers::Given::From);
    QVERIFY(offers.offer(gone).refusal == WireRefusal::WrongWay);
    // A circle that was there already.
    for (const QString &name : { u"1"_s, u"2"_s }) {
        WorkflowAgent member;
        member.agentId = AgentId(name);
        member.dependencies = { AgentId(name == u"1"_s ? u"2"_s : u"1"_s) };
        workflow.agents.push_back(member);
    }
    const WireOffers around(workflow, endOf(1, 2), WireOffers::Given::From);
    QVERIFY(around.offer(endOf(2, 2)).refusal == WireRefusal::Cycle);
}

QTEST_APPLESS_MAIN(tst_WireOffers)
#include "tst_wire_offers.moc"
