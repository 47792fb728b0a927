// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

const QString Chat = u"/v1/chat/completions"_s;
const QString Profile = u"openai"_s;

const QByteArray LookAndTell
    = R"([{"text":"Let me look."},{"tool":{"name":"find","arguments":{"q":"{{input}} über 🚲 and all the rest"}}},
        {"tool":{"name":"find","arguments":{"q":"more"}}},{"text":"It is done."}])";

Json user(const char *text)
{
    return { { "role", "user" }, { "content", text } };
}

Json request(Json messages, bool stream = true)
{
    Json json = Json::object();
    json["model"] = "agt-one";
    json["messages"] = std::move(messages);
    json["stream"] = stream;
    return json;
}

Json withTool(Json json, const char *name = "find")
{
    json["tools"]
        = Json::array({ { { "type", "function" }, { "function", { { "name", name } } } } });
    return json;
}

const Json &choice(const Json &json)
{
    return json.at("choices").at(0);
}

/// Text and arguments of a stream, put together as a client does.
struct Heard {
    QString text;
    QList<QString> names;
    QList<QString> arguments;
    QList<QString> ids;
    QString finish;
    Json usage;
    int chunks = 0;
};

Heard heard(const QList<Json> &events)
{
    Heard all;
    for (const Json &event : events) {
        if (event.is_discarded())
            continue; // [DONE]
        ++all.chunks;
        if (const Json *usage = memberAt(event, "usage"); usage && usage->is_object())
            all.usage = *usage;
        if (event.at("choices").empty())
            continue;
        const Json &delta = choice(event).at("delta");
        all.text += stringAt(delta, "content").value_or(QString());
        all.finish += stringAt(choice(event), "finish_reason").value_or(QString());
        const Json *calls = memberAt(delta, "tool_calls");
        for (const Json &call : calls ? *calls : Json::array()) {
            if (const auto id = stringAt(call, "id")) {
                all.ids += *id;
                all.names += *stringAt(call.at("function"), "name");
                all.arguments += QString();
            }
            all.arguments[call.at("index").get<int>()]
                += *stringAt(call.at("function"), "arguments");
        }
    }
    return all;
}

QString errorCode(const SimAnswer &answer)
{
    const Json *error = memberAt(answer.json, "error");
    return error ? stringAt(*error, "code").value_or(u"null"_s) : u"none"_s;
}

} // namespace

/// The profile of an OpenAI-compatible endpoint, over loopback.
class TestSimulatorOpenAi : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void models();
    void streamsWords();
    void answersInOnePiece();
    void usageOnlyWhenAskedFor();
    void ignoresTheUsageOption();
    void toolsEndAnAnswer();
    void oneToolAtATime();
    void toolsThatAreNotOfferedPass();
    void toldApartByTheirInstructions();
    void fitsSchemas();
    void cutsAtTheLimitOfTokens();
    void refusesWhatOpenAiRefuses_data();
    void refusesWhatOpenAiRefuses();
    void credentials();
    void providerErrors();
    void breaksOff();
    void faults_data();
    void faults();
    void busyWithRetryAfter();
    void noticesThatAClientHasLeft();
    void keepsABookOfRequests();
};

void TestSimulatorOpenAi::models()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])"), Profile);
    const Json list = sim.get(u"/v1/models"_s).json;
    QVERIFY(list.at("object") == "list");
    QVERIFY(list.at("data").at(0).at("id") == "sim-large");
    QVERIFY(list.at("data").at(1).at("id") == "agt-one");
    QVERIFY(sim.get(u"/v1/models/agt-one"_s).json.at("object") == "model");
    QCOMPARE(errorCode(sim.get(u"/v1/models/none"_s)), u"model_not_found"_s);
    QCOMPARE(sim.get(u"/v1/agents"_s).status, 404);
}

void TestSimulatorOpenAi::streamsWords()
{
    SimFixture sim(oneAgent(R"([{"reasoning":"Hm."},{"text":"Ein Café, {{input}}."}])"), Profile);
    const SimAnswer answer = sim.postJson(Chat, request({ user("bitte") }));
    QVERIFY(answer.contentType.startsWith("text/event-stream"));
    QVERIFY(answer.body.endsWith("data: [DONE]\n\n"));
    const QList<Json> events = eventsIn(answer.body);
    QVERIFY(choice(events.constFirst()).at("delta").at("role") == "assistant");
    QVERIFY(choice(events.at(1)).at("delta").at("reasoning_content") == "Hm.");
    const Heard all = heard(events);
    QCOMPARE(all.text, u"Ein Café, bitte."_s);
    QCOMPARE(all.finish, u"stop"_s);
    for (const Json &event : events.first(events.size() - 1))
        QVERIFY(event.at("object") == "chat.completion.chunk" && !event.contains("usage"));
}

void TestSimulatorOpenAi::answersInOnePiece()
{
    SimFixture sim(oneAgent(LookAndTell), Profile);
    const Json answer = sim.postJson(Chat, withTool(request({ user("now") }, false))).json;
    QVERIFY(answer.at("object") == "chat.completion");
    QVERIFY(choice(answer).at("finish_reason") == "tool_calls");
    QCOMPARE(choice(answer).at("message").at("tool_calls").size(), size_t(2));
    QVERIFY(answer.at("usage").at("prompt_tokens") > 0);
}

void TestSimulatorOpenAi::usageOnlyWhenAskedFor()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])", R"("seed":1,)"), Profile);
    Json asked = request({ user("now") });
    QVERIFY(heard(eventsIn(sim.postJson(Chat, asked).body)).usage.is_null());
    asked["stream_options"]["include_usage"] = true;
    const QList<Json> events = eventsIn(sim.postJson(Chat, asked).body);
    QVERIFY(events.constFirst().at("usage").is_null());
    const Heard all = heard(events);
    QVERIFY(all.usage.at("total_tokens")
        == all.usage.at("prompt_tokens").get<int>() + all.usage.at("completion_tokens").get<int>());
}

void TestSimulatorOpenAi::ignoresTheUsageOption()
{
    const QByteArray scenario
        = R"({"version":1,"defaults":{"usage":"none"},"agents":[{"agent_id":"agt-one","name":"One",
            "responses":[{"steps":[{"text":"Hi"}]}]}]})";
    SimFixture sim(scenario, Profile);
    Json asked = request({ user("now") });
    asked["stream_options"]["include_usage"] = true;
    const QList<Json> events = eventsIn(sim.postJson(Chat, asked).body);
    QVERIFY(!events.constFirst().contains("usage"));
    QVERIFY(heard(events).usage.is_null());
    QVERIFY(!sim.postJson(Chat, request({ user("now") }, false)).json.contains("usage"));
}

void TestSimulatorOpenAi::toolsEndAnAnswer()
{
    SimFixture sim(oneAgent(LookAndTell), Profile);
    const Heard first
        = heard(eventsIn(sim.postJson(Chat, withTool(request({ user("bikes") }))).body));
    QCOMPARE(first.text, u"Let me look."_s);
    QCOMPARE(first.finish, u"tool_calls"_s);
    QCOMPARE(first.names, QStringList({ u"find"_s, u"find"_s }));
    QCOMPARE(first.arguments,
        QStringList({ u"{\"q\":\"bikes über 🚲 and all the rest\"}"_s, u"{\"q\":\"more\"}"_s }));
    QVERIFY(first.chunks > 7); // arguments come in pieces

    Json calls = Json::array();
    Json messages = { user("bikes"), nullptr };
    for (qsizetype number = 0; number < first.ids.size(); ++number) {
        calls.push_back({ { "id", toJson(first.ids.at(number)) }, { "type", "function" },
            { "function",
                { { "name", "find" }, { "arguments", toJson(first.arguments.at(number)) } } } });
        messages.push_back({ { "role", "tool" }, { "tool_call_id", toJson(first.ids.at(number)) },
            { "content", "3" } });
    }
    messages[1]
        = { { "role", "assistant" }, { "content", "Let me look." }, { "tool_calls", calls } };
    const Heard second = heard(eventsIn(sim.postJson(Chat, withTool(request(messages))).body));
    QCOMPARE(second.text, u"It is done."_s);
    QCOMPARE(second.finish, u"stop"_s);
    messages.push_back({ { "role", "assistant" }, { "content", "It is done." } });
    const Heard beyond = heard(eventsIn(sim.postJson(Chat, withTool(request(messages))).body));
    QCOMPARE(beyond.text, QString());
    QCOMPARE(beyond.finish, u"stop"_s);
}

void TestSimulatorOpenAi::oneToolAtATime()
{
    SimFixture sim(oneAgent(LookAndTell), Profile);
    Json asked = withTool(request({ user("bikes") }));
    asked["parallel_tool_calls"] = false;
    QCOMPARE(heard(eventsIn(sim.postJson(Chat, asked).body)).names, QStringList { u"find"_s });
}

void TestSimulatorOpenAi::toolsThatAreNotOfferedPass()
{
    SimFixture sim(oneAgent(LookAndTell), Profile);
    const Heard other
        = heard(eventsIn(sim.postJson(Chat, withTool(request({ user("x") }), "read")).body));
    QCOMPARE(other.text, u"Let me look.It is done."_s);
    QCOMPARE(other.finish, u"stop"_s);
    Json none = withTool(request({ user("x") }));
    none["tool_choice"] = "none";
    QCOMPARE(heard(eventsIn(sim.postJson(Chat, none).body)).finish, u"stop"_s);
}

void TestSimulatorOpenAi::toldApartByTheirInstructions()
{
    const QByteArray scenario = R"({"version":1,"agents":[
        {"agent_id":"a","name":"A","model":"m","system_prompt":"You are A.","responses":[{"steps":[{"text":"A here"}]}]},
        {"agent_id":"b","name":"B","model":"m","system_prompt":"You are B.","responses":[
            {"call":1,"steps":[{"text":"B first"}]},{"steps":[{"text":"B later"}]}]}]})";
    SimFixture sim(scenario, Profile);
    const auto said = [&sim](const char *instructions) {
        Json asked = request({ { { "role", "system" }, { "content", instructions } }, user("x") });
        asked["model"] = "m";
        return heard(eventsIn(sim.postJson(Chat, asked).body)).text;
    };
    QCOMPARE(said("Well. You are B. Go."), u"B first"_s);
    QCOMPARE(said("You are B."), u"B later"_s);
    QCOMPARE(said("Whoever"), u"A here"_s);
}

void TestSimulatorOpenAi::fitsSchemas()
{
    SimFixture sim(oneAgent(R"([{"text":"Words"}])"), Profile);
    Json asked = request({ user("x") }, false);
    asked["response_format"] = Json::parse(R"({"type":"json_schema","json_schema":{"name":"a",
        "schema":{"type":"object","properties":{"s":{"type":"string"},"n":{"type":"integer","minimum":4},
        "f":{"type":"number"},"k":{"enum":["x"]},"l":{"type":"array","items":{"$ref":"#/$defs/i"}},
        "o":{"anyOf":[{"type":["null","string"]}]},"b":{"type":"boolean"},"c":{"const":9}},
        "$defs":{"i":{"type":"boolean"}}}}})");
    const Json answer = sim.postJson(Chat, asked).json;
    QCOMPARE(stringAt(choice(answer).at("message"), "content").value_or(QString()),
        u"{\"b\":true,\"c\":9,\"f\":0.5,\"k\":\"x\",\"l\":[true],\"n\":4,\"o\":null,\"s\":\"Words\"}"_s);
    SimFixture json(oneAgent(R"([{"text":"{\"own\":1}"}])"), Profile);
    QCOMPARE(stringAt(choice(json.postJson(Chat, asked).json).at("message"), "content")
                 .value_or(QString()),
        u"{\"own\":1}"_s);
}

void TestSimulatorOpenAi::cutsAtTheLimitOfTokens()
{
    SimFixture sim(oneAgent(R"([{"text":"0123456789abcdef"}])"), Profile);
    Json asked = request({ user("x") });
    asked["max_tokens"] = 2;
    const Heard all = heard(eventsIn(sim.postJson(Chat, asked).body));
    QCOMPARE(all.text, u"01234567"_s);
    QCOMPARE(all.finish, u"length"_s);
}

void TestSimulatorOpenAi::refusesWhatOpenAiRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row
        = [](const char *name, const QByteArray &body, const char *said, int status = 400) {
              QTest::newRow(name) << body << status << QString::fromLatin1(said);
          };
    const QByteArray hi = R"("messages":[{"role":"user","content":"Hi"}])";
    row("no JSON", "{", "could not parse");
    row("no object", "[]", "could not parse");
    row("no model", "{" + hi + "}", "model parameter");
    row("unknown model", R"({"model":"gone",)" + hi + "}", "does not exist", 404);
    row("no messages", R"({"model":"agt-one"})", "messages");
    row("empty", R"({"model":"agt-one","messages":[]})", "messages");
    row("role", R"({"model":"agt-one","messages":[{"role":"boss","content":"x"}]})", "role");
    row("lonely tool",
        R"({"model":"agt-one","messages":[{"role":"tool","tool_call_id":"x","content":"x"}]})",
        "preceding message");
    row("open call", R"({"model":"agt-one","messages":[{"role":"assistant","tool_calls":[{"id":"x",
        "function":{"name":"n","arguments":"{}"}}]},{"role":"user","content":"x"}]})",
        "must be followed");
    row("open call at the end",
        R"({"model":"agt-one","messages":[{"role":"assistant","tool_calls":[{"id":"x",
        "function":{"name":"n","arguments":"{}"}}]}]})",
        "must be followed");
    row("object arguments",
        R"({"model":"agt-one","messages":[{"role":"assistant","tool_calls":[{"id":"x",
        "function":{"name":"n","arguments":{}}}]},{"role":"tool","tool_call_id":"x","content":"x"}]})",
        "arguments as text");
    row("tool name", R"({"model":"agt-one","tools":[{"function":{"name":"a b"}}],)" + hi + "}",
        "tools");
    row("schema",
        R"({"model":"agt-one","response_format":{"type":"json_schema","json_schema":{}},)" + hi
            + "}",
        "response_format");
    row("stream options", R"({"model":"agt-one","stream_options":{},)" + hi + "}",
        "stream_options");
    row("temperature", R"({"model":"agt-one","temperature":3,)" + hi + "}", "temperature");
    row("max_tokens", R"({"model":"agt-one","max_tokens":0,)" + hi + "}", "max_tokens");
    row("too long",
        R"({"model":"agt-one","messages":[{"role":"user","content":[{"type":"text","text":")"
            + QByteArray(500, 'x') + R"("}]}]})",
        "maximum context length");
}

void TestSimulatorOpenAi::refusesWhatOpenAiRefuses()
{
    QFETCH(QByteArray, body);
    SimFixture sim(
        R"({"version":1,"defaults":{"context_tokens":100},"agents":[{"agent_id":"agt-one",
        "name":"One","responses":[{"steps":[{"text":"Hi"}]}]}]})",
        Profile);
    QNetworkAccessManager manager;
    QNetworkRequest post(sim.url(Chat));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(post, body));
    QTRY_VERIFY(reply->isFinished());
    QTEST(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), "status");
    const QByteArray answer = reply->readAll();
    QFETCH(QString, said);
    QVERIFY2(answer.contains(said.toUtf8()), answer.constData());
    QVERIFY(answer.contains("invalid_request_error"));
}

void TestSimulatorOpenAi::credentials()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])", R"("auth":{"bearer":"sk-right"},)"), Profile);
    QCOMPARE(sim.get(u"/v1/models"_s).status, 401);
    QCOMPARE(errorCode(sim.get(u"/v1/models"_s, { { "Authorization", "Bearer sk-wrong" } })),
        u"invalid_api_key"_s);
    QCOMPARE(sim.get(u"/v1/models"_s, { { "Authorization", "Bearer sk-right" } }).status, 200);
    QCOMPARE(sim.postJson(Chat, request({ user("x") })).status, 401);
}

void TestSimulatorOpenAi::providerErrors()
{
    SimFixture early(oneAgent(R"([{"llm_error":"Overloaded"}])"), Profile);
    QCOMPARE(early.postJson(Chat, request({ user("x") })).status, 500);
    SimFixture late(oneAgent(R"([{"text":"Half"},{"llm_error":"Overloaded"}])"), Profile);
    const QList<Json> events = eventsIn(late.postJson(Chat, request({ user("x") })).body);
    QVERIFY(events.constLast().at("error").at("message") == "Overloaded");
    QCOMPARE(late.postJson(Chat, request({ user("x") }, false)).status, 500);
}

void TestSimulatorOpenAi::breaksOff()
{
    SimFixture sim(oneAgent(R"([{"text":"Half"},{"fail":"gone"}])"), Profile);
    const SimAnswer cut = sim.postJson(Chat, request({ user("x") }));
    QCOMPARE(cut.error, QNetworkReply::RemoteHostClosedError);
    QCOMPARE(heard(eventsIn(cut.body)).text, u"Half"_s);
    QCOMPARE(sim.postJson(Chat, request({ user("x") }, false)).status, 0);
}

void TestSimulatorOpenAi::faults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("holds");
    const auto row = [](const char *kind, const QByteArray &holds, const QByteArray &more = "") {
        QTest::newRow(kind) << R"({"route":"chat","kind":")" + QByteArray(kind) + '"' + more + '}'
                            << holds;
    };
    row("status", "server_error");
    row("html", "502 Bad Gateway");
    row("malformed_line", "[DONE]", R"(,"after_events":1)");
    row("huge_event", QByteArray(2000, 'x'), R"(,"after_events":1,"bytes":2000)");
    row("invalid_utf8", "\xff\xfe", R"(,"after_events":1)");
    row("unknown_event", "moon_phase", R"(,"after_events":1)");
    row("error_event", "The provider broke", R"(,"after_events":1)");
    row("end_early", "\"role\"", R"(,"after_events":1)");
    row("cut", "data: ", R"(,"after_events":1)");
    row("delay", "[DONE]", R"(,"ms":20)");
}

void TestSimulatorOpenAi::faults()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, holds);
    SimFixture sim(
        oneAgent(R"([{"text":"Some words to say"}])", "\"faults\":[" + fault + "],"), Profile);
    const SimAnswer answer = sim.postJson(Chat, request({ user("x") }));
    QVERIFY2(answer.body.contains(holds), answer.body.constData());
}

void TestSimulatorOpenAi::busyWithRetryAfter()
{
    SimFixture sim(
        oneAgent(R"([{"text":"Hi"}])",
            R"("faults":[{"route":"chat","kind":"status","status":429,"retry_after":7,"first":1}],)"),
        Profile);
    QNetworkAccessManager manager;
    QNetworkRequest post(sim.url(Chat));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(post, QByteArray("{}")));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->rawHeader("Retry-After"), QByteArray("7"));
    QCOMPARE(sim.postJson(Chat, request({ user("x") })).status, 200);
}

void TestSimulatorOpenAi::noticesThatAClientHasLeft()
{
    SimFixture sim(
        oneAgent(
            R"([{"text":"Words and more words, and then some more of them.","chars_per_second":20}])"),
        Profile, 1);
    QNetworkAccessManager manager;
    QNetworkRequest post(sim.url(Chat));
    post.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    std::unique_ptr<QNetworkReply> reply(manager.post(post, canonicalJson(request({ user("x") }))));
    QTRY_VERIFY(reply->bytesAvailable() > 0);
    reply.reset();
    QTRY_VERIFY(sim.get(u"/_sim/runs"_s).json.at("runs").at(0).at("status") == "stopped");
    QVERIFY(sim.get(u"/_sim/ledger"_s).json.at("counts").at("stop") == 1);
}

void TestSimulatorOpenAi::keepsABookOfRequests()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])"), Profile);
    static_cast<void>(sim.postJson(Chat, request({ user("remember me") }, false)));
    const Json chats = sim.get(u"/_sim/chats"_s).json.at("chats");
    QVERIFY(chats.at(0).at("request").at("messages").at(0).at("content") == "remember me");
    QVERIFY(sim.get(u"/_sim/ledger"_s).json.at("counts").at("chat") == 1);
    QCOMPARE(sim.postJson(u"/_sim/reset"_s, Json::object()).status, 200);
    QVERIFY(sim.get(u"/_sim/chats"_s).json.at("chats").empty());
}

QTEST_GUILESS_MAIN(TestSimulatorOpenAi)
#include "tst_simulator_openai.moc"
