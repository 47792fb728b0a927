// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// Family V1 over loopback: what differs from V2a, after suna-api §3.2, §4.3, §6.1 and §10.2.
class TestSimulatorV1 : public QObject {
    Q_OBJECT

private slots:
    void detection();
    void knowsNoApiKeys();
    void oneShot();
    void keepsMessagesInSupabase();
    void answersInRanges();
    void refusesWithoutTheAnonKey();
    void refusesBadRows();
    void runsAFurtherTurn();
    void threadsOfSupabaseHaveNoSandbox();
    void replaysWithASyntheticEnd();
    void tellsUsageInALog();
    void tellsFeatureFlags();
};

namespace {

const SimFixture::Headers AnonKey { { "apikey", "anon" } };
const SimFixture::Headers AnonKeyAndRow { { "apikey", "anon" },
    { "Prefer", "return=representation" } };

QString textAt(const Json &json, const char *key)
{
    return stringAt(json, key).value_or(QString());
}

Json initiated(SimFixture &sim)
{
    return sim.postForm(u"/api/agent/initiate"_s, { { u"prompt"_s, u"Write notes.md"_s } }).json;
}

QString runOf(const Json &start)
{
    return u"/api/agent-run/"_s + textAt(start, "agent_run_id");
}

QString messagesOf(const Json &start)
{
    return u"/rest/v1/messages?thread_id=eq.%1&type=neq.cost&select=*&order=created_at.asc"_s.arg(
        textAt(start, "thread_id"));
}

void waitForTheEnd(SimFixture &sim, const Json &start)
{
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
}

} // namespace

void TestSimulatorV1::detection()
{
    SimFixture sim(oneAgent("[]"), u"v1"_s);
    QCOMPARE(stringAt(sim.get(u"/api/health"_s).json, "instance_id"), u"single"_s);
    const Json paths = sim.get(u"/openapi.json"_s).json["paths"];
    QVERIFY(paths.contains("/api/agent/initiate"));
    QVERIFY(paths.contains("/api/thread/{thread_id}/agent/start"));
    for (const char *missing : { "/api/threads", "/api/agent/start", "/rest/v1/messages" })
        QVERIFY2(!paths.contains(missing), missing);
    QCOMPARE(sim.get(u"/api/threads"_s).body, QByteArray(R"({"detail":"Not Found"})"));
}

void TestSimulatorV1::knowsNoApiKeys()
{
    const QByteArray auth = R"("auth":{"bearer":"jwt","api_key":"pk_1:sk_1"},)";
    SimFixture sim(oneAgent("[]", auth), u"v1"_s);
    const SimAnswer refused = sim.get(u"/api/agents"_s, { { "X-API-Key", "pk_1:sk_1" } }); // F02
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.body, QByteArray(R"({"detail":"No valid authentication credentials found"})"));
    QCOMPARE(sim.get(u"/api/agents"_s, { { "Authorization", "Bearer jwt" } }).status, 200);
}

void TestSimulatorV1::oneShot()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(R"([{"text":"Olá"}])"), u"v1"_s, 1, &clock);
    const Json start = initiated(sim);
    QCOMPARE(start.size(), 2U); // neither project nor status
    const QList<Json> live = sim.liveEvents(runOf(start) + u"/stream"_s, clock);
    QCOMPARE(eventName(live.constFirst()), u"status:thread_run_start"_s);
    QCOMPARE(eventName(live.constLast()), u"status=completed"_s);
    for (const Json &event : live) {
        QVERIFY(!event.contains("_event_id"));
        QVERIFY(eventName(event) != "assistant_response_end"_L1); // stored, not streamed
    }
    const Json runs = sim.get(u"/api/thread/%1/agent-runs"_s.arg(textAt(start, "thread_id"))).json;
    QCOMPARE(runs["agent_runs"].size(), 1U);
    QVERIFY(runs["agent_runs"][0].contains("started_at"));
}

void TestSimulatorV1::keepsMessagesInSupabase()
{
    SimFixture sim(oneAgent(R"([{"text":"Done."}])"), u"v1"_s);
    const Json start = initiated(sim);
    waitForTheEnd(sim, start);
    const SimAnswer answer = sim.get(messagesOf(start), AnonKey);
    QCOMPARE(answer.status, 200);
    QStringList types;
    for (const Json &row : answer.json) {
        if (textAt(row, "type") != "status"_L1)
            types += textAt(row, "type");
    }
    QCOMPARE(types, (QStringList { u"user"_s, u"assistant"_s, u"assistant_response_end"_s }));
    // F38: a user row holds JSON in a string, the others objects.
    QVERIFY(answer.json[0]["content"].is_string());
    QCOMPARE(textAt(inner(answer.json[0], "content"), "content"), u"Write notes.md"_s);
    QVERIFY(answer.json[1]["content"].is_object());
    QCOMPARE(sim.get(u"/rest/v1/messages?thread_id=eq.none"_s, AnonKey).body, QByteArray("[]"));
}

void TestSimulatorV1::answersInRanges()
{
    SimFixture sim(oneAgent(R"([{"text":"Done."}])"), u"v1"_s);
    const Json start = initiated(sim);
    waitForTheEnd(sim, start);
    const Json all = sim.get(messagesOf(start), AnonKey).json;
    const auto slice = [&](const QByteArray &range) {
        return sim.get(messagesOf(start), AnonKey + SimFixture::Headers { { "Range", range } });
    };
    QCOMPARE(slice("0-1").json.size(), 2U);
    QCOMPARE(slice("1-1").json[0].dump(), all[1].dump());
    QCOMPARE(slice("1-9999").json.size(), all.size() - 1);
    QCOMPARE(slice("5000-5999").body, QByteArray("[]"));
    const Json backwards = sim.get(messagesOf(start).replace(u".asc"_s, u".desc"_s), AnonKey).json;
    QCOMPARE(backwards[0].dump(), all[all.size() - 1].dump());
}

void TestSimulatorV1::refusesWithoutTheAnonKey()
{
    SimFixture sim(oneAgent("[]", R"("auth":{"bearer":"jwt"},)"), u"v1"_s);
    const SimAnswer bare = sim.get(u"/rest/v1/threads"_s);
    QCOMPARE(bare.status, 401);
    QVERIFY(textAt(bare.json, "message").contains("No API key"_L1));
    const SimAnswer stranger = sim.get(u"/rest/v1/threads"_s, AnonKey);
    QCOMPARE(stranger.status, 401);
    QCOMPARE(textAt(stranger.json, "code"), u"PGRST301"_s);
    QCOMPARE(sim.get(u"/rest/v1/threads"_s,
                    AnonKey + SimFixture::Headers { { "Authorization", "Bearer jwt" } })
                 .status,
        200);
}

void TestSimulatorV1::refusesBadRows()
{
    SimFixture sim(oneAgent("[]"), u"v1"_s);
    QCOMPARE(sim.postJson(u"/rest/v1/messages"_s, Json::array(), AnonKey).status, 400);
    const Json orphan { { "thread_id", "none" }, { "type", "user" }, { "content", "x" } };
    QCOMPARE(sim.postJson(u"/rest/v1/messages"_s, orphan, AnonKey).status, 409);
}

void TestSimulatorV1::runsAFurtherTurn()
{
    SimFixture sim(oneAgent(R"([{"text":"You said {{input}}."}])"), u"v1"_s);
    const Json start = initiated(sim);
    waitForTheEnd(sim, start);
    const Json row { { "thread_id", textAt(start, "thread_id").toStdString() }, { "type", "user" },
        { "is_llm_message", true }, { "content", R"({"role":"user","content":"Again"})" } };
    const SimAnswer added = sim.postJson(u"/rest/v1/messages"_s, row, AnonKeyAndRow);
    QCOMPARE(added.status, 201);
    QVERIFY(!textAt(added.json[0], "message_id").isEmpty());
    QVERIFY(sim.postJson(u"/rest/v1/messages"_s, row, AnonKey).body.isEmpty());
    const Json again = sim.postJson(u"/api/thread/%1/agent/start"_s.arg(textAt(start, "thread_id")),
                              Json::object())
                           .json;
    waitForTheEnd(sim, again);
    const Json all = sim.get(messagesOf(start), AnonKey).json;
    QString last;
    for (const Json &message : all) {
        if (textAt(message, "type") == "assistant"_L1)
            last = textAt(message["content"], "content");
    }
    QCOMPARE(last, u"You said Again."_s);
}

void TestSimulatorV1::threadsOfSupabaseHaveNoSandbox()
{
    SimFixture sim(oneAgent("[]"), u"v1"_s);
    const Json made = sim.postJson(u"/rest/v1/threads"_s, Json::object(), AnonKeyAndRow).json;
    const QString thread = textAt(made[0], "thread_id");
    const SimAnswer refused
        = sim.postJson(u"/api/thread/%1/agent/start"_s.arg(thread), Json::object()); // F12
    QCOMPARE(refused.status, 500);
    QVERIFY(refused.body.contains("Failed to initialize sandbox: 404"));
    QCOMPARE(textAt(sim.get(u"/rest/v1/threads"_s, AnonKey).json[0], "thread_id"), thread);
}

void TestSimulatorV1::replaysWithASyntheticEnd()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"fail":"boom"}])"), u"v1"_s);
    const Json start = initiated(sim);
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"failed"_s);
    const QList<Json> replay = sim.events(runOf(start) + u"/stream"_s); // F25, F31
    QCOMPARE(eventName(replay.constFirst()), u"status:thread_run_start"_s);
    QCOMPARE(eventName(replay.at(replay.size() - 2)), u"status=error"_s);
    QCOMPARE(
        canonicalJson(replay.constLast()), QByteArray(R"({"status":"completed","type":"status"})"));
}

void TestSimulatorV1::tellsUsageInALog()
{
    SimFixture sim(oneAgent(R"([{"text":"x"}])"), u"v1"_s);
    const Json start = initiated(sim);
    waitForTheEnd(sim, start);
    const Json log = sim.get(u"/api/billing/usage-logs?page=0&items_per_page=10"_s).json;
    QCOMPARE(log["logs"].size(), 1U);
    QCOMPARE(textAt(log["logs"][0], "thread_id"), textAt(start, "thread_id"));
    QVERIFY(log["logs"][0]["content"]["usage"]["prompt_tokens"].get<int>() > 0);
    QVERIFY(log["logs"][0]["estimated_cost"].get<double>() > 0);
    QCOMPARE(log["has_more"].get<bool>(), false);
    QVERIFY(sim.get(u"/api/billing/usage-logs?page=1"_s).json["logs"].empty());
    QCOMPARE(sim.get(u"/api/billing/usage-logs?items_per_page=1001"_s).status, 400);
    QCOMPARE(sim.get(u"/api/billing/check-status"_s).json["can_run"].get<bool>(), true);
    QCOMPARE(textAt(sim.get(u"/api/billing/subscription"_s).json, "plan_name"), u"free"_s);
    const Json models = sim.get(u"/api/billing/available-models"_s).json;
    QCOMPARE(textAt(models["models"][0], "short_name"), u"claude-sonnet-4-20250514"_s);
}

void TestSimulatorV1::tellsFeatureFlags()
{
    SimFixture sim(oneAgent("[]"), u"v1"_s);
    QCOMPARE(sim.get(u"/api/feature-flags"_s).json["flags"]["custom_agents"].get<bool>(), true);
    QCOMPARE(sim.get(u"/api/feature-flags/never_set"_s).json["enabled"].get<bool>(), false);
}

QTEST_GUILESS_MAIN(TestSimulatorV1)
#include "tst_simulator_v1.moc"
