// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "core/workflow/editing/team_differences.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class tst_TeamDifferences : public QObject {
    Q_OBJECT

private slots:
    void theSameTeamHasNone();
    void fieldsOfTheTeamAreNamed();
    void fieldsOfMembersAreNamed();
    void membersComeAndGo();
    void anotherPlaceIsAMove();
    void fieldsMakeTheSameObjectAgain();
};

namespace {

TeamDraft someTeam()
{
    return validDraft("{'type':'sequential','agents':[{'agent_id':'a','execution_order':1,"
                      "'agent_config':{'instructions':'Look','unknown':{'x':1}}},"
                      "{'agent_id':'b','execution_order':2}],'config':{'final_result':'last'}}");
}

QStringList lines(const TeamDifferences &differences)
{
    static constexpr const char *Kinds[] = { "+", "-", "~", ">" };
    QStringList list;
    for (const TeamDifference &difference : differences) {
        list.append(QLatin1StringView(Kinds[static_cast<int>(difference.kind)]) + u' '
            + difference.member.toString() + u' ' + difference.field);
    }
    return list;
}

} // namespace

void tst_TeamDifferences::theSameTeamHasNone()
{
    QVERIFY(teamDifferences(someTeam(), someTeam()).empty());
}

void tst_TeamDifferences::fieldsOfTheTeamAreNamed()
{
    TeamDraft after = someTeam();
    after.name = u"Other"_s;
    after.workflow.config.failFast = true;
    after.workflow.config.finalResult.reset();
    after.config.stepTimeoutSeconds = 30;
    const TeamDifferences differences = teamDifferences(someTeam(), after);
    const QStringList expected { u"~  name"_s, u"~  team_config/step_timeout_seconds"_s,
        u"~  workflow_definition/config/fail_fast"_s,
        u"~  workflow_definition/config/final_result"_s };
    QCOMPARE(lines(differences), expected);
    QVERIFY(differences[1].before.is_null());
    QVERIFY(differences[1].after == 30);
    QVERIFY(differences[3].after.is_null());
}

void tst_TeamDifferences::fieldsOfMembersAreNamed()
{
    TeamDraft after = someTeam();
    after.workflow.agents[0].config.instructions = u"Look twice"_s;
    after.workflow.agents[0].config.extra["unknown"] = 2;
    after.workflow.agents[1].isActive = false;
    const QStringList expected { u"~ a agent_config/instructions"_s, u"~ a agent_config/unknown"_s,
        u"~ b is_active"_s };
    QCOMPARE(lines(teamDifferences(someTeam(), after)), expected);
}

void tst_TeamDifferences::membersComeAndGo()
{
    WorkflowAgent fresh;
    fresh.agentId = AgentId(u"c"_s);
    const TeamDraft after = withoutMembers(withMember(someTeam(), fresh), { AgentId(u"a"_s) });
    const QStringList list = lines(teamDifferences(someTeam(), after));
    QVERIFY(list.contains(u"+ c "_s));
    QCOMPARE(list.last(), u"- a "_s);
}

void tst_TeamDifferences::anotherPlaceIsAMove()
{
    const TeamDraft after = withMemberAt(someTeam(), AgentId(u"b"_s), 0);
    const QStringList expected { u"> b execution_order"_s, u"> a execution_order"_s };
    QCOMPARE(lines(teamDifferences(someTeam(), after)), expected);
}

void tst_TeamDifferences::fieldsMakeTheSameObjectAgain()
{
    const TeamDraft draft = someTeam();
    for (const WorkflowAgent &member : draft.workflow.agents) {
        const FieldValues fields = memberFields(member);
        Json json = toJson(draft);
        json["workflow_definition"]["agents"] = Json::array({ objectOfFields(fields) });
        QVERIFY(readTeamDraft(json).draft.workflow.agents.front() == member);
    }
}

QTEST_APPLESS_MAIN(tst_TeamDifferences)
#include "tst_team_differences.moc"
