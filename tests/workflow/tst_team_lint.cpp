// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/editing/team_lint.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestTeamLint : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void finds_data();
    void finds();
    void anEmptyTeamIsClean();
    void contradictions_data();
    void contradictions();
};

void TestTeamLint::finds_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("found");
    QTest::newRow("clean") << QByteArray("{'type':'parallel','agents':[{'agent_id':'a'}]}")
                           << QString();
    QTest::newRow("L-01 waits for an inactive one")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a','is_active':false},"
                      "{'agent_id':'b','input':{'source':'agent_result','agent_id':'a'}},"
                      "{'agent_id':'c','dependencies':['b']}]}")
        << u"W L-01 /workflow_definition/agents/1, W L-01 /workflow_definition/agents/2"_s;
    QTest::newRow("L-01 not when others are left to read") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','is_active':false},"
        "{'agent_id':'b'},{'agent_id':'c','input':{'source':'combined','sources':["
        "{'type':'agent_result','agent_id':'a'},"
        "{'type':'agent_result','agent_id':'b'}]}}]}") << QString();
    QTest::newRow("L-01 not in a pipeline")
        << QByteArray("{'type':'pipeline','agents':[{'agent_id':'a','execution_order':1},"
                      "{'agent_id':'b','execution_order':2,'is_active':false,"
                      "'input':{'source':'agent_result','agent_id':'a'}},"
                      "{'agent_id':'c','execution_order':3,"
                      "'input':{'source':'agent_result','agent_id':'b'}}]}")
        << QString();
    QTest::newRow("L-01 waits for what can never begin")
        << QByteArray("{'type':'conditional','agents':[{'agent_id':'a'},{'agent_id':'b',"
                      "'conditions':[{'field':'k','operator':'equals','value':1},"
                      "{'field':'k','operator':'equals','value':2}]},"
                      "{'agent_id':'c','dependencies':['b']}]}")
        << u"W L-04 /workflow_definition/agents/1/conditions, "
           "W L-01 /workflow_definition/agents/2"_s;
    QTest::newRow("L-02 read before anyone")
        << QByteArray("{'type':'sequential','agents':[{'agent_id':'a','execution_order':1,"
                      "'input':{'source':'context_variable','variable_name':'topic'}},"
                      "{'agent_id':'b','execution_order':2,"
                      "'input':{'source':'context_variable','variable_name':'topic'}}]}")
        << u"W L-02 /workflow_definition/agents/0/input"_s;
    QTest::newRow("L-02 in a template, once a key")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a','input':"
                      "{'source':'initial_prompt','template':"
                      "'{{context.x}} {{context.x}} {{memory.y}} {{input}}'}}]}")
        << u"W L-02 /workflow_definition/agents/0/input, "
           "W L-02 /workflow_definition/agents/0/input"_s;
    QTest::newRow("L-02 not for what is there from the start")
        << QByteArray("{'type':'parallel','agents':[{'agent_id':'a','input':"
                      "{'source':'context_variable','variable_name':'initial_prompt'}}]}")
        << QString();
    QTest::newRow("L-03 loop") << QByteArray(
        "{'type':'pipeline','agents':[{'agent_id':'a','execution_order':1},"
        "{'agent_id':'b','execution_order':2,"
        "'input':{'source':'agent_result','agent_id':'a'},"
        "'feedback':{'to':'a','conditions':[]}}]}")
                               << u"W L-03 /workflow_definition/agents/1/feedback"_s;
    QTest::newRow("L-03 not with a limit")
        << QByteArray("{'type':'pipeline','agents':[{'agent_id':'a','execution_order':1},"
                      "{'agent_id':'b','execution_order':2,"
                      "'input':{'source':'agent_result','agent_id':'a'},"
                      "'feedback':{'to':'a','max_iterations':2}}]}")
        << QString();
}

void TestTeamLint::finds()
{
    QFETCH(const QByteArray, workflow);
    QFETCH(const QString, found);
    QCOMPARE(findings(lintTeam(validDraft(workflow))).join(u", "_s), found);
}

void TestTeamLint::anEmptyTeamIsClean()
{
    const TeamDraft empty;
    QVERIFY(lintTeam(empty).isEmpty());
}

void TestTeamLint::contradictions_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<bool>("never");
    const auto row = [](const char *name, const char *conditions, bool never) {
        QTest::newRow(name) << QByteArray(conditions) << never;
    };
    row("none", "[]", false);
    row("two values",
        "[{'field':'x','operator':'eq','value':1},{'field':'x','operator':'==','value':2}]", true);
    row("two fields",
        "[{'field':'x','operator':'eq','value':1},{'field':'y','operator':'eq','value':2}]", false);
    row("value and not it",
        "[{'field':'x','operator':'eq','value':'a'},{'field':'x','operator':'ne','value':'a'}]",
        true);
    row("case that does not matter",
        "[{'field':'x','operator':'eq','value':'a','ignore_case':true},"
        "{'field':'x','operator':'eq','value':'A','ignore_case':true}]",
        false);
    row("there and not",
        "[{'field':'x','operator':'exists'},{'field':'x','operator':'not_exists'}]", true);
    row("null is not there",
        "[{'field':'x','operator':'eq','value':null},{'field':'x','operator':'not_exists'}]",
        false);
    row("compared and not there",
        "[{'field':'x','operator':'gt','value':1},{'field':'x','operator':'not_exists'}]", true);
    row("empty range",
        "[{'field':'x','operator':'gt','value':5},{'field':'x','operator':'lt','value':4}]", true);
    row("one point left out",
        "[{'field':'x','operator':'gte','value':5},{'field':'x','operator':'lt','value':5}]", true);
    row("one point",
        "[{'field':'x','operator':'gte','value':5},{'field':'x','operator':'lte','value':5}]",
        false);
    row("value out of range",
        "[{'field':'x','operator':'eq','value':3},{'field':'x','operator':'gt','value':3}]", true);
    row("text is no number",
        "[{'field':'x','operator':'eq','value':'3'},{'field':'x','operator':'gt','value':1}]",
        true);
    row("one of none", "[{'field':'x','operator':'in','value':[]}]", true);
    row("within a group",
        "[{'all':[{'field':'x','operator':'eq','value':1},"
        "{'field':'x','operator':'eq','value':2}]}]",
        true);
    row("a choice",
        "[{'any':[{'field':'x','operator':'eq','value':1},"
        "{'field':'x','operator':'eq','value':2}]}]",
        false);
}

void TestTeamLint::contradictions()
{
    QFETCH(const QByteArray, conditions);
    QFETCH(const bool, never);
    Problems problems;
    const auto read = readConditions(json(conditions), u"/conditions"_s, problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(excludedField(read), never ? std::optional(u"x"_s) : std::nullopt);
}

QTEST_APPLESS_MAIN(TestTeamLint)
#include "tst_team_lint.moc"
