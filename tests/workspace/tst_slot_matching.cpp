// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/slot_matching.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

TeamTemplate templateOf(const QList<QPair<QString, QString>> &slotsAndRoles)
{
    TeamTemplate source;
    for (const auto &[slot, role] : slotsAndRoles)
        source.slotList.push_back({ slot, role, {}, {} });
    return source;
}

AgentInfo agent(const QString &id, const QString &name, const QString &description = {})
{
    AgentInfo info;
    info.id = AgentId(id);
    info.name = name;
    info.description = description;
    return info;
}

const TeamTemplate Market = templateOf({ { u"researcher"_s, u"Researcher"_s },
    { u"analyst"_s, u"Analyst"_s }, { u"reporter"_s, u"Reporter"_s } });
const TeamTemplate Service
    = templateOf({ { u"triage"_s, u"Triage"_s }, { u"technical"_s, u"Technical specialist"_s },
        { u"billing"_s, u"Billing specialist"_s }, { u"follow-up"_s, u"Follow-up"_s } });

} // namespace

class TestSlotMatching : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void namesAreMatchedWithoutRegardToCaseAndOrder()
    {
        const SlotMatch match = matchSlots(Market,
            { agent(u"3"_s, u"The REPORTER"_s), agent(u"1"_s, u"Market researcher"_s),
                agent(u"2"_s, u"analyst"_s), agent(u"4"_s, u"Chef"_s) });
        QCOMPARE(match.assigned.value(u"researcher"_s), AgentId(u"1"_s));
        QCOMPARE(match.assigned.value(u"analyst"_s), AgentId(u"2"_s));
        QCOMPARE(match.assigned.value(u"reporter"_s), AgentId(u"3"_s));
        QVERIFY(match.missing.isEmpty());
    }

    void specialistsAreToldApartByTheirSlot()
    {
        const SlotMatch match = matchSlots(Service,
            { agent(u"b"_s, u"Billing Specialist"_s), agent(u"t"_s, u"Technical Specialist"_s),
                agent(u"r"_s, u"Triage desk"_s), agent(u"f"_s, u"Customer follow up"_s) });
        QCOMPARE(match.assigned.value(u"technical"_s), AgentId(u"t"_s));
        QCOMPARE(match.assigned.value(u"billing"_s), AgentId(u"b"_s));
        QCOMPARE(match.assigned.value(u"triage"_s), AgentId(u"r"_s));
        QCOMPARE(match.assigned.value(u"follow-up"_s), AgentId(u"f"_s));
    }

    void aNameCountsMoreThanADescription()
    {
        const SlotMatch match = matchSlots(Market,
            { agent(u"1"_s, u"Helper"_s, u"Works like an analyst and a researcher"_s),
                agent(u"2"_s, u"Analyst"_s) });
        QCOMPARE(match.assigned.value(u"analyst"_s), AgentId(u"2"_s));
        QCOMPARE(match.assigned.value(u"researcher"_s), AgentId(u"1"_s));
        QCOMPARE(match.missing, QStringList { u"reporter"_s });
    }

    void oneAgentFillsOneSlot()
    {
        const SlotMatch match
            = matchSlots(Market, { agent(u"1"_s, u"Researcher, analyst and reporter"_s) });
        QCOMPARE(match.assigned.size(), 1);
        QCOMPARE(match.missing.size(), 2);
    }

    void withoutAgentsEverySlotIsMissing()
    {
        const QStringList all { u"researcher"_s, u"analyst"_s, u"reporter"_s };
        QCOMPARE(matchSlots(Market, {}).missing, all);
        QCOMPARE(matchSlots(Market, { agent(u"1"_s, u"..."_s) }).missing, all);
    }

    void theBestOfAllIsFirst()
    {
        const TemplateSlot place { u"Reporter"_s, u"writes reports"_s, {}, {} };
        const QList<RankedAgent> ranked = rankedAgents(place,
            { agent(u"1"_s, u"Helper"_s), agent(u"2"_s, u"Reporter"_s),
                agent(u"3"_s, u"Nurse"_s) });
        QCOMPARE(ranked.size(), 3);
        QCOMPARE(ranked[0].agent.id, AgentId(u"2"_s));
        QVERIFY(ranked[0].score > 0);
        QCOMPARE(ranked[1].score, 0);
        QCOMPARE(ranked[1].agent.id, AgentId(u"1"_s));
    }
};

QTEST_GUILESS_MAIN(TestSlotMatching)
#include "tst_slot_matching.moc"
