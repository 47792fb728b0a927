// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/prompt_text.h"
#include "app/simulator/scenario/scenario_reader.h"
#include "core/model/error_codes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::sim;

class TestScenario : public QObject {
    Q_OBJECT

private slots:
    void smallestScenario();
    void everyMember();
    void problems_data();
    void problems();
    void allProblemsTogether();
    void notJson();
    void missingFile();
    void demoIsValid();
    void demoSubject_data();
    void demoSubject();
    void demoChoices_data();
    void demoChoices();
    void templates();
    void callCounting();
};

namespace {

Scenario demo()
{
    const Result<Scenario> scenario = loadScenario({});
    return scenario ? *scenario : Scenario {};
}

QString agentWith(const char *members)
{
    return QStringLiteral(R"({"version":1,"agents":[{"agent_id":"a","name":"A",%1}]})")
        .arg(QString::fromUtf8(members));
}

} // namespace

void TestScenario::smallestScenario()
{
    const auto scenario = parseScenario(
        R"({"version":1,"agents":[{"agent_id":"a","name":"A","responses":[{"steps":[]}]}]})", {});
    QVERIFY(scenario);
    QVERIFY(!scenario->auth.required());
    QVERIFY(!scenario->seed);
    QCOMPARE(scenario->agent({})->id, u"a"_s); // the first one is the default
    QCOMPARE(scenario->agent(u"b"_s), nullptr);
}

void TestScenario::everyMember()
{
    const auto scenario = parseScenario(R"json({"version":1,"name":"n","seed":9,
        "auth":{"bearer":"t","api_key":"pk_a:sk_b"},"ignore_after":"---","ignore_patterns":"^#.*$",
        "variables":[{"name":"v","patterns":["(x)"],"default":"d"}],
        "defaults":{"chars_per_second":10,"jitter":0,"first_token_ms":1,"model":"m","usage":"none",
            "settle_min_ms":1,"settle_max_ms":2,"stop_latency_ms":3,"announce_stop":false},
        "agents":[{"agent_id":"a","name":"A","is_default":true,"tools":["t1","t2"],
            "responses":[{"name":"r","when_prompt_contains":"q","call":1,"of_every":2,
                "worker_missing":true,"first_token_ms":5,"model":"other",
                "usage":{"input_tokens":1,"output_tokens":2,"cached_tokens":3},
                "steps":[{"text":["one","two"],"chars_per_second":7},{"reasoning":"hm"},
                    {"tool":{"name":"t","arguments":{"k":1},"result":{"r":2},"ms":4,"ok":false}},
                    {"pause_ms":5},{"llm_error":"e"},{"fail":"f"},{"hang":true}]},
              {"steps":[]}]}],
        "faults":[{"route":"start","kind":"status","status":503,"body":{"detail":"x"},"first":2}]})json",
        {});
    QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().message));
    QCOMPARE(scenario->seed, quint64(9));
    QCOMPARE(scenario->auth.apiKey, u"pk_a:sk_b"_s);
    QCOMPARE(scenario->defaults.usage.kind, ScriptedUsage::Kind::None);
    QVERIFY(!scenario->defaults.announceStop);
    const Response &response = scenario->agents.at(0).responses.at(0);
    QVERIFY(response.workerMissing);
    QCOMPARE(response.usage->cachedTokens, 3);
    QCOMPARE(response.steps.size(), 7);
    QCOMPARE(std::get<SayStep>(response.steps.at(0)).text, u"one\ntwo"_s);
    QVERIFY(!std::get<ToolStep>(response.steps.at(2)).ok);
    QCOMPARE(scenario->faults.at(0).body, QByteArray(R"({"detail":"x"})"));
}

void TestScenario::problems_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *path, const QString &json) {
        QTest::newRow(path) << json << QString::fromUtf8(path);
    };
    row("/version", u"{\"agents\":[]}"_s);
    row("/agents", u"{\"version\":1}"_s);
    row("/colour", u"{\"version\":1,\"colour\":1}"_s);
    row("/a~1b", u"{\"version\":1,\"a/b\":1}"_s);
    row("/seed", u"{\"version\":1,\"seed\":-1}"_s);
    row("/auth", u"{\"version\":1,\"auth\":3}"_s);
    row("/defaults/jitter", u"{\"version\":1,\"defaults\":{\"jitter\":2}}"_s);
    row("/defaults/settle_max_ms", u"{\"version\":1,\"defaults\":{\"settle_max_ms\":1}}"_s);
    row("/variables/0/patterns/0",
        u"{\"version\":1,\"variables\":[{\"name\":\"v\",\"patterns\":[\"(\"]}]}"_s);
    row("/variables/0/patterns/1",
        u"{\"version\":1,\"variables\":[{\"name\":\"v\",\"patterns\":[\"(a)\",\"b\"]}]}"_s);
    row("/ignore_patterns/0", u"{\"version\":1,\"ignore_patterns\":[\"(\"]}"_s);
    row("/agents/0/responses", agentWith(R"("responses":[{"call":1,"steps":[]}])"));
    row("/agents/0/tools", agentWith(R"("tools":[1],"responses":[{}])"));
    row("/agents/0/responses/0/steps/0", agentWith(R"("responses":[{"steps":[{"say":"x"}]}])"));
    row("/agents/0/responses/0/steps/1/chars_per_second",
        agentWith(R"("responses":[{"steps":[{"text":"x"},{"text":"x","chars_per_second":0}]}])"));
    row("/agents/0/responses/0/steps/0/tool/name",
        agentWith(R"("responses":[{"steps":[{"tool":{}}]}])"));
    row("/agents/0/responses/0/steps/0/tool/arguments",
        agentWith(R"("responses":[{"steps":[{"tool":{"name":"t","arguments":[]}}]}])"));
    row("/agents/0/responses/0/steps/0/hang",
        agentWith(R"("responses":[{"steps":[{"hang":false}]}])"));
    row("/agents/0/responses/0/of_every", agentWith(R"("responses":[{"of_every":2},{}])"));
    row("/agents/0/responses/0/usage", agentWith(R"("responses":[{"usage":"lots"}])"));
    row("/agents/0/responses/0/usage/input_tokens",
        agentWith(R"("responses":[{"usage":{"input_tokens":1.5}}])"));
    row("/agents/1/agent_id",
        u"{\"version\":1,\"agents\":[{\"agent_id\":\"a\",\"name\":\"A\",\"responses\":[{}]},"
        "{\"agent_id\":\"a\",\"name\":\"B\",\"responses\":[{}]}]}"_s);
    row("/faults/0/route",
        u"{\"version\":1,\"faults\":[{\"route\":\"moon\",\"kind\":\"drop\"}]}"_s);
    row("/faults/0/kind", u"{\"version\":1,\"faults\":[{\"route\":\"*\",\"kind\":\"x\"}]}"_s);
    row("/faults/0/first",
        u"{\"version\":1,\"faults\":[{\"route\":\"*\",\"kind\":\"drop\",\"first\":0}]}"_s);
}

void TestScenario::problems()
{
    QFETCH(QString, json);
    QFETCH(QString, path);
    const ScenarioReading reading = readScenario(Json::parse(json.toStdString()));
    QStringList paths;
    for (const Problem &problem : reading.problems) {
        paths.append(problem.path);
        QVERIFY(!problem.message.isEmpty());
    }
    QVERIFY2(paths.contains(path), qPrintable(paths.join(u' ')));
}

void TestScenario::allProblemsTogether()
{
    const auto scenario = parseScenario(
        R"({"version":1,"seed":"x","agents":[{"name":"A","responses":[{"steps":[{}]}]}]})",
        u"trial.json"_s);
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().code, QString::fromLatin1(code::ValidationError));
    const QString message = scenario.error().message;
    for (const auto &part : { u"trial.json"_s, u"/seed"_s, u"/agents/0/agent_id"_s,
             u"/agents/0/responses/0/steps/0"_s })
        QVERIFY2(message.contains(part), qPrintable(message));
}

void TestScenario::notJson()
{
    for (const QByteArray &bytes :
        { QByteArray("{"), QByteArray("[1]"), QByteArray("\xff"), QByteArray(100, '[') })
        QVERIFY(!parseScenario(bytes, u"x"_s));
}

void TestScenario::missingFile()
{
    const QTemporaryDir folder;
    const auto scenario = loadScenario(folder.filePath(u"none.json"_s));
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().code, QString::fromLatin1(code::FileUnreadable));
    QVERIFY(scenario.error().message.contains("none.json"_L1));
}

void TestScenario::demoIsValid()
{
    const auto scenario = loadScenario({});
    QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().message));
    for (const char *id :
        { "agt-researcher", "agt-analyst", "agt-reporter", "agt-architect", "agt-developer",
            "agt-tester", "agt-triage", "agt-technical", "agt-billing", "agt-follow-up" })
        QVERIFY2(scenario->agent(QString::fromLatin1(id)), id);
}

void TestScenario::demoSubject_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("subject");
    QTest::newRow("plain") << u"Electric bicycles in Brazil"_s << u"Electric bicycles in Brazil"_s;
    QTest::newRow("sentence") << u"Please analyse the market for heat pumps in Chile."_s
                              << u"heat pumps in Chile"_s;
    QTest::newRow("after instructions")
        << u"You are the Researcher of a team. Name the market for each.\n\nSolar roofs\n\n--- TEAM CONTEXT (x)\n{}"_s
        << u"Solar roofs"_s;
    QTest::newRow("from research")
        << u"Be brief.\n\n# Market research: Tea\n\n## Size\n\nLots."_s << u"Tea"_s;
    QTest::newRow("implementation")
        << u"# Implementation: A to-do list (revision 1)\n\ncode"_s << u"A to-do list"_s;
}

void TestScenario::demoSubject()
{
    QFETCH(QString, prompt);
    QFETCH(QString, subject);
    const Scenario scenario = demo();
    const TemplateValues values
        = templateValues(scenario, *scenario.agent(u"agt-analyst"_s), prompt, 1);
    QCOMPARE(values.value(u"subject"_s), subject);
}

void TestScenario::demoChoices_data()
{
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<int>("call");
    QTest::addColumn<QString>("response");
    const auto row = [](const char *tag, const char *agent, const char *prompt, int call,
                         const char *expected) {
        QTest::newRow(tag) << QString::fromUtf8(agent) << QString::fromUtf8(prompt) << call
                           << QString::fromUtf8(expected);
    };
    row("bikes", "agt-researcher", "Electric bicycles in Brazil", 1, "electric bicycles");
    row("other market", "agt-researcher", "Tea", 1, "any market");
    row("market sample", "agt-researcher", "Accounting software for small law firms", 1,
        "any market");
    row("photos", "agt-architect", "A program that finds duplicate photos", 1, "duplicate photos");
    row("photos, first code", "agt-developer",
        "You are the Developer of a software team. If there is feedback from the Tester, answer "
        "it.\n\n# Design: duplicate photos",
        1, "duplicate photos, revision 1");
    row("first code", "agt-developer", "# Design: x", 1, "any revision 1");
    row("after findings", "agt-developer", "# Design: x\n\nFeedback from agt-tester:\n…", 2,
        "any revision 2");
    row("test of 1", "agt-tester", "# Implementation: x (revision 1)", 1, "fail");
    row("test of 2", "agt-tester", "# Implementation: x (revision 2)", 2, "pass");
    row("unknown code, first", "agt-tester", "def f(): pass", 3, "fail first");
    row("unknown code, second", "agt-tester", "def f(): pass", 4, "pass then");
    row("closing app", "agt-triage",
        "You are Triage in a customer service team. \"billing\": invoices.\n\nSince yesterday's "
        "update the app closes every time I open my orders. I need them today!",
        1, "urgent technical");
    row("double charge", "agt-triage", "I was charged twice for my March invoice.", 1,
        "urgent billing");
    row("login", "agt-triage", "The login shows an error", 1, "technical");
    row("shipping", "agt-triage", "Do you also ship to Portugal?", 1, "other");
}

void TestScenario::demoChoices()
{
    QFETCH(QString, agent);
    QFETCH(QString, prompt);
    QFETCH(int, call);
    QFETCH(QString, response);
    const Scenario scenario = demo();
    const QString relevant = relevantPrompt(scenario, prompt);
    QCOMPARE(chooseResponse(*scenario.agent(agent), relevant, call).name, response);
}

void TestScenario::templates()
{
    const TemplateValues values { { u"a"_s, u"{{b}}"_s }, { u"b"_s, u"B"_s } };
    QCOMPARE(expand(u"{{a}} {{ b }} {{c}} {{"_s, values), u"{{b}} B {{c}} {{"_s);
    const Json json { { "k", { "{{b}}", 1, { { "x", "-{{b}}-" } } } } };
    QCOMPARE(canonicalJson(expand(json, values)), QByteArray(R"({"k":["B",1,{"x":"-B-"}]})"));
}

void TestScenario::callCounting()
{
    ScriptedAgent agent;
    Response second;
    second.name = u"second"_s;
    second.call = 2;
    Response rest;
    rest.name = u"rest"_s;
    agent.responses = { second, rest };
    QCOMPARE(chooseResponse(agent, {}, 1).name, u"rest"_s);
    QCOMPARE(chooseResponse(agent, {}, 2).name, u"second"_s);
    QCOMPARE(chooseResponse(agent, {}, 4).name, u"rest"_s);
    agent.responses.first().ofEvery = 2;
    QCOMPARE(chooseResponse(agent, {}, 4).name, u"second"_s);
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
