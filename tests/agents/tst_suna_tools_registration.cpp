// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/support/running_task.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray scenario = R"({"version":1,"name":"t","agents":[
    {"agent_id":"a","name":"Ann","responses":[{"steps":[{"text":"x"}]}]}]})";
const AgentId ann(u"a"_s);

ToolServer server(const QString &name = u"renum1"_s)
{
    return { name, QUrl(u"https://tools.example/mcp/%1"_s.arg(name)),
        { u"get_team_info"_s, u"request_from_agent"_s } };
}

Json foreign(const char *name)
{
    Json config = Json::object();
    config["url"] = "https://other.example/sse";
    config["headers"] = { { "Authorization", "Bearer of the person" } };
    Json json = Json::object();
    json["name"] = name;
    json["type"] = "sse";
    json["config"] = config;
    json["enabledTools"] = Json::array({ "search", "open" });
    return json;
}

/// An answer to GET /agents/a.
QByteArray agentWith(const Json &mcps)
{
    return canonicalJson({ { "agent_id", "a" }, { "name", "Ann" }, { "custom_mcps", mcps } });
}

Json stored(const ToolServer &given)
{
    return { { "name", given.name.toStdString() },
        { "config", { { "url", given.url.toString().toStdString() } } },
        { "enabledTools", Json::array({ "get_team_info", "request_from_agent" }) } };
}

FakeAnswer ok(const Json &mcps)
{
    return { 200, agentWith(mcps), "application/json", FakeAnswer::End::Proper };
}

FakeAnswer failure(int status)
{
    return { status, R"({"detail":"no"})", "application/json", FakeAnswer::End::Proper };
}

class Fake {
public:
    explicit Fake(SunaFamily family = SunaFamily::V3)
        : suna(family)
        , backend({ suna.url(), "token", {} }, &clock, quickTimings())
    {
        suna.on(u"PUT /agents/a"_s, "{}");
    }
    [[nodiscard]] Result<ToolRegistration> add()
    {
        return finish(backend.registerTools(ann, server(), {}));
    }
    [[nodiscard]] Result<void> remove()
    {
        return finish(backend.unregisterTools(registrationOf(ann, server()), {}));
    }
    [[nodiscard]] Json sent() const
    {
        const QByteArray body = suna.asked(u"PUT /agents/a"_s).constLast().body;
        return Json::parse(body.begin(), body.end());
    }
    [[nodiscard]] qsizetype puts() const { return suna.count(u"PUT /agents/a"_s); }

    FakeSuna suna;
    SystemClock clock;
    SunaBackend backend;
};

/// A backend that has no such capability.
class PlainBackend final : public AgentBackend {
public:
    QString address() const override { return {}; }
    QCoro::Task<Result<BackendInfo>> probe(std::stop_token) override { co_return BackendInfo(); }
    QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token) override
    {
        co_return QList<AgentInfo>();
    }
    QCoro::Task<Result<ThreadRef>> prepareThread(QString, std::stop_token) override
    {
        co_return ThreadRef();
    }
    QCoro::Task<StartAnswer> startRun(RunRequest, std::stop_token) override
    {
        co_return StartAnswer();
    }
    QCoro::Task<Result<RunOutcome>> observeRun(RunRef, RunEventSink, std::stop_token) override
    {
        co_return RunOutcome();
    }
    QCoro::Task<Result<void>> stopRun(RunRef, std::stop_token) override
    {
        co_return Result<void>();
    }
    QCoro::Task<Result<Usage>> runUsage(RunRef, std::stop_token) override { co_return Usage(); }
    QCoro::Task<Result<QList<RunSummary>>> findRuns(ThreadRef, std::stop_token) override
    {
        co_return QList<RunSummary>();
    }
};

} // namespace

/// Giving an agent the team tools, and taking them away so that nothing is left behind.
class SunaToolsRegistrationTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void comesAndGoes_data() { profiles(); }
    void comesAndGoes();
    void leavesTheChangesOfOthers_data() { profiles(); }
    void leavesTheChangesOfOthers();
    void twoAtOnceKeepEachOther_data() { profiles(); }
    void twoAtOnceKeepEachOther();
    void saysThatItCan();

    void sendsTheWholeList();
    void changesNothingTwice();
    void sendsToolsThatAreMissingOnce();
    void repeatsWhatWasNotKept();
    void gaveUpReportsIt();
    void bearsFailures();
    void asksAgainAfterALostAnswer();
    void endsWithAnError_data();
    void endsWithAnError();
    void doesNotTakeANameOfOthers();
    void leavesAnEntryThatIsNotOurs();
    void aDeletedAgentHasNoTools();
    void neverReplacesWhatItCannotRead_data();
    void neverReplacesWhatItCannotRead();
    void refusesServers_data();
    void refusesServers();
    void stopsWhileItWaits();
    void backendMayGo();
    void registrationsAreStored();
    void otherBackendsSaySo();

private:
    static void profiles()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("V2a") << u"v2a"_s << u"/api"_s;
        QTest::newRow("V3") << u"v3"_s << u"/v1"_s;
    }
};

void SunaToolsRegistrationTest::comesAndGoes()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, prefix);
    const QString agent = prefix + u"/agents/a"_s;
    SimFixture sim(scenario, profile);
    SystemClock clock;
    SunaBackend backend({ sim.url({}), {}, {} }, &clock, quickTimings());
    const Json before = Json::array({ foreign("first"), foreign("second") });
    QCOMPARE(sim.putJson(agent, { { "custom_mcps", before } }).status, 200);
    const Json original = sim.get(agent).json.at("custom_mcps");
    for (int i = 0; i < 2; ++i) { // as if it had not been sure of the first time
        const Result<ToolRegistration> given = finish(backend.registerTools(ann, server(), {}));
        QVERIFY2(given, given ? "" : qPrintable(given.error().message));
        QVERIFY(*given == registrationOf(ann, server()));
    }
    const Json with = sim.get(agent).json;
    QCOMPARE(with.at("custom_mcps").size(), size_t(3));
    QCOMPARE(with.at("custom_mcps").at(0), original.at(0));
    QCOMPARE(with.at("custom_mcps").at(2).at("name"), Json("renum1"));
    QCOMPARE(with.at("custom_mcps").at(2).at("config").at("url"),
        Json("https://tools.example/mcp/renum1"));
    for (int i = 0; i < 2; ++i)
        QVERIFY(finish(backend.unregisterTools(registrationOf(ann, server()), {})));
    QCOMPARE(sim.get(agent).json.at("custom_mcps"), original);
    // The scenario's, the person's, and two changes by four calls; V2a makes two of each.
    const Json versions = sim.get(agent + u"/versions"_s).json;
    QCOMPARE(versions.size(), profile == "v3"_L1 ? size_t(4) : size_t(6));
}

void SunaToolsRegistrationTest::leavesTheChangesOfOthers()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, prefix);
    const QString agent = prefix + u"/agents/a"_s;
    SimFixture sim(scenario, profile);
    SystemClock clock;
    SunaBackend backend({ sim.url({}), {}, {} }, &clock, quickTimings());
    QVERIFY(finish(backend.registerTools(ann, server(), {})));
    Json entries = sim.get(agent).json.at("custom_mcps");
    for (Json &entry : entries) { // the person's program knows the spelling, too
        if (entry.contains("enabled_tools"))
            entry["enabledTools"] = entry["enabled_tools"];
    }
    entries.insert(entries.begin(), foreign("new"));
    const Json change { { "custom_mcps", entries }, { "replace_mcps", true },
        { "system_prompt", "Be kind." } };
    QCOMPARE(sim.putJson(agent, change).status, 200);
    const Json during = sim.get(agent).json.at("custom_mcps");
    QVERIFY(finish(backend.unregisterTools(registrationOf(ann, server()), {})));
    const Json after = sim.get(agent).json;
    QCOMPARE(after.at("custom_mcps"), Json::array({ during.at(0) }));
    QCOMPARE(after.at("system_prompt"), Json("Be kind."));
}

void SunaToolsRegistrationTest::twoAtOnceKeepEachOther()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, prefix);
    SimFixture sim(scenario, profile);
    SystemClock clock;
    SunaBackend backend({ sim.url({}), {}, {} }, &clock, quickTimings());
    const RunningTask first(backend.registerTools(ann, server(u"one"_s), {}));
    const RunningTask second(backend.registerTools(ann, server(u"two"_s), {}));
    const RunningTask third(backend.registerTools(ann, server(u"three"_s), {}));
    QTRY_VERIFY(first.done() && second.done() && third.done());
    QVERIFY(first.value() && second.value() && third.value());
    QCOMPARE(sim.get(prefix + u"/agents/a"_s).json.at("custom_mcps").size(), size_t(3));
}

void SunaToolsRegistrationTest::saysThatItCan()
{
    Fake fake;
    QVERIFY(finish(fake.backend.probe({}))->capabilities.teamTools);
}

void SunaToolsRegistrationTest::sendsTheWholeList()
{
    Fake fake;
    Json told = foreign("first");
    told["enabled_tools"] = told["enabledTools"];
    told.erase("enabledTools");
    const Json before = Json::array({ told, 7 });
    fake.suna.on(
        u"GET /agents/a"_s, { ok(before), ok(Json::array({ told, 7, stored(server()) })) });
    QVERIFY(fake.add());
    QCOMPARE(fake.puts(), 1);
    Json ours = stored(server());
    ours["type"] = "http";
    ours["customType"] = "http";
    QCOMPARE(fake.sent(),
        Json({ { "custom_mcps", Json::array({ foreign("first"), 7, ours }) },
            { "replace_mcps", true } }));
}

void SunaToolsRegistrationTest::changesNothingTwice()
{
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ stored(server()) })) });
    QVERIFY(fake.add());
    QCOMPARE(fake.puts(), 0);
    fake.suna.on(u"GET /agents/a"_s, { ok(Json()) }); // null: no list was ever stored
    QVERIFY(fake.remove());
    QCOMPARE(fake.puts(), 0);
}

void SunaToolsRegistrationTest::sendsToolsThatAreMissingOnce()
{
    Fake fake;
    Json forgetful = stored(server());
    forgetful["enabled_tools"] = Json::array();
    forgetful.erase("enabledTools");
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ forgetful })) });
    QVERIFY(fake.add());
    QCOMPARE(fake.puts(), 1);
    QCOMPARE(fake.sent().at("custom_mcps").size(), size_t(1));
}

void SunaToolsRegistrationTest::repeatsWhatWasNotKept()
{
    Fake fake;
    const Json with = Json::array({ foreign("first"), stored(server()) });
    fake.suna.on(u"GET /agents/a"_s, { ok(with), ok(with), ok(Json::array({ foreign("first") })) });
    QVERIFY(fake.remove());
    QCOMPARE(fake.puts(), 2);
    QCOMPARE(fake.sent().at("custom_mcps"), Json::array({ foreign("first") }));
}

void SunaToolsRegistrationTest::gaveUpReportsIt()
{
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ stored(server()) })) });
    const Result<void> removed = fake.remove();
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, QString::fromLatin1(code::TeamToolsNotStored));
    QCOMPARE(fake.puts(), 3);
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array()) });
    const Result<ToolRegistration> added = fake.add();
    QVERIFY(!added);
    QCOMPARE(added.error().code, QString::fromLatin1(code::TeamToolsNotStored));
}

void SunaToolsRegistrationTest::bearsFailures()
{
    Fake fake;
    const Json with = Json::array({ stored(server()) });
    fake.suna.on(
        u"GET /agents/a"_s, { failure(503), ok(Json::array()), ok(Json::array()), ok(with) });
    fake.suna.on(u"PUT /agents/a"_s, { failure(502), ok(with) });
    QVERIFY(fake.add());
    QCOMPARE(fake.puts(), 2);
}

void SunaToolsRegistrationTest::asksAgainAfterALostAnswer()
{
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array()), ok(Json::array({ stored(server()) })) });
    fake.suna.on(u"PUT /agents/a"_s,
        { FakeAnswer { 200, R"({"agent)", "application/json", FakeAnswer::End::Cut } });
    QVERIFY(fake.add());
    QCOMPARE(fake.puts(), 1); // it had been done
}

void SunaToolsRegistrationTest::endsWithAnError_data()
{
    QTest::addColumn<int>("get");
    QTest::addColumn<int>("put");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such agent") << 404 << 200 << u"suna_not_found"_s;
    QTest::newRow("of another account") << 200 << 404 << u"suna_not_found"_s;
    QTest::newRow("may not be changed") << 200 << 403 << u"suna_forbidden"_s;
    QTest::newRow("signed out") << 401 << 200 << u"suna_unauthorized"_s;
    QTest::newRow("broken for good") << 503 << 200 << u"suna_server_error"_s;
    QTest::newRow("broken for changes") << 200 << 500 << u"suna_server_error"_s;
}

void SunaToolsRegistrationTest::endsWithAnError()
{
    QFETCH(const int, get);
    QFETCH(const int, put);
    QFETCH(const QString, code);
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, { get == 200 ? ok(Json::array()) : failure(get) });
    fake.suna.on(u"PUT /agents/a"_s, { put == 200 ? ok(Json::array()) : failure(put) });
    const Result<ToolRegistration> added = fake.add();
    QVERIFY(!added);
    QCOMPARE(added.error().code, code);
}

void SunaToolsRegistrationTest::doesNotTakeANameOfOthers()
{
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ foreign("renum1") })) });
    const Result<ToolRegistration> added = fake.add();
    QVERIFY(!added);
    QCOMPARE(added.error().code, QString::fromLatin1(code::TeamToolsNameTaken));
    QCOMPARE(fake.puts(), 0);
}

void SunaToolsRegistrationTest::leavesAnEntryThatIsNotOurs()
{
    Fake fake;
    Json renamed = stored(server());
    renamed["name"] = "mine";
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ foreign("renum1"), renamed })) });
    QVERIFY(fake.remove());
    QCOMPARE(fake.puts(), 0);
}

void SunaToolsRegistrationTest::aDeletedAgentHasNoTools()
{
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, R"({"detail":"Worker not found"})", 404);
    QVERIFY(fake.remove());
    fake.suna.drop(u"GET /agents/a"_s); // the route, not the agent
    QVERIFY(!fake.remove());
}

void SunaToolsRegistrationTest::neverReplacesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no list") << QByteArray(R"({"agent_id":"a"})");
    QTest::newRow("an object") << QByteArray(R"({"custom_mcps":{"first":{}}})");
    QTest::newRow("a text") << QByteArray(R"({"custom_mcps":"[]"})");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no JSON") << QByteArray("<html>");
}

void SunaToolsRegistrationTest::neverReplacesWhatItCannotRead()
{
    QFETCH(const QByteArray, answer);
    Fake fake;
    fake.suna.on(u"GET /agents/a"_s, answer);
    QVERIFY(!fake.add());
    QVERIFY(!fake.remove());
    QCOMPARE(fake.puts(), 0);
}

void SunaToolsRegistrationTest::refusesServers_data()
{
    QTest::addColumn<int>("family");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *title, SunaFamily family, const char *name, const char *url,
                         const char *code) {
        QTest::newRow(title) << int(family) << QString::fromLatin1(name) << QString::fromLatin1(url)
                             << QString::fromLatin1(code);
    };
    const char *good = "https://tools.example/mcp";
    row("no name", SunaFamily::V3, "", good, code::ValidationError);
    row("a space", SunaFamily::V3, "team tools", good, code::ValidationError);
    row("an underscore", SunaFamily::V2a, "team_tools", good, code::ValidationError);
    row("a line break", SunaFamily::V2a, "tools\n", good, code::ValidationError);
    row("no address", SunaFamily::V2a, "tools", "", code::ValidationError);
    row("a file", SunaFamily::V2a, "tools", "file:///mcp", code::ValidationError);
    for (const char *host : { "localhost", "127.0.0.1", "127.9.9.9", "[::1]", "10.1.2.3",
             "172.20.0.1", "192.168.1.1", "169.254.1.1", "0.0.0.0", "[fd00::1]", "[fe80::1]",
             "[::ffff:192.168.1.1]", "a.localhost" }) {
        const QByteArray url = QByteArray("http://") + host + ":7000/mcp";
        row(host, SunaFamily::V3, "tools", url.constData(), code::TeamToolsUnreachable);
    }
    row("local, V2a calls it", SunaFamily::V2a, "tools", "http://127.0.0.1:7000/mcp", "");
    row("public", SunaFamily::V3, "tools", "http://203.0.113.7/mcp", "");
}

void SunaToolsRegistrationTest::refusesServers()
{
    QFETCH(const int, family);
    QFETCH(const QString, name);
    QFETCH(const QString, url);
    QFETCH(const QString, code);
    Fake fake { SunaFamily(family) };
    const ToolServer given { name, QUrl(url), { u"get_team_info"_s, u"request_from_agent"_s } };
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array()), ok(Json::array({ stored(given) })) });
    const Result<ToolRegistration> added = finish(fake.backend.registerTools(ann, given, {}));
    QCOMPARE(added ? QString() : added.error().code, code);
    QCOMPARE(fake.puts(), code.isEmpty() ? 1 : 0);
}

void SunaToolsRegistrationTest::stopsWhileItWaits()
{
    Fake fake;
    fake.suna.on(
        u"GET /agents/a"_s, { FakeAnswer { 200, {}, "application/json", FakeAnswer::End::None } });
    std::stop_source stopFirst;
    std::stop_source stopSecond;
    const RunningTask first(fake.backend.registerTools(ann, server(), stopFirst.get_token()));
    QTRY_COMPARE(fake.suna.count(u"GET /agents/a"_s), 1);
    const RunningTask second(
        fake.backend.registerTools(ann, server(u"two"_s), stopSecond.get_token()));
    const RunningTask third(fake.backend.registerTools(ann, server(u"three"_s), {}));
    stopSecond.request_stop(); // in the queue
    QTRY_VERIFY(second.done());
    QCOMPARE(second.value().error().code, QString::fromLatin1(code::UserCancelled));
    fake.suna.on(u"GET /agents/a"_s, { ok(Json::array({ stored(server(u"three"_s)) })) });
    QVERIFY(!third.done());
    stopFirst.request_stop(); // in the call
    QTRY_VERIFY(first.done());
    QCOMPARE(first.value().error().code, QString::fromLatin1(code::UserCancelled));
    QTRY_VERIFY(third.done()); // whose turn has come
    QVERIFY(third.value());
}

void SunaToolsRegistrationTest::backendMayGo()
{
    FakeSuna suna;
    SystemClock clock;
    suna.on(
        u"GET /agents/a"_s, { FakeAnswer { 200, {}, "application/json", FakeAnswer::End::None } });
    auto backend = std::make_unique<SunaBackend>(
        SunaConnection { suna.url(), "token", {} }, &clock, quickTimings());
    const RunningTask first(backend->registerTools(ann, server(), {}));
    QTRY_COMPARE(suna.count(u"GET /agents/a"_s), 1);
    const RunningTask second(backend->unregisterTools(registrationOf(ann, server()), {}));
    backend.reset();
    QTRY_VERIFY(first.done() && second.done());
    QCOMPARE(first.value().error().code, QString::fromLatin1(code::UserCancelled));
    QCOMPARE(second.value().error().code, QString::fromLatin1(code::UserCancelled));
}

void SunaToolsRegistrationTest::registrationsAreStored()
{
    const ToolRegistration registration = registrationOf(ann, server());
    const Json json = toJson(registration);
    QVERIFY(!canonicalJson(json).contains("tools.example"));
    QVERIFY(*toolRegistrationFromJson(json) == registration);
    for (const char *key : { "agent_id", "name", "url_sha256" }) {
        Json broken = json;
        broken[key] = 1;
        QVERIFY(!toolRegistrationFromJson(broken));
    }
}

void SunaToolsRegistrationTest::otherBackendsSaySo()
{
    PlainBackend backend;
    const Result<ToolRegistration> added = finish(backend.registerTools(ann, server(), {}));
    QCOMPARE(added.error().code, QString::fromLatin1(code::TeamToolsUnsupported));
    const Result<void> removed = finish(backend.unregisterTools(registrationOf(ann, server()), {}));
    QCOMPARE(removed.error().code, QString::fromLatin1(code::TeamToolsUnsupported));
}

QTEST_GUILESS_MAIN(SunaToolsRegistrationTest)
#include "tst_suna_tools_registration.moc"
