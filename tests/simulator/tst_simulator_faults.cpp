// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_plan.h"
#include "tests/simulator/sim_fixture.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// What goes wrong on purpose, and the admin view that tells of it.
class TestSimulatorFaults : public QObject {
    Q_OBJECT

private slots:
    void statusForTheFirst();
    void bodies();
    void onlyOneAgent();
    void dropBeforeAndAfter();
    void hangAnswersNothing();
    void delayedWorkIsDone();
    void nullRunId();
    void streamFaults_data();
    void streamFaults();
    void hugeEvent();
    void endingFaults_data();
    void endingFaults();
    void silentAndPingsOnly();
    void chancesFollowTheSeed();
    void authentication();
    void apiKeyCannotReadThreads();
    void ledger();
    void faultsAtRunTime();
    void reset();
    void slowReaderGetsEverything();
};

namespace {

QByteArray faults(const QByteArray &list)
{
    return R"("faults":[)" + list + "],";
}

const QByteArray Hello = R"([{"text":"Hello, this is a text of some length for a stream."}])";

SimAnswer start(SimFixture &sim, const QString &agent = {})
{
    return sim.postForm(
        u"/v1/agent/start"_s, { { u"prompt"_s, u"x"_s }, { u"agent_id"_s, agent } });
}

QString streamOf(const SimAnswer &answer)
{
    return u"/v1/agent-run/"_s + stringAt(answer.json, "agent_run_id").value_or(QString())
        + u"/stream"_s;
}

size_t runCount(SimFixture &sim)
{
    return sim.get(u"/_sim/runs"_s).json["runs"].size();
}

} // namespace

void TestSimulatorFaults::statusForTheFirst()
{
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"start","kind":"status","status":503,"body":{"detail":"busy"},)"
               R"("first":2,"skip":1})")));
    QCOMPARE(start(sim).status, 200);
    QCOMPARE(start(sim).status, 503);
    const SimAnswer second = start(sim);
    QCOMPARE(second.body, QByteArray(R"({"detail":"busy"})"));
    QCOMPARE(start(sim).status, 200);
    QCOMPARE(runCount(sim), 2U);
}

void TestSimulatorFaults::bodies()
{
    SimFixture sim(oneAgent(Hello,
        faults(
            R"({"route":"health","kind":"html"},{"route":"agents_list","kind":"truncate"},)"
            R"({"route":"billing","kind":"status","body":"oops","content_type":"text/plain"})")));
    const SimAnswer html = sim.get(u"/v1/health"_s); // F12
    QCOMPARE(html.status, 502);
    QCOMPARE(html.contentType, QByteArray("text/html"));
    const SimAnswer half = sim.get(u"/v1/agents"_s);
    QCOMPARE(half.status, 200);
    QVERIFY(half.json.is_discarded() && !half.body.isEmpty());
    const SimAnswer plain = sim.get(u"/v1/billing/account-state"_s);
    QCOMPARE(plain.status, 500);
    QCOMPARE(plain.body, QByteArray("oops"));
}

void TestSimulatorFaults::onlyOneAgent()
{
    SimFixture sim(
        QByteArray(R"({"version":1,"agents":[{"agent_id":"a","name":"A","responses":[{}]},)")
        + R"({"agent_id":"b","name":"B","responses":[{}]}],)"
        + R"("faults":[{"route":"start","kind":"status","status":500,"agent":"b"}]})");
    QCOMPARE(start(sim, u"a"_s).status, 200);
    QCOMPARE(start(sim, u"b"_s).status, 500);
}

void TestSimulatorFaults::dropBeforeAndAfter()
{
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"start","kind":"drop","first":1},)"
               R"({"route":"start","kind":"drop_after","skip":1,"first":1})")));
    const QString path = u"/v1/agent/start"_s;
    QCOMPARE(sim.sendOnce(path, "prompt=x"), QByteArray());
    QCOMPARE(runCount(sim), 0U);
    QCOMPARE(sim.sendOnce(path, "prompt=x"), QByteArray()); // F14: the answer is lost
    QCOMPARE(runCount(sim), 1U);
}

void TestSimulatorFaults::hangAnswersNothing()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"route":"agents_list","kind":"hang"})")));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, sim.port());
    socket.write("GET /v1/agents HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(sim.get(u"/_sim/faults"_s).json["faults"][0]["hit"].get<int>(), 1);
    QSignalSpy answered(&socket, &QTcpSocket::readyRead);
    QVERIFY(!answered.wait(200));
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(sim.postJson(u"/_sim/reset"_s, Json::object()).status, 200);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState); // cut
    QCOMPARE(socket.bytesAvailable(), 0);
}

void TestSimulatorFaults::delayedWorkIsDone()
{
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"agent_get","kind":"delay","ms":200},)"
               R"({"route":"start","kind":"delay","ms":150})")));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(sim.get(u"/v1/agents/agt-one"_s).status, 200);
    QVERIFY(timer.elapsed() >= 200);
    QNetworkAccessManager impatient;
    QNetworkRequest request(sim.url(u"/v1/agent/start"_s));
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
    QNetworkReply *reply = impatient.post(request, "prompt=x");
    // Once the server has seen the request, the client gives up.
    QTRY_COMPARE(sim.get(u"/_sim/faults"_s).json["faults"][1]["hit"].get<int>(), 1);
    reply->abort();
    reply->deleteLater();
    QTRY_COMPARE(runCount(sim), 1U);
}

void TestSimulatorFaults::nullRunId()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"route":"start","kind":"null_run_id"})")));
    const SimAnswer answer = start(sim); // F15
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json["agent_run_id"].is_null());
    QVERIFY(answer.json["thread_id"].is_string());
    QCOMPARE(runCount(sim), 1U);
}

void TestSimulatorFaults::streamFaults_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("F37 malformed line") << QByteArray("malformed_line") << QByteArray();
    QTest::newRow("F40 unknown type") << QByteArray("unknown_event") << QByteArray("moon_phase");
    QTest::newRow("invalid UTF-8") << QByteArray("invalid_utf8") << QByteArray("\xff\xfe");
}

void TestSimulatorFaults::streamFaults()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, bytes);
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"run_stream","kind":")" + kind + R"(","after_events":3,"first":1})")));
    const QString path = streamOf(start(sim));
    const QByteArray hit = sim.get(path).body;
    QVERIFY(hit.contains(bytes));
    int broken = 0;
    for (const Json &event : eventsIn(hit))
        broken += event.is_discarded() ? 1 : 0;
    QCOMPARE(broken, kind == "unknown_event" ? 0 : 1);
    // The stream goes on behind it, and the next one is whole.
    QCOMPARE(eventName(eventsIn(hit).constLast()), u"status=completed"_s);
    const qsizetype added = kind == "unknown_event" ? 2 : 1; // a type and a status type
    QCOMPARE(eventsIn(sim.get(path).body).size() + added, eventsIn(hit).size());
}

void TestSimulatorFaults::hugeEvent()
{
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"run_stream","kind":"huge_event","after_events":2,"bytes":20000000})")));
    const QList<Json> events = sim.events(streamOf(start(sim))); // F39
    QCOMPARE(events.at(2)["output"].get_ref<const std::string &>().size(), 20'000'000U);
    QCOMPARE(eventName(events.constLast()), u"status=completed"_s);
}

void TestSimulatorFaults::endingFaults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("proper");
    QTest::addColumn<int>("whole");
    QTest::newRow("F18 mid event") << QByteArray(R"("kind":"cut","after_events":4)") << false << 4;
    QTest::newRow("F18 between events")
        << QByteArray(R"("kind":"cut","after_events":4,"mid_event":false)") << false << 4;
    QTest::newRow("F18 no terminal event")
        << QByteArray(R"("kind":"end_early","after_events":2)") << true << 2;
}

void TestSimulatorFaults::endingFaults()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, proper);
    QFETCH(int, whole);
    SimFixture sim(oneAgent(Hello, faults(R"({"route":"run_stream","first":1,)" + fault + "}")));
    const QString path = streamOf(start(sim));
    const SimAnswer answer = sim.get(path);
    QCOMPARE(answer.error == QNetworkReply::NoError, proper);
    QCOMPARE(answer.body.count("\n\n"), whole);
    QCOMPARE(eventName(sim.events(path).constLast()), u"status=completed"_s);
}

void TestSimulatorFaults::silentAndPingsOnly()
{
    SimFixture sim(oneAgent(Hello,
        faults(R"({"route":"run_stream","kind":"silent","after_events":2,"first":1},)"
               R"({"route":"run_stream","kind":"pings_only","after_events":2,"skip":1,"first":1},)"
               R"({"route":"run_stream","kind":"error_event","after_events":2,"skip":2})")));
    const QString path = streamOf(start(sim));
    const auto silent = sim.open(path);
    QTRY_VERIFY(silent->bytesAvailable() > 0);
    QSignalSpy more(silent.get(), &QNetworkReply::readyRead);
    QVERIFY(!more.wait(300));
    QCOMPARE(eventsIn(silent->readAll()).size(), 2);
    for (const bool withError : { false, true }) { // F21
        const auto pinging = sim.open(path);
        QByteArray bytes;
        QTRY_VERIFY((bytes += pinging->readAll()).count("\"ping\"") >= 2);
        QCOMPARE(bytes.contains("\"type\": \"error\""), withError);
        QVERIFY(!bytes.contains("completed"));
    }
}

void TestSimulatorFaults::chancesFollowTheSeed()
{
    sim::Fault fault;
    fault.routes = { u"*"_s };
    fault.probability = 0.3;
    const auto hits = [&fault](quint64 seed) {
        sim::FaultPlan plan({ fault }, sim::Family::V3, sim::SeededRandom(seed));
        QString pattern;
        for (int request = 0; request < 1000; ++request)
            pattern += plan.hits({ u"start"_s }).isEmpty() ? u'.' : u'x';
        return pattern;
    };
    QCOMPARE(hits(1), hits(1));
    QVERIFY(hits(1) != hits(2));
    QVERIFY(std::abs(hits(1).count(u'x') - 300) < 60);
}

void TestSimulatorFaults::authentication()
{
    SimFixture sim(oneAgent(Hello, R"("auth":{"bearer":"good","api_key":"pk_a:sk_b"},)"));
    const auto text
        = [&sim](const QString &path, const QByteArray &name, const QByteArray &value) -> QString {
        const SimAnswer answer = sim.get(path, { { name, value } });
        return QString::number(answer.status) + u' '
            + stringAt(answer.json, "detail").value_or(QString());
    };
    const QString agents = u"/v1/agents"_s;
    QCOMPARE(sim.get(u"/v1/health"_s).status, 200);
    QCOMPARE(text(agents, "X-None", "1"), u"401 No valid authentication credentials found"_s);
    QCOMPARE(text(agents, "Authorization", "Bearer bad"), u"401 Invalid token signature"_s);
    QCOMPARE(text(agents, "Authorization", "Bearer good"), u"200 "_s);
    QCOMPARE(text(agents, "X-API-Key", "pk_a:sk_b"), u"200 "_s);
    QCOMPARE(text(agents, "X-API-Key", "pk_a:sk_c"), u"401 Invalid API key"_s);
    QCOMPARE(text(agents, "X-API-Key", "abc"),
        u"401 Invalid API key format. Expected format: pk_xxx:sk_xxx"_s);
    const QString stream = u"/v1/agent-run/none/stream"_s;
    QCOMPARE(text(stream, "X-None", "1"), u"401 Authentication required"_s);
    QCOMPARE(sim.get(stream + u"?token=good"_s).status, 404);
}

void TestSimulatorFaults::apiKeyCannotReadThreads()
{
    SimFixture sim(oneAgent(Hello, R"("auth":{"bearer":"good","api_key":"pk_a:sk_b"},)"));
    const SimAnswer refused
        = sim.get(u"/v1/threads/t/messages"_s, { { "X-API-Key", "pk_a:sk_b" } }); // F03
    QCOMPARE(refused.status, 403);
    QCOMPARE(
        refused.body, QByteArray(R"({"detail":"Authentication required for private threads"})"));
    QCOMPARE(sim.get(u"/v1/threads/t"_s, { { "Authorization", "Bearer good" } }).status, 404);
    SimFixture old(oneAgent(Hello, R"("auth":{"bearer":"good","api_key":"pk_a:sk_b"},)"), u"v2a"_s);
    QCOMPARE(old.get(u"/api/threads/t"_s, { { "X-API-Key", "pk_a:sk_b" } }).status, 404);
    QCOMPARE(old.get(u"/api/agents"_s, { { "Authorization", "Bearer bad" } }).body,
        QByteArray(R"({"detail":"Invalid token"})"));
}

void TestSimulatorFaults::ledger()
{
    SimFixture sim(oneAgent(Hello));
    const Json first = start(sim).json;
    const QString thread = stringAt(first, "thread_id").value_or(QString());
    QVERIFY(sim.get(u"/_sim/ledger"_s).json["duplicates"].empty());
    const SimAnswer again = sim.postForm(u"/v1/agent/start"_s, { { u"thread_id"_s, thread } });
    const QString run = u"/v1/agent-run/"_s + stringAt(first, "agent_run_id").value_or(QString());
    QCOMPARE(sim.postJson(run + u"/stop"_s, Json::object()).status, 200);
    const Json ledger = sim.get(u"/_sim/ledger"_s).json;
    QCOMPARE(ledger["counts"].dump(), R"({"message":1,"start":2,"stop":1,"thread":1})");
    QCOMPARE(ledger["entries"].size(), 5U);
    QCOMPARE(ledger["duplicates"].size(), 1U);
    const Json &duplicate = ledger["duplicates"][0];
    QCOMPARE(stringAt(duplicate, "thread_id"), thread);
    QCOMPARE(stringAt(duplicate, "prompt"), u"x"_s);
    QCOMPARE(duplicate["agent_run_ids"][1].dump(), again.json["agent_run_id"].dump());
    const Json runs = sim.get(u"/_sim/runs"_s).json["runs"];
    QCOMPARE(runs.size(), 2U);
    QCOMPARE(stringAt(runs[0], "status"), u"stopped"_s);
}

void TestSimulatorFaults::faultsAtRunTime()
{
    SimFixture sim(oneAgent(Hello));
    const Json one { { "route", "agents_list" }, { "kind", "status" }, { "status", 402 } };
    QCOMPARE(sim.postJson(u"/_sim/faults"_s, { { "faults", { one } } }).status, 200);
    QCOMPARE(sim.get(u"/v1/agents"_s).status, 402);
    const Json other { { "route", "health" }, { "kind", "html" } };
    const SimAnswer both
        = sim.postJson(u"/_sim/faults"_s, { { "mode", "add" }, { "faults", { other } } });
    QCOMPARE(both.json["faults"].size(), 2U);
    QCOMPARE(both.json["faults"][0]["hit"].get<int>(), 1);
    QCOMPARE(sim.postJson(u"/_sim/faults"_s, { { "faults", Json::array() } }).status, 200);
    QCOMPARE(sim.get(u"/v1/agents"_s).status, 200);

    const SimAnswer refused = sim.postJson(u"/_sim/faults"_s,
        { { "mode", "x" }, { "faults", { { { "route", "health" }, { "kind", "cut" } } } } });
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json["problems"].size(), 2U);
}

void TestSimulatorFaults::reset()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])",
        faults(R"({"route":"health","kind":"html","first":1})")));
    const SimAnswer first = start(sim);
    const auto stream = sim.open(streamOf(first));
    QTRY_VERIFY(stream->bytesAvailable() > 0);
    QCOMPARE(sim.get(u"/v1/health"_s).status, 502);
    QCOMPARE(sim.get(u"/v1/health"_s).status, 200);
    QCOMPARE(sim.postJson(u"/_sim/reset"_s, Json::object()).status, 200);
    QTRY_VERIFY(stream->isFinished());
    QCOMPARE(runCount(sim), 0U);
    QCOMPARE(sim.get(u"/v1/health"_s).status, 502); // counts start again
    QCOMPARE(start(sim).json["agent_run_id"].dump(), first.json["agent_run_id"].dump());
}

void TestSimulatorFaults::slowReaderGetsEverything()
{
    // About 10 MB of events: more than the sockets hold while the client reads slowly.
    SimFixture sim(oneAgent(R"([{"text":"{{input}}","chars_per_second":1e9}])"), u"v3"_s, 1e6);
    const QString prompt = u"0123456789"_s.repeated(100'000);
    const SimAnswer started = sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, prompt } });
    const auto reply = sim.open(streamOf(started));
    reply->setReadBufferSize(64 * 1024);
    QByteArray bytes;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] { bytes += reply->read(64 * 1024); });
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
    bytes += reply->readAll();
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QString text;
    for (const Json &event : eventsIn(bytes)) {
        if (eventName(event) == "assistant:chunk"_L1)
            text += stringAt(inner(event, "content"), "content").value_or(QString());
    }
    QCOMPARE(text.size(), prompt.size());
}

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulator_faults.moc"
