// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_errors.h"
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

FakeAnswer json(const QByteArray &body, int status = 200)
{
    return { status, body, "application/json", FakeAnswer::End::Proper };
}

FakeAnswer run(const char *status)
{
    return json(QByteArray(R"({"id":"r1","threadId":"t1","status":")") + status + "\"}");
}

FakeAnswer agents(int first, int count)
{
    Json list = Json::array();
    for (int i = first; i < first + count; ++i) {
        Json agent = Json::object();
        agent["agent_id"] = "a" + std::to_string(i);
        list.push_back(agent);
    }
    Json answer = Json::object();
    answer["agents"] = list;
    return json(canonicalJson(answer));
}

const RunRef theRun { RunId(u"r1"_s), { ThreadId(u"t1"_s), ProjectId(u"p1"_s) } };

} // namespace

/// Lists, stops, usage and the meaning of every error answer.
class SunaCallsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void listsAgentsPageByPage_data();
    void listsAgentsPageByPage();
    void listsRuns();
    void stopsARun_data();
    void stopsARun();
    void sumsUsageOfAStoppedRun();
    void readsErrorDetails_data();
    void readsErrorDetails();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void keepsExcerptsShortAndClean();
    void sortsFailures_data();
    void sortsFailures();

private:
    SystemClock m_clock;
};

void SunaCallsTest::listsAgentsPageByPage_data()
{
    QTest::addColumn<QList<FakeAnswer>>("pages");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("calls");
    QTest::newRow("one page") << QList { agents(0, 3) } << 3 << 1;
    QTest::newRow("none") << QList { agents(0, 0) } << 0 << 1;
    QTest::newRow("two pages") << QList { agents(0, 100), agents(100, 7) } << 107 << 2;
    QTest::newRow("F44 error past the end")
        << QList { agents(0, 100), json("{}", 500) } << 100 << 2;
    QTest::newRow("the same page for ever") << QList { agents(0, 100) } << 100 << 2;
    QTest::newRow("error on the first") << QList { json("{}", 500) } << -1 << 1;
    QTest::newRow("another shape") << QList { json(R"({"agents":null})") } << -1 << 1;
}

void SunaCallsTest::listsAgentsPageByPage()
{
    QFETCH(const QList<FakeAnswer>, pages);
    QFETCH(const int, count);
    FakeSuna suna;
    suna.on(u"GET /agents"_s, pages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<QList<AgentInfo>> listed = finish(backend.listAgents({}));
    QCOMPARE(listed ? int(listed->size()) : -1, count);
    QTEST(int(suna.count(u"GET /agents"_s)), "calls");
    QCOMPARE(suna.asked(u"GET /agents"_s).constLast().query.queryItemValue(u"page"_s),
        QString::number(suna.count(u"GET /agents"_s)));
}

void SunaCallsTest::listsRuns()
{
    FakeSuna suna;
    suna.on(u"GET /thread/t1/agent-runs"_s,
        { json(R"({"agent_runs":[{"id":"r2","thread_id":"t1","status":"running","started_at":)"
               R"("2026-01-01T00:00:00+00:00"},{"id":"r1","status":"failed"},{"id":null}]})"),
            json("[]") });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<QList<RunSummary>> runs = finish(backend.findRuns(theRun.thread, {}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 2);
    QCOMPARE(runs->at(0).run, (RunRef { RunId(u"r2"_s), theRun.thread }));
    QVERIFY(runs->at(0).active);
    QVERIFY(runs->at(0).startedAt);
    QVERIFY(!runs->at(1).active);
    QCOMPARE(finish(backend.findRuns(theRun.thread, {})).error().code,
        QString::fromLatin1(code::SunaInvalidAnswer));
}

void SunaCallsTest::stopsARun_data()
{
    QTest::addColumn<QList<FakeAnswer>>("looks");
    QTest::addColumn<FakeAnswer>("stop");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<int>("stops");
    const FakeAnswer fine = json(R"({"status":"stopped"})");
    QTest::newRow("stops") << QList { run("running"), run("running"), run("stopped") } << fine
                           << QString() << 1;
    QTest::newRow("F50 ended already") << QList { run("completed") } << fine << QString() << 0;
    QTest::newRow("F22 never ends")
        << QList { run("running") } << fine << QString::fromLatin1(code::TotalTimeout) << 1;
    QTest::newRow("F22 refused") << QList { run("running") } << json("{}", 500)
                                 << QString::fromLatin1(code::SunaServerError) << 1;
    QTest::newRow("status hiccups")
        << QList { json("{}", 502), json("{}", 502), run("stopped") } << fine << QString() << 1;
    QTest::newRow("401") << QList { json("{}", 401) } << json("{}", 401)
                         << QString::fromLatin1(code::SunaUnauthorized) << 1;
}

void SunaCallsTest::stopsARun()
{
    QFETCH(const QList<FakeAnswer>, looks);
    QFETCH(const FakeAnswer, stop);
    FakeSuna suna;
    suna.on(u"GET /agent-run/r1"_s, looks);
    suna.on(u"POST /agent-run/r1/stop"_s, { stop });
    QFETCH(const QString, errorCode);
    SunaTimings timings = quickTimings();
    if (errorCode == QLatin1StringView(code::TotalTimeout))
        timings.stopWait = std::chrono::milliseconds(100);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, timings);
    const Result<void> stopped = finish(backend.stopRun(theRun, {}));
    QCOMPARE(stopped ? QString() : stopped.error().code, errorCode);
    QTEST(int(suna.count(u"POST /agent-run/r1/stop"_s)), "stops");
}

void SunaCallsTest::sumsUsageOfAStoppedRun()
{
    FakeSuna suna;
    suna.on(u"GET /agent-run/r1"_s, { run("stopped") });
    suna.on(u"GET /threads/t1/messages"_s,
        R"({"messages":[{"message_id":"1","type":"llm_response_end","content":{"model":"a/b",)"
        R"("usage":{"prompt_tokens":4,"completion_tokens":1}}}]})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<Usage> usage = finish(backend.runUsage({ theRun.run, {} }, {}));
    QVERIFY(usage);
    QCOMPARE(usage->tokensInput, 4);
    QCOMPARE(usage->modelName, u"b"_s);
}

void SunaCallsTest::readsErrorDetails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("string") << 404 << QByteArray(R"({"detail":"Agent not found"})")
                            << u"Agent not found"_s << QString();
    QTest::newRow("V1 billing") << 402
                                << QByteArray(R"({"detail":{"message":"limit","subscription":{}}})")
                                << u"limit"_s << QString();
    QTest::newRow("coded")
        << 402 << QByteArray(R"({"detail":{"error_code":"PROJECT_LIMIT_EXCEEDED","message":"m"}})")
        << u"m"_s << u"PROJECT_LIMIT_EXCEEDED"_s;
    QTest::newRow("workflow") << 500 << QByteArray(R"({"detail":{"error":"e","details":{}}})")
                              << u"e"_s << QString();
    QTest::newRow("F11 array")
        << 422
        << QByteArray(R"({"detail":[{"loc":["body","prompt"],"msg":"Field required"},)"
                      R"({"loc":["query",3]}]})")
        << u"body.prompt: Field required; query.3: not valid"_s << QString();
    QTest::newRow("V4") << 410 << QByteArray(R"({"error":"gone","code":"ENDPOINT_RETIRED"})")
                        << u"gone"_s << u"ENDPOINT_RETIRED"_s;
    QTest::newRow("text") << 500 << QByteArray("Internal Server Error")
                          << u"Internal Server Error"_s << QString();
    QTest::newRow("HTML") << 502 << QByteArray(" <html>secret") << u"an HTML page"_s << QString();
    QTest::newRow("empty") << 500 << QByteArray() << QString() << QString();
    QTest::newRow("null") << 500 << QByteArray(R"({"detail":null})") << QString() << QString();
}

void SunaCallsTest::readsErrorDetails()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const Error error = sunaHttpError({ status, {}, body });
    QCOMPARE(httpStatusOf(error), status);
    QTEST(error.args.value(u"detail"_s).toString(), "text");
    QTEST(error.args.value(u"error_code"_s).toString(), "errorCode");
    QVERIFY(error.message.contains(QString::number(status)));
}

void SunaCallsTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds"); // 0: none
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";
    QTest::newRow("seconds") << QByteArray(" 120 ") << date << 120;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT") << date << 30;
    QTest::newRow("date of the past") << QByteArray("Sun, 06 Nov 1994 08:49:36 GMT") << date << 0;
    QTest::newRow("date without a clock") << date << QByteArray() << 0;
    QTest::newRow("negative") << QByteArray("-5") << date << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << date << 0;
    QTest::newRow("too long a number") << QByteArray(40, '9') << date << 0;
    QTest::newRow("absent") << QByteArray() << date << 0;
}

void SunaCallsTest::readsRetryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, date);
    const HttpReply reply { 429, { { "Retry-After", value }, { "Date", date } }, "{}" };
    const Error error = sunaHttpError(reply);
    QTEST(error.args.value(u"retry_after"_s).toInt(), "seconds");
}

void SunaCallsTest::keepsExcerptsShortAndClean()
{
    const QByteArray body
        = "Bearer eyJhbGciOiJIUzI1NiJ9.e30.abcdef failed " + QByteArray(100'000, 'x');
    const Error error = sunaHttpError({ 500, {}, body });
    const QString detail = error.args.value(u"detail"_s).toString();
    QVERIFY(detail.size() <= SunaExcerptChars);
    QVERIFY(!detail.contains(u"eyJhbGci"_s));
    QVERIFY(!error.message.contains(u"eyJhbGci"_s));
}

void SunaCallsTest::sortsFailures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("category");
    const auto rows = [](const char *category, std::initializer_list<const char *> texts) {
        for (const char *each : texts)
            QTest::newRow(each) << QString::fromLatin1(each) << QString::fromLatin1(category);
    };
    // Contract §4.5, each pattern of the table.
    rows("agent_timeout", { "F29 Worker timeout", "Timed out", "deadline exceeded" });
    rows("network_error",
        { "Connection refused", "Connection reset by peer", "Network unreachable", "Host not found",
            "Name resolution failed", "HTTP 502", "HTTP 503", "HTTP 504" });
    rows("authentication_error",
        { "Authentication failed", "Unauthorized", "Invalid authentication", "Invalid credentials",
            "Invalid token", "HTTP 401" });
    rows("resource_exhausted",
        { "Out of memory", "No disk space left", "Rate limit reached", "HTTP 429" });
    rows("quota_exceeded", { "Quota exceeded", "Insufficient credits", "HTTP 402" });
    rows("invalid_input", { "Invalid input", "Validation error: x", "HTTP 400", "HTTP 422" });
    rows("dependency_error", { "Missing dependency", "Import error: y" });
    rows("user_cancelled", { "Task was cancelled" });
    rows("agent_crash", { "", "KeyError: 'x'", "Segmentation fault", "core dumped" });
    // The first pattern of the table counts, wherever it stands in the text.
    rows("agent_timeout", { "cancelled: connection refused after timeout" });
    rows("network_error", { "HTTP 401 after connection reset" });
    rows("user_cancelled", { "cancelled by segmentation fault" });
    QTest::newRow("traceback") << u"Traceback (most recent call last):\n timeout.py\nValueError"_s
                               << u"agent_crash"_s;
}

void SunaCallsTest::sortsFailures()
{
    QFETCH(const QString, text);
    const Error error = sunaRunFailedError(text);
    QTEST(toString(error.category), "category");
    QCOMPARE(error.code, QString::fromLatin1(code::SunaRunFailed));
}

QTEST_GUILESS_MAIN(SunaCallsTest)
#include "tst_suna_calls.moc"
