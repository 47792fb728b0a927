// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/draft_patch.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "core/workflow/editing/wire_edits.h"
#include "team_json.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

WorkflowAgent agent(const QString &id)
{
    WorkflowAgent member;
    member.agentId = AgentId(id);
    return member;
}

TeamDraft someTeam()
{
    return validDraft("{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},"
                      "{'agent_id':'b','execution_order':2},{'agent_id':'c','execution_order':3}],"
                      "'kept':{'by':'others'}}");
}

/// Whatever a person may do next.
class Person {
public:
    explicit Person(quint32 seed)
        : m_random(seed)
    {
    }

    TeamDraft edit(const TeamDraft &draft)
    {
        switch (m_random.bounded(9)) {
        case 0:
            return withMember(
                draft, agent(u"m%1"_s.arg(m_next++)), std::size_t(m_random.bounded(9)));
        case 1:
            return withoutMembers(draft, { anyone(draft), anyone(draft) },
                m_random.bounded(2) ? Healing::Join : Healing::None);
        case 2:
            return withMemberAt(draft, anyone(draft), std::size_t(m_random.bounded(9)));
        case 3:
            return withWire(draft, anyEnd(draft), anyEnd(draft));
        case 4:
            return withoutWire(draft, anyEnd(draft), anyEnd(draft));
        case 5:
            return convertStrategy(draft, WorkflowType(m_random.bounded(4))).draft;
        case 6:
            return withMemberBetween(
                draft, agent(u"m%1"_s.arg(m_next++)), anyEnd(draft), anyEnd(draft));
        case 7:
            return withAgentReplaced(
                draft, anyone(draft), AgentId(u"m%1"_s.arg(m_next++)), u"other"_s);
        default:
            return moved(draft);
        }
    }

private:
    AgentId anyone(const TeamDraft &draft)
    {
        const auto &agents = draft.workflow.agents;
        return agents.empty() ? AgentId(u"nobody"_s)
                              : agents.at(m_random.bounded(quint32(agents.size()))).agentId;
    }
    WireEnd anyEnd(const TeamDraft &draft)
    {
        switch (m_random.bounded(6)) {
        case 0:
            return { WireEnd::Kind::Prompt, {} };
        case 1:
            return { WireEnd::Kind::Result, {} };
        default:
            return { WireEnd::Kind::Member, anyone(draft) };
        }
    }
    TeamDraft moved(TeamDraft draft)
    {
        for (WorkflowAgent &member : draft.workflow.agents) {
            if (m_random.bounded(2))
                member.position = CanvasPosition { m_random.bounded(100.0), 0 };
        }
        draft.description = u"step %1"_s.arg(m_next++);
        return draft;
    }

    QRandomGenerator m_random;
    int m_next = 0;
};

QByteArray bytes(const TeamDraft &draft)
{
    return canonicalJson(toJson(draft));
}

} // namespace

class TestDraftPatch : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void nothingIsEmpty();
    void oneMember();
    void whatEveryoneSharesIsKeptApart();
    void reorderedMembers();
    void undoAllRedoAll_data();
    void undoAllRedoAll();
};

void TestDraftPatch::nothingIsEmpty()
{
    QVERIFY(DraftPatch::between(someTeam(), someTeam()).isEmpty());
}

void TestDraftPatch::oneMember()
{
    TeamDraft changed = someTeam();
    changed.workflow.agents.at(1).role = u"leader"_s;
    const DraftPatch patch = DraftPatch::between(someTeam(), changed);
    QVERIFY(!patch.isEmpty());
    // The others are untouched, whatever became of them since.
    TeamDraft other = someTeam();
    other.workflow.agents.at(0).role = u"member"_s;
    patch.apply(other);
    QCOMPARE(other.workflow.agents.at(1).role, u"leader"_s);
    QCOMPARE(other.workflow.agents.at(0).role, u"member"_s);
    patch.revert(other);
    QCOMPARE(other.workflow.agents.at(1).role, QString());
}

void TestDraftPatch::whatEveryoneSharesIsKeptApart()
{
    TeamDraft changed = someTeam();
    changed.name = u"New"_s;
    changed.workflow.config.maxIterations = 7;
    const DraftPatch patch = DraftPatch::between(someTeam(), changed);
    TeamDraft draft = someTeam();
    patch.apply(draft);
    QCOMPARE(draft, changed);
    patch.revert(draft);
    QCOMPARE(draft, someTeam());
}

void TestDraftPatch::reorderedMembers()
{
    TeamDraft changed = someTeam();
    std::swap(changed.workflow.agents.at(0), changed.workflow.agents.at(1));
    const DraftPatch patch = DraftPatch::between(someTeam(), changed);
    TeamDraft draft = someTeam();
    patch.apply(draft);
    QCOMPARE(draft, changed);
    patch.revert(draft);
    QCOMPARE(draft, someTeam());
}

void TestDraftPatch::undoAllRedoAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// A person does sixty things; undoing and redoing all of them gives the same bytes at every step.
void TestDraftPatch::undoAllRedoAll()
{
    QFETCH(const quint32, seed);
    constexpr int Steps = 60;
    Person person(seed);
    TeamDraft draft = someTeam();
    std::vector<DraftPatch> history;
    std::vector<QByteArray> states { bytes(draft) };
    for (int step = 0; step < Steps; ++step) {
        const TeamDraft next = person.edit(draft);
        history.push_back(DraftPatch::between(draft, next));
        history.back().apply(draft);
        QCOMPARE(bytes(draft), bytes(next));
        states.push_back(bytes(draft));
    }
    for (std::size_t i = history.size(); i-- > 0;) {
        history.at(i).revert(draft);
        QCOMPARE(bytes(draft), states.at(i));
    }
    for (std::size_t i = 0; i < history.size(); ++i) {
        history.at(i).apply(draft);
        QCOMPARE(bytes(draft), states.at(i + 1));
    }
}

QTEST_APPLESS_MAIN(TestDraftPatch)
#include "tst_draft_patch.moc"
