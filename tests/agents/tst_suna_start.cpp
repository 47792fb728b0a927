// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using renum::test::FakeAnswer;
using renum::test::FakeSuna;
using renum::test::finish;
using renum::test::quickTimings;

namespace {

using Kind = StartAnswer::Kind;

FakeAnswer json(const QByteArray &body, int status = 200)
{
    return { status, body, "application/json", FakeAnswer::End::Proper };
}

QString startRoute(SunaFamily family)
{
    return family == SunaFamily::V3 ? u"POST /agent/start"_s : u"POST /thread/t1/agent/start"_s;
}

RunRequest request()
{
    RunRequest request;
    request.agent = AgentId(u"a1"_s);
    request.prompt = u"Write notes.md"_s;
    request.modelName = u"kortix/basic"_s;
    request.thread = { ThreadId(u"t1"_s), ProjectId(u"p1"_s) };
    return request;
}

const QByteArray userRow = R"({"messages":[{"message_id":"1","type":"user","content":)"
                           R"({"role":"user","content":"Write notes.md"}}]})";

} // namespace

/// Starting a run: what is sent, and how sure the answer is (reliability §1.4).
class SunaStartTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void makesAThread();
    void startsOnV3();
    void startsOnV2a();
    void makesItsOwnThreadWhenNoneIsGiven();
    void knowsHowSureItIs_data();
    void knowsHowSureItIs();
    void failuresBeforeTheStartAreNoStarts_data();
    void failuresBeforeTheStartAreNoStarts();
    void looksUpAnUnnamedRun_data();
    void looksUpAnUnnamedRun();
    void doesNotAppendThePromptTwice_data();
    void doesNotAppendThePromptTwice();
    void aStopDuringTheStartLeavesItOpen();

private:
    SystemClock m_clock;
};

void SunaStartTest::makesAThread()
{
    FakeSuna suna;
    suna.on(u"POST /threads"_s,
        { json(R"({"thread_id":"t1","project_id":"p1"})"), json(R"({"id":"x"})"),
            json(R"({"detail":"Thread operation failed"})", 500) });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<ThreadRef> thread = finish(backend.prepareThread(u"Step \"1\""_s, {}));
    QVERIFY(thread);
    QCOMPARE(*thread, request().thread);
    const ServerRequest asked = suna.asked(u"POST /threads"_s).constFirst();
    QVERIFY(asked.header("Content-Type").startsWith("multipart/form-data; boundary="));
    QVERIFY(asked.body.contains("name=\"name\"\r\n\r\nStep \"1\"\r\n"));
    QCOMPARE(finish(backend.prepareThread({}, {})).error().code,
        QString::fromLatin1(code::SunaInvalidAnswer));
    const Result<ThreadRef> failed = finish(backend.prepareThread({}, {}));
    QCOMPARE(failed.error().code, QString::fromLatin1(code::SunaServerError));
    QVERIFY(failed.error().message.contains(u"Thread operation failed"_s));
}

void SunaStartTest::startsOnV3()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(u"POST /agent/start"_s,
        R"({"thread_id":"t1","agent_run_id":"r1","project_id":"p1","status":"running"})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const StartAnswer answer = finish(backend.startRun(request(), {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run, (RunRef { RunId(u"r1"_s), request().thread }));
    const QByteArray body = suna.asked(u"POST /agent/start"_s).constFirst().body;
    for (const char *field :
        { "\"thread_id\"\r\n\r\nt1", "\"project_id\"\r\n\r\np1", "\"prompt\"\r\n\r\nWrite notes.md",
            "\"agent_id\"\r\n\r\na1", "\"model_name\"\r\n\r\nkortix/basic" })
        QVERIFY2(body.contains(field), field);
    QCOMPARE(suna.count(u"POST /agent/start"_s), 1);
}

void SunaStartTest::startsOnV2a()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(u"POST /threads/t1/messages/add"_s, R"({"message_id":"1"})");
    suna.on(u"POST /thread/t1/agent/start"_s, R"({"agent_run_id":"r1","status":"running"})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const StartAnswer answer = finish(backend.startRun(request(), {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run, (RunRef { RunId(u"r1"_s), request().thread }));
    QCOMPARE(suna.asked(u"POST /threads/t1/messages/add"_s).constFirst().body,
        QByteArray(R"({"message":"Write notes.md"})"));
    QCOMPARE(suna.asked(u"POST /thread/t1/agent/start"_s).constFirst().body,
        QByteArray(R"({"agent_id":"a1","model_name":"kortix/basic","stream":true})"));
}

void SunaStartTest::makesItsOwnThreadWhenNoneIsGiven()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(u"POST /threads"_s, R"({"thread_id":"t1","project_id":"p1"})");
    suna.on(u"POST /agent/start"_s, R"({"agent_run_id":"r1","status":"running"})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    RunRequest bare;
    bare.prompt = u"Hello"_s;
    const StartAnswer answer = finish(backend.startRun(bare, {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run.thread, request().thread);
    const QByteArray body = suna.asked(u"POST /agent/start"_s).constFirst().body;
    QVERIFY(!body.contains("agent_id"));
    QVERIFY(!body.contains("model_name"));
}

void SunaStartTest::knowsHowSureItIs_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<FakeAnswer>("say");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("errorCode");
    const QByteArray limit = R"({"detail":{"message":"Maximum of 3","running_thread_ids":["a"],)"
                             R"("running_count":3,"limit":3}})";
    struct Row {
        const char *name;
        FakeAnswer say;
        Kind kind;
        const char *errorCode;
    };
    const auto html = [](int status) {
        return FakeAnswer { status, "<html>Bad", "text/html", FakeAnswer::End::Proper };
    };
    const QList<Row> rows {
        { "400", json(R"({"detail":"no"})", 400), Kind::Rejected, code::SunaInvalidRequest },
        { "F01 401", json(R"({"detail":"Invalid token"})", 401), Kind::Rejected,
            code::SunaUnauthorized },
        { "F07 402",
            json(R"({"detail":{"error_code":"INSUFFICIENT_CREDITS","message":"broke"}})", 402),
            Kind::Rejected, code::SunaPaymentRequired },
        { "F09 402 busy",
            json(R"({"detail":{"error_code":"AGENT_RUN_LIMIT_EXCEEDED","message":"x"}})", 402),
            Kind::Busy, code::SunaBusy },
        { "402 with a count", json(limit, 402), Kind::Busy, code::SunaBusy },
        { "F05 403", json(R"({"detail":{"message":"no","allowed_models":[]}})", 403),
            Kind::Rejected, code::SunaForbidden },
        { "404", json(R"({"detail":"Agent not found"})", 404), Kind::Rejected, code::SunaNotFound },
        { "408", json("{}", 408), Kind::Unknown, code::SunaServerError },
        { "409", json(R"({"detail":"pending"})", 409), Kind::Busy, code::SunaBusy },
        { "F11 422", json(R"({"detail":[{"loc":["body","prompt"],"msg":"Field required"}]})", 422),
            Kind::Rejected, code::SunaInvalidRequest },
        { "F08 429", json(limit, 429), Kind::Busy, code::SunaBusy },
        { "F12 500", json(R"({"detail":"Failed to start agent"})", 500), Kind::Unknown,
            code::SunaServerError },
        { "F12 500 text", { 500, "Internal Server Error", "text/plain", FakeAnswer::End::Proper },
            Kind::Unknown, code::SunaServerError },
        { "F12 502 HTML", html(502), Kind::Unknown, code::SunaServerError },
        { "F12 504 HTML", html(504), Kind::Unknown, code::SunaServerError },
        { "HTML instead of JSON", html(200), Kind::Unknown, code::SunaNotJson },
        { "invalid JSON", json("{\"agent_run_id\":"), Kind::Unknown, code::SunaNotJson },
        { "invalid UTF-8", json("{\"agent_run_id\":\"\xff\"}"), Kind::Unknown, code::SunaNotJson },
        { "JSON without a run", json("[]"), Kind::Unknown, code::SunaInvalidAnswer },
        { "F14 no answer", { 200, {}, {}, FakeAnswer::End::None }, Kind::Unknown,
            code::TotalTimeout },
        { "reset", { 200, "{", "application/json", FakeAnswer::End::Cut }, Kind::Unknown,
            code::ConnectionLost },
        { "redirect", { 307, {}, "text/plain", FakeAnswer::End::Proper }, Kind::Rejected,
            code::UnexpectedRedirect },
    };
    for (const SunaFamily family : { SunaFamily::V2a, SunaFamily::V3 }) {
        for (const Row &row : rows)
            QTest::addRow("%s %s", qPrintable(toString(family)), row.name)
                << family << row.say << row.kind << QString::fromLatin1(row.errorCode);
    }
}

void SunaStartTest::knowsHowSureItIs()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const FakeAnswer, say);
    FakeSuna suna(family);
    suna.on(u"POST /threads/t1/messages/add"_s, R"({"message_id":"1"})");
    suna.on(startRoute(family), { say });
    SunaTimings timings = quickTimings();
    if (say.end == FakeAnswer::End::None)
        timings.start = std::chrono::milliseconds(200);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, timings);
    const StartAnswer answer = finish(backend.startRun(request(), {}));
    QTEST(answer.kind, "kind");
    QTEST(answer.error.code, "errorCode");
    QVERIFY(answer.error.message.endsWith(u'.') || answer.error.args.contains(u"detail"_s));
    // Whatever happened: it was asked once.
    QCOMPARE(suna.count(startRoute(family)), 1);
}

void SunaStartTest::failuresBeforeTheStartAreNoStarts_data()
{
    QTest::addColumn<bool>("repeated");
    QTest::addColumn<FakeAnswer>("say");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("500") << false << json("{}", 500) << Kind::Rejected;
    QTest::newRow("429") << false << json("{}", 429) << Kind::Busy;
    QTest::newRow("400") << false << json("{}", 400) << Kind::Rejected;
    // The earlier start stays open as long as the thread cannot be looked at.
    QTest::newRow("repeated, 500") << true << json("{}", 500) << Kind::Unknown;
    QTest::newRow("repeated, F17 pending")
        << true << json(R"({"messages":[],"_pending":true})") << Kind::Unknown;
    QTest::newRow("repeated, F03 403") << true << json("{}", 403) << Kind::Rejected;
}

void SunaStartTest::failuresBeforeTheStartAreNoStarts()
{
    QFETCH(const bool, repeated);
    QFETCH(const FakeAnswer, say);
    FakeSuna suna(SunaFamily::V2a);
    suna.on(u"POST /threads/t1/messages/add"_s, { say });
    suna.on(u"GET /threads/t1/messages"_s, { say });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    RunRequest again = request();
    again.repeated = repeated;
    QTEST(finish(backend.startRun(again, {})).kind, "kind");
    QCOMPARE(suna.count(startRoute(SunaFamily::V2a)), 0);
}

void SunaStartTest::looksUpAnUnnamedRun_data()
{
    QTest::addColumn<QByteArray>("runs");
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("listed") << QByteArray(R"({"agent_runs":[{"id":"r2","status":"running"}]})")
                            << 200 << Kind::Bound;
    QTest::newRow("not listed yet")
        << QByteArray(R"({"agent_runs":[],"_pending":true})") << 200 << Kind::Unknown;
    QTest::newRow("list fails") << QByteArray("{}") << 500 << Kind::Unknown;
}

void SunaStartTest::looksUpAnUnnamedRun()
{
    QFETCH(const QByteArray, runs);
    QFETCH(const int, status);
    FakeSuna suna(SunaFamily::V3);
    suna.on(u"POST /agent/start"_s, R"({"thread_id":"t1","agent_run_id":null,"status":"pending"})");
    suna.on(u"GET /thread/t1/agent-runs"_s, runs, status);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const StartAnswer answer = finish(backend.startRun(request(), {}));
    QTEST(answer.kind, "kind");
    if (answer.kind == Kind::Bound)
        QCOMPARE(answer.run.run, RunId(u"r2"_s));
}

void SunaStartTest::doesNotAppendThePromptTwice_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<bool>("appends");
    for (const SunaFamily family : { SunaFamily::V2a, SunaFamily::V3 }) {
        QTest::addRow("%s there", qPrintable(toString(family))) << family << userRow << false;
        QTest::addRow("%s missing", qPrintable(toString(family)))
            << family << QByteArray(R"({"messages":[]})") << true;
    }
}

void SunaStartTest::doesNotAppendThePromptTwice()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QByteArray, messages);
    QFETCH(const bool, appends);
    FakeSuna suna(family);
    suna.on(u"GET /threads/t1/messages"_s, messages);
    suna.on(u"POST /threads/t1/messages/add"_s, R"({"message_id":"1"})");
    suna.on(startRoute(family), R"({"agent_run_id":"r1","status":"running"})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    RunRequest again = request();
    again.repeated = true;
    QCOMPARE(finish(backend.startRun(again, {})).kind, Kind::Bound);
    const bool inStart = suna.asked(startRoute(family)).constFirst().body.contains("Write notes");
    const bool added = suna.count(u"POST /threads/t1/messages/add"_s) > 0;
    QCOMPARE(inStart || added, appends);
    QCOMPARE(
        suna.asked(u"GET /threads/t1/messages"_s).constFirst().query.queryItemValue(u"optimized"_s),
        u"false"_s);
}

void SunaStartTest::aStopDuringTheStartLeavesItOpen()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(u"POST /agent/start"_s, { { 200, {}, {}, FakeAnswer::End::None } });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    std::stop_source stop;
    const auto result = std::make_shared<std::optional<StartAnswer>>();
    TaskScope scope;
    scope.start(test::storeResult(backend.startRun(request(), stop.get_token()), result));
    QTRY_COMPARE(suna.count(u"POST /agent/start"_s), 1);
    stop.request_stop();
    QTRY_VERIFY(result->has_value());
    QCOMPARE((*result)->kind, Kind::Unknown);
    QCOMPARE((*result)->error.code, QString::fromLatin1(code::UserCancelled));
}

Q_DECLARE_METATYPE(renum::StartAnswer::Kind)
QTEST_GUILESS_MAIN(SunaStartTest)
#include "tst_suna_start.moc"
