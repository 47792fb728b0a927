// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/change_summary.h"
#include "core/workflow/editing/member_edits.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class tst_ChangeSummary : public QObject {
    Q_OBJECT

private slots:
    void theSameTeamHasNone();
    void membersComeAndGo();
    void fieldsAreNamedOncePerMember();
    void aNewOrderIsAMove();
    void placesOnTheCanvasAreNoChange();
    void fieldsOfTheTeam();
};

namespace {

TeamDraft someTeam()
{
    return validDraft("{'type':'sequential','agents':["
                      "{'agent_id':'a','name':'Anna','execution_order':1},"
                      "{'agent_id':'b','name':'Ben','execution_order':2},"
                      "{'agent_id':'c','name':'Cleo','execution_order':3}]}");
}

} // namespace

void tst_ChangeSummary::theSameTeamHasNone()
{
    QVERIFY(changeSummary(someTeam(), someTeam()).isEmpty());
}

void tst_ChangeSummary::membersComeAndGo()
{
    WorkflowAgent fresh;
    fresh.agentId = AgentId(u"d"_s);
    fresh.name = u"Dora"_s;
    const TeamDraft after = withMember(withoutMembers(someTeam(), { AgentId(u"c"_s) }), fresh);
    const ChangeSummary summary = changeSummary(someTeam(), after);
    QCOMPARE(summary.added, QStringList { u"Dora"_s });
    QCOMPARE(summary.removed, QStringList { u"Cleo"_s });
}

void tst_ChangeSummary::fieldsAreNamedOncePerMember()
{
    TeamDraft after = someTeam();
    after.workflow.agents[0].config.instructions = u"Look."_s;
    after.workflow.agents[0].role = u"reader"_s;
    after.workflow.agents[2].timeoutSeconds = 60;
    const ChangeSummary summary = changeSummary(someTeam(), after);
    QCOMPARE(summary.changed.size(), size_t(2));
    QCOMPARE(summary.changed[0].name, u"Anna"_s);
    QCOMPARE(summary.changed[0].fields, QStringList({ u"agent_config/instructions"_s, u"role"_s }));
    QCOMPARE(summary.changed[1].fields, QStringList { u"timeout"_s });
    QVERIFY(summary.moved.isEmpty());
}

void tst_ChangeSummary::aNewOrderIsAMove()
{
    const ChangeSummary summary
        = changeSummary(someTeam(), withMemberAt(someTeam(), AgentId(u"c"_s), 1));
    QCOMPARE(summary.moved, QStringList({ u"Cleo"_s, u"Ben"_s }));
    QVERIFY(summary.changed.empty());
}

void tst_ChangeSummary::placesOnTheCanvasAreNoChange()
{
    TeamDraft after = someTeam();
    after.workflow.agents[1].position = CanvasPosition { 10, 20 };
    after.workflow.extra["canvas"] = Json { { "notes", Json::array() } };
    const ChangeSummary summary = changeSummary(someTeam(), after);
    QVERIFY(summary.arranged);
    QVERIFY(summary.changed.empty());
    QVERIFY(summary.fields.isEmpty());
    QVERIFY(!summary.isEmpty());
}

void tst_ChangeSummary::fieldsOfTheTeam()
{
    TeamDraft after = someTeam();
    after.name = u"Other"_s;
    after.workflow.config.maxParallel = 3;
    QCOMPARE(changeSummary(someTeam(), after).fields,
        QStringList({ u"name"_s, u"workflow_definition/config/max_parallel"_s }));
}

QTEST_APPLESS_MAIN(tst_ChangeSummary)
#include "tst_change_summary.moc"
