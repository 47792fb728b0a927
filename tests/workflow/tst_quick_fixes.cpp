// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/problem_place.h"
#include "core/workflow/editing/quick_fixes.h"
#include "core/workflow/editing/team_lint.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestQuickFixes : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void fixes_data();
    void fixes();
    void offersNothing_data();
    void offersNothing();
    void theFirstIsTheLikeliest();
    void switchingOnComesBeforeForgetting();
    void everyFixIsHarmlessAnywhere();
    void placesOfProblems();
};

namespace {

Problems problemsOf(const TeamDraft &draft)
{
    return validateTeam(draft).problems + lintTeam(draft);
}

std::optional<Problem> firstOf(const Problems &problems, const QString &code)
{
    const auto found = std::ranges::find(problems, code, &Problem::code);
    return found == problems.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

void TestQuickFixes::fixes_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("which");
    const QByteArray fail = "{'field':'agent_a_result.x','operator':'equals','value':1}";
    QTest::newRow("W-06") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b'},{'agent_id':'a'}]}")
                          << u"W-06"_s << 0;
    QTest::newRow("W-08") << QByteArray("{'type':'sequential','agents':[{'agent_id':'a',"
                                        "'execution_order':2},{'agent_id':'b'}]}")
                          << u"W-08"_s << 0;
    QTest::newRow("W-09") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},{'agent_id':'b',"
        "'execution_order':1},{'agent_id':'c','execution_order':3}]}")
                          << u"W-09"_s << 0;
    const QByteArray wrongChain = "{'type':'pipeline','agents':[{'agent_id':'a'},{'agent_id':'b',"
                                  "'input':{'source':'agent_result','agent_id':'a'}},"
                                  "{'agent_id':'c','input':{'source':'agent_result',"
                                  "'agent_id':'a'}}]}";
    QTest::newRow("W-10 rewired") << wrongChain << u"W-10"_s << 0;
    QTest::newRow("W-10 sequential") << wrongChain << u"W-10"_s << 1;
    QTest::newRow("W-12") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'a'},{'agent_id':'b',"
        "'dependencies':['a']}]}")
                          << u"W-12"_s << 0;
    QTest::newRow("W-14 of one source")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a',"
                      "'input':{'source':'context_variable'}}]}")
        << u"W-14"_s << 0;
    QTest::newRow("W-14 of one among several")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a','input':{'source':'combined',"
                      "'sources':[{'type':'initial_prompt'},{'type':'agent_result'}]}}]}")
        << u"W-14"_s << 0;
    QTest::newRow("W-14 nothing combined")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a',"
                      "'input':{'source':'combined','sources':[]}}]}")
        << u"W-14"_s << 0;
    QTest::newRow("W-15 input") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a',"
        "'input':{'source':'agent_result','agent_id':'gone'}}]}")
                                << u"W-15"_s << 0;
    QTest::newRow("W-15 dependency")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a','dependencies':['gone']}]}")
        << u"W-15"_s << 0;
    QTest::newRow("W-15 condition in a group") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'b'},{'agent_id':'a','conditions':[{'any':["
        "{'field':'k','operator':'exists'},"
        "{'field':'agent_gone_result.x','operator':'exists'}]}]}]}")
                                               << u"W-15"_s << 0;
    QTest::newRow("W-15 feedback")
        << QByteArray("{'type':'sequential','agents':[{'agent_id':'a','feedback':{'to':'gone',"
                      "'max_iterations':2}}]}")
        << u"W-15"_s << 0;
    QTest::newRow("W-15 approval") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'}],'config':{'approval':{'before':['gone']}}}")
                                   << u"W-15"_s << 0;
    QTest::newRow("W-15 final result") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'}],'config':{'final_result':'agent:gone'}}")
                                       << u"W-15"_s << 0;
    QTest::newRow("W-16 input") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','input':{'source':'agent_result',"
        "'agent_id':'b'}},{'agent_id':'b','input':{'source':'agent_result','agent_id':'a'}}]}")
                                << u"W-16"_s << 0;
    QTest::newRow("W-16 condition")
        << "{'type':'conditional','agents':[{'agent_id':'s'},{'agent_id':'b','conditions':[" + fail
            + "]},{'agent_id':'a','dependencies':['b']}]}"
        << u"W-16"_s << 0;
    QTest::newRow("W-17 operator") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'b'},{'agent_id':'a','conditions':["
        "{'field':'k','operator':'rhymes'}]}]}")
                                   << u"W-17"_s << 0;
    QTest::newRow("W-17 in an approval") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'}],'config':{'approval':{'before':['a'],"
        "'auto_approve':[{'field':'','operator':'exists'}]}}}")
                                         << u"W-17"_s << 0;
    QTest::newRow("W-17 in a feedback") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},{'agent_id':'b',"
        "'execution_order':2,'feedback':{'to':'a','max_iterations':1,'conditions':["
        "{'field':'k','operator':'rhymes'}]}}]}")
                                        << u"W-17"_s << 0;
    QTest::newRow("W-18 timeout") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','timeout':0}]}")
                                  << u"W-18"_s << 0;
    for (const char *retry : { "'max_attempts':99", "'initial_delay':-1", "'backoff_factor':99",
             "'max_delay':-1", "'jitter':9", "'delay_seconds':[-1]", "'retry_on':['rain']" }) {
        QTest::newRow(retry) << QByteArray("{'type':'parallel','agents':[{'agent_id':'a',"
                                           "'retry_config':{")
                + retry + "}}]}"
                             << u"W-18"_s << 0;
    }
    QTest::newRow("W-18 rounds") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},{'agent_id':'b',"
        "'execution_order':2,'feedback':{'to':'a','max_iterations':0}}]}")
                                 << u"W-18"_s << 0;
    QTest::newRow("W-18 approval") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'}],'config':{'approval':{'before':['a'],"
        "'timeout_seconds':0}}}") << u"W-18"_s
                                   << 0;
    const QByteArray wrongOrder = "{'type':'sequential','agents':[{'agent_id':'a',"
                                  "'execution_order':1,'input':{'source':'agent_result',"
                                  "'agent_id':'b'}},{'agent_id':'b','execution_order':2}]}";
    QTest::newRow("W-19 moved") << wrongOrder << u"W-19"_s << 0;
    QTest::newRow("W-19 prompt") << wrongOrder << u"W-19"_s << 1;
    QTest::newRow("L-01") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','is_active':false},"
        "{'agent_id':'b','input':{'source':'agent_result','agent_id':'a'}}]}")
                          << u"L-01"_s << 1;
    QTest::newRow("L-02") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a',"
        "'input':{'source':'context_variable','variable_name':'topic'}}]}")
                          << u"L-02"_s << 0;
    QTest::newRow("L-03") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','execution_order':1},{'agent_id':'b',"
        "'execution_order':2,'feedback':{'to':'a'}}]}")
                          << u"L-03"_s << 0;
    QTest::newRow("L-04") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'a'},{'agent_id':'b','conditions':["
        "{'all':[{'field':'k','operator':'equals','value':1}]},"
        "{'field':'k','operator':'equals','value':2}]}]}")
                          << u"L-04"_s << 0;
    QTest::newRow("feedback has no place") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a'},{'agent_id':'b','feedback':{'to':'a',"
        "'max_iterations':1}}]}") << u"validation_error"_s
                                           << 0;
    QTest::newRow("negative order")
        << QByteArray("{'type':'sequential','agents':[{'agent_id':'a','execution_order':-3}]}")
        << u"validation_error"_s << 0;
    for (const char *config : { "'max_parallel':0", "'max_iterations':0", "'final_result':'best'",
             "'approval':{'before':[]}" }) {
        QTest::newRow(config) << QByteArray(
                                     "{'type':'parallel','agents':[{'agent_id':'a'}],'config':{")
                + config + "}}"
                              << u"validation_error"_s << 0;
    }
    QTest::newRow("tools mode") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','agent_config':{'tools_mode':'x'}}]}")
                                << u"validation_error"_s << 0;
}

/// The problem is there, the fix is offered, and then the problem is gone without another error.
void TestQuickFixes::fixes()
{
    QFETCH(const QByteArray, workflow);
    QFETCH(const QString, code);
    QFETCH(const int, which);
    const TeamReading reading = readTeam(workflow);
    QCOMPARE(findings(reading.problems), QStringList());
    const Problems before = problemsOf(reading.draft);
    const std::optional<Problem> problem = firstOf(before, code);
    QVERIFY2(problem, qPrintable(findings(before).join(u'\n')));
    const std::vector<QuickFix> fixes = quickFixes(reading.draft, *problem);
    QVERIFY(int(fixes.size()) > which);
    const Problems after = problemsOf(withQuickFix(reading.draft, fixes[std::size_t(which)]));
    QVERIFY2(!firstOf(after, code), qPrintable(findings(after).join(u'\n')));
    QVERIFY2(!hasErrors(after), qPrintable(findings(after).join(u'\n')));
}

void TestQuickFixes::offersNothing_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("code");
    QTest::newRow("W-01: nobody knows which agent")
        << QByteArray("{'type':'parallel','agents':[]}") << u"W-01"_s;
    QTest::newRow("W-15 in a template: the person's own text") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','input':{'source':'initial_prompt',"
        "'template':'{{agent.gone}}'}}]}") << u"W-15"_s;
    QTest::newRow("L-02 in a template") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','input':{'source':'initial_prompt',"
        "'template':'{{context.x}}'}}]}")
                                        << u"L-02"_s;
    QTest::newRow("W-16 in a template") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','input':{'source':'initial_prompt',"
        "'template':'{{agent.b}}'}},{'agent_id':'b','input':{'source':'initial_prompt',"
        "'template':'{{agent.a}}'}}]}") << u"W-16"_s;
}

void TestQuickFixes::offersNothing()
{
    QFETCH(const QByteArray, workflow);
    QFETCH(const QString, code);
    const TeamReading reading = readTeam(workflow);
    const std::optional<Problem> problem = firstOf(problemsOf(reading.draft), code);
    QVERIFY(problem);
    QVERIFY(quickFixes(reading.draft, *problem).empty());
}

void TestQuickFixes::theFirstIsTheLikeliest()
{
    TeamDraft draft = readTeam("{'type':'parallel','agents':[{'agent_id':'a'}]}").draft;
    draft.agentIds = { AgentId(u"a"_s), AgentId(u"x"_s), AgentId(u"a"_s) };
    for (const QString &code : { u"W-04"_s, u"W-05"_s }) {
        const std::optional<Problem> problem = firstOf(problemsOf(draft), code);
        QVERIFY(problem);
        const TeamDraft fixed = withQuickFix(draft, quickFixes(draft, *problem).front());
        QCOMPARE(fixed.agentIds, std::vector { AgentId(u"a"_s) });
    }
}

void TestQuickFixes::switchingOnComesBeforeForgetting()
{
    const TeamDraft draft
        = readTeam("{'type':'parallel','agents':[{'agent_id':'a','is_active':false},"
                   "{'agent_id':'b','input':{'source':'agent_result','agent_id':'a'}}]}")
              .draft;
    const std::optional<Problem> problem = firstOf(problemsOf(draft), u"L-01"_s);
    const std::vector<QuickFix> fixes = quickFixes(draft, *problem);
    QVERIFY(fixes.front().kind == QuickFix::Kind::SwitchOn);
    const TeamDraft fixed = withQuickFix(draft, fixes.front());
    QVERIFY(fixed.workflow.agents.front().isActive);
    QVERIFY(fixed.workflow.agents.back().input == draft.workflow.agents.back().input);
}

/// A fix of a team that has changed since is a step that does little, never a crash.
void TestQuickFixes::everyFixIsHarmlessAnywhere()
{
    const QStringList paths { {}, u"/"_s, u"/workflow_definition/agents/0"_s,
        u"/workflow_definition/agents/9/input/sources/3"_s,
        u"/workflow_definition/agents/0/conditions/7/all/2"_s,
        u"/workflow_definition/agents/0/dependencies/x"_s,
        u"/workflow_definition/agents/0/feedback/conditions/0"_s,
        u"/workflow_definition/config/approval/before/5"_s,
        u"/workflow_definition/agents/18446744073709551616"_s };
    const TeamDraft draft = readTeam("{'type':'pipeline','agents':[{'agent_id':'a'}]}").draft;
    for (int kind = 0; kind <= int(QuickFix::Kind::DropConditionsOn); ++kind) {
        for (const QString &path : paths) {
            const QuickFix fix { QuickFix::Kind(kind), AgentId(u"z"_s), AgentId(u"y"_s), path,
                u"k"_s };
            const bool removesTheOnlyOne = fix.kind == QuickFix::Kind::RemoveTwin
                && memberPosition(path) == std::optional<std::size_t>(0);
            QCOMPARE(withQuickFix(draft, fix).workflow.agents.empty(), removesTheOnlyOne);
            QVERIFY(withQuickFix(TeamDraft(), fix).workflow.agents.empty());
        }
    }
}

void TestQuickFixes::placesOfProblems()
{
    const QString path = u"/workflow_definition/agents/12/input/sources/0"_s;
    QCOMPARE(memberPosition(path), std::optional<std::size_t>(12));
    QCOMPARE(memberField(path), u"/input/sources/0"_s);
    QCOMPARE(memberField(u"/workflow_definition/agents/12"_s), QString());
    QVERIFY(!memberPosition(u"/workflow_definition/agents"_s));
    QVERIFY(!memberPosition(u"/workflow_definition/agents/first"_s));
    QVERIFY(!memberPosition(u"/name"_s));
    const TeamDraft draft = readTeam("{'type':'parallel','agents':[{'agent_id':'a'}]}").draft;
    Problem problem;
    problem.path = u"/workflow_definition/agents/0/role"_s;
    QCOMPARE(memberOf(draft.workflow, problem), AgentId(u"a"_s));
    problem.path = path;
    QVERIFY(memberOf(draft.workflow, problem).isEmpty());
}

QTEST_GUILESS_MAIN(TestQuickFixes)
#include "tst_quick_fixes.moc"
