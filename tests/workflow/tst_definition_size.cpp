// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/workflow_codec.h"
#include "core/workflow/definition_size.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The size is that of the text, whatever the text is made of.
class TestDefinitionSize : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void sizes_data();
    void sizes();
    void texts_data();
    void texts();
};

void TestDefinitionSize::sizes_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::newRow("empty") << QByteArray("{'type':'parallel','agents':[]}");
    QTest::newRow("members") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'a','role':'leader','name':'A b',"
        "'execution_order':-12,'timeout':3600,'is_active':false,'position':{'x':-1.5,'y':1e300}},"
        "{'agent_id':'b','kind':'team','team_id':'t','execution_order':0},"
        "{'agent_id':'c','kind':'approval','execution_order':10}]}");
    QTest::newRow("inputs") << QByteArray(
        "{'type':'parallel','agents':[{'agent_id':'a','input':'initial_prompt'},"
        "{'agent_id':'b','input':{'source':'agent_result','agent_id':'a','include_context':false,"
        "'template':'x'}},{'agent_id':'c','input':{'source':'combined','sources':[]}},"
        "{'agent_id':'d','input':{'source':'combined','sources':[{'type':'initial_prompt'},"
        "{'type':'agent_result','agent_id':'a'},{'type':'context_variable',"
        "'variable_name':'k'}]}},{'agent_id':'e','input':{'source':'initial_prompt','more':1}}]}");
    QTest::newRow("conditions") << QByteArray(
        "{'type':'conditional','agents':[{'agent_id':'a','conditions':[{'field':'f','operator':"
        "'equals','value':{'deep':[1,2.5,null]},'ignore_case':true},{'any':[{'field':'g',"
        "'operator':'exists'}]},{'not':{'field':'h','operator':'exists'}}],"
        "'dependencies':['x','y']}]}");
    QTest::newRow("settings") << QByteArray(
        "{'type':'pipeline','agents':[{'agent_id':'a','agent_config':{'model_name':'m',"
        "'enable_thinking':true,'reasoning_effort':'low','instructions':'Do.',"
        "'output_schema':{'type':'object'},'tools_mode':'mcp'},'retry_config':{'max_attempts':3,"
        "'delay_seconds':[1,2.5],'retry_on':['network_error']},'feedback':{'to':'a',"
        "'conditions':[{'field':'k','operator':'exists'}],'max_iterations':2}}],"
        "'config':{'fail_fast':true,'approval':{'before':['a']}}}");
    QTest::newRow("unknown keys") << QByteArray(
        "{'type':'parallel','more':[1],'agents':[{'agent_id':'a','colour':'red'},{'agent_id':'b',"
        "'agent_config':{'x':1}}],'config':{'y':2}}");
}

void TestDefinitionSize::sizes()
{
    QFETCH(const QByteArray, workflow);
    const WorkflowDefinition definition = readTeam(workflow).draft.workflow;
    QCOMPARE(definitionBytes(definition), canonicalJson(toJson(definition)).size());
}

void TestDefinitionSize::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Write."_s;
    QTest::newRow("escaped") << u"\"\\/\b\f\n\r\t\x01\x1f\x7f !#"_s;
    QTest::newRow("nul") << QString(QChar(u'\0'));
    QTest::newRow("two bytes") << u"ação é"_s;
    QTest::newRow("three bytes") << u"€ \u2028 \uffff"_s;
    QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F600\U0001F680");
    QTest::newRow("half an emoji") << QString(u"a"_s + QChar(0xd83d) + u"b"_s);
    QTest::newRow("the other half") << QString(QChar(0xde00));
}

void TestDefinitionSize::texts()
{
    QFETCH(const QString, text);
    WorkflowDefinition definition;
    WorkflowAgent member;
    member.agentId = AgentId(text);
    member.name = text;
    member.config.instructions = text;
    definition.agents = { member, member };
    QCOMPARE(definitionBytes(definition), canonicalJson(toJson(definition)).size());
}

QTEST_GUILESS_MAIN(TestDefinitionSize)
#include "tst_definition_size.moc"
