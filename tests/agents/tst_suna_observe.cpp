// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/agents/run_event_text.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using renum::test::dataFile;
using renum::test::EventLines;
using renum::test::events;
using renum::test::FakeAnswer;
using renum::test::FakeSuna;
using renum::test::finish;
using renum::test::quickTimings;

namespace {

using End = FakeAnswer::End;
using Status = RunOutcome::Status;

const QString runRoute = u"GET /agent-run/r1"_s;
const QString streamRoute = u"GET /agent-run/r1/stream"_s;
const QString messagesRoute = u"GET /threads/t1/messages"_s;

const QByteArray messages
    = R"({"messages":[{"message_id":"u","type":"user","content":{"content":"Go"}},)"
      R"({"message_id":"m3","type":"assistant","content":{"content":)"
      R"("Done. <function_calls><invoke name=\"complete\"></invoke></function_calls>"}},)"
      R"({"message_id":"e","type":"assistant_response_end","content":{"model":"openai/gpt-5",)"
      R"("usage":{"prompt_tokens":12,"completion_tokens":3}}}]})";

FakeAnswer json(const QByteArray &body, int status = 200)
{
    return { status, body, "application/json", End::Proper };
}

FakeAnswer run(const char *status, const char *error = "null")
{
    return json(QByteArray(R"({"id":"r1","threadId":"t1","startedAt":null,"status":")") + status
        + R"(","error":)" + error + "}");
}

QByteArray transcript(SunaFamily family)
{
    return dataFile(family == SunaFamily::V3 ? u"v3_transcript.sse"_s : u"v2a_transcript.sse"_s);
}

/// Up to behind the event that holds `text`, and `more` bytes of the next.
QByteArray upTo(const QByteArray &whole, const char *text, qsizetype more = 0)
{
    const qsizetype at = whole.indexOf(text);
    return whole.first(whole.indexOf("\n\n", at) + 2 + more);
}

const QByteArray endEvent = "data: {\"type\":\"status\",\"status\":\"completed\"}\n\n";
const RunRef theRun { RunId(u"r1"_s), { ThreadId(u"t1"_s), ProjectId(u"p1"_s) } };

} // namespace

/// Following a run to its end, whatever happens to the stream.
class SunaObserveTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void followsARun_data();
    void followsARun();
    void reconnectsWithoutRepeating_data() { followsARun_data(); }
    void reconnectsWithoutRepeating();
    void pollsASilentStream_data();
    void pollsASilentStream();
    void pollsWhenStreamsAreRefused();
    void believesTheRunResource_data();
    void believesTheRunResource();
    void waitsForTheStoredStatus();
    void readsARunThatEndedLongAgo();
    void goesOnAfterATooLargeEvent();
    void takesTheStreamWhenMessagesAreForbidden_data();
    void takesTheStreamWhenMessagesAreForbidden();
    void tellsUnknownUsage();
    void givesUp_data();
    void givesUp();
    void endsWhenStopped();
    void endsWhenTheBackendGoes();

private:
    SystemClock m_clock;
};

void SunaObserveTest::followsARun_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::newRow("V2a") << SunaFamily::V2a;
    QTest::newRow("V3") << SunaFamily::V3;
}

void SunaObserveTest::followsARun()
{
    QFETCH(const SunaFamily, family);
    FakeSuna suna(family);
    suna.on(streamRoute, { events(transcript(family), End::Proper) });
    suna.on(runRoute, { run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    EventLines seen;
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, seen.screen(), {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, Status::Completed);
    QVERIFY(!outcome->error);
    QCOMPARE(outcome->finalText, u"Done."_s);
    QCOMPARE(outcome->usage.tokensInput, 12);
    QCOMPARE(outcome->usage.tokensOutput, 3);
    QCOMPARE(outcome->usage.modelProvider, u"openai"_s);
    const QString name
        = family == SunaFamily::V3 ? u"v3_transcript.events"_s : u"v2a_transcript.events"_s;
    QCOMPARE(seen.lines.join(u'\n') + u'\n', QString::fromUtf8(dataFile(name)));
    QCOMPARE(suna.count(streamRoute), 1);
    const ServerRequest stream = suna.asked(streamRoute).constFirst();
    QCOMPARE(stream.header("Accept"), QByteArray("text/event-stream"));
    QCOMPARE(stream.header("Authorization"), QByteArray("Bearer jwt"));
    QVERIFY(stream.query.isEmpty());
}

void SunaObserveTest::reconnectsWithoutRepeating()
{
    QFETCH(const SunaFamily, family);
    const QByteArray whole = transcript(family);
    // F18: cut in the middle of an event; then F31: V2a begins anew, V3 goes on.
    const QByteArray head = upTo(whole, "\"sequence\": 0", 40);
    const QByteArray resumed = whole.sliced(upTo(whole, "\"sequence\": 0").size());
    FakeSuna suna(family);
    suna.on(streamRoute,
        { events(head, End::Cut),
            events(family == SunaFamily::V3 ? resumed : whole, End::Proper) });
    suna.on(runRoute, { run("running"), run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    EventLines seen;
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, seen.screen(), {}));
    QVERIFY(outcome);
    const QString name
        = family == SunaFamily::V3 ? u"v3_transcript.events"_s : u"v2a_transcript.events"_s;
    QCOMPARE(seen.lines.join(u'\n') + u'\n', QString::fromUtf8(dataFile(name)));
    QCOMPARE(suna.count(streamRoute), 2);
    const QString lastId = suna.asked(streamRoute).constLast().query.queryItemValue(u"last_id"_s);
    QCOMPARE(lastId, family == SunaFamily::V3 ? u"1769940001300-0"_s : QString());
}

void SunaObserveTest::pollsASilentStream_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<FakeAnswer>("stream");
    // F19 and F20: no byte, and the stream stays open after the run has ended.
    QTest::newRow("V2a, no events") << SunaFamily::V2a << events({}, End::Open);
    QTest::newRow("V2a, no answer") << SunaFamily::V2a << FakeAnswer { 200, {}, {}, End::None };
    QTest::newRow("V3, no keep-alive") << SunaFamily::V3 << events({}, End::Open);
    // F21: an error event, then nothing that ends the stream.
    QTest::newRow("V3, after an error")
        << SunaFamily::V3 << events("data: {\"type\":\"error\",\"error\":\"x\"}\n\n", End::Open);
}

void SunaObserveTest::pollsASilentStream()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const FakeAnswer, stream);
    FakeSuna suna(family);
    suna.on(streamRoute, { stream });
    suna.on(runRoute, { run("running"), run("running"), run("failed", "\"no model\"") });
    suna.on(messagesRoute, messages);
    SunaTimings timings = quickTimings();
    timings.silenceBeforePoll = std::chrono::milliseconds(150);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, timings);
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, Status::Failed);
    QVERIFY(outcome->error->message.contains(u"no model"_s));
    QCOMPARE(suna.count(runRoute), 3);
    // V2a keeps the one connection, because each new one repeats everything.
    if (family == SunaFamily::V2a)
        QCOMPARE(suna.count(streamRoute), 1);
}

void SunaObserveTest::pollsWhenStreamsAreRefused()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(streamRoute, R"({"detail":"Server is shutting down"})", 503);
    QList<FakeAnswer> looks(9, run("running"));
    looks += run("completed");
    suna.on(runRoute, looks);
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s);
    // The first try and five more; then only polling.
    QCOMPARE(suna.count(streamRoute), 6);
    QCOMPARE(suna.count(runRoute), 10);
}

void SunaObserveTest::believesTheRunResource_data()
{
    QTest::addColumn<FakeAnswer>("stored");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<QString>("category");
    const QString failed = QString::fromLatin1(code::SunaRunFailed);
    const QString stopped = QString::fromLatin1(code::SunaRunStopped);
    const auto row = [](const char *name, const FakeAnswer &stored, const QByteArray &stream,
                         Status status, const QString &errorCode, const QString &category) {
        QTest::newRow(name) << stored << stream << int(status) << errorCode << category;
    };
    row("F25 failed, told as completed", run("failed", "\"it broke\""), endEvent, Status::Failed,
        failed, u"agent_crash"_s);
    row("F24 traceback",
        run("failed", R"("Traceback (most recent call last):\n  memory.py\nKeyError: 'x'")"),
        endEvent, Status::Failed, failed, u"agent_crash"_s);
    row("F30 time limit", run("failed", "\"run_timeout (3000s)\""), endEvent, Status::Failed,
        failed, u"agent_timeout"_s);
    row("F23 completed after an error", run("completed"),
        "data: {\"type\":\"status\",\"status\":\"error\",\"message\":\"HTTP 429\"}\n\n" + endEvent,
        Status::Failed, failed, u"resource_exhausted"_s);
    row("F28 error of the stream", run("completed"),
        "data: {\"type\":\"status\",\"status\":\"error\",\"message\":\"Stream failed\"}\n\n",
        Status::Completed, QString(), QString());
    row("stopped", run("stopped"), endEvent, Status::Stopped, stopped, u"user_cancelled"_s);
    row("F27 billing stop", run("stopped", "\"Billing limit reached: 5 USD\""), endEvent,
        Status::Stopped, stopped, u"quota_exceeded"_s);
    row("completed without a word", run("completed"), {}, Status::Completed, QString(), QString());
}

void SunaObserveTest::believesTheRunResource()
{
    QFETCH(const FakeAnswer, stored);
    QFETCH(const QByteArray, stream);
    QFETCH(const int, status);
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events(stream, End::Proper) });
    suna.on(runRoute, { stored });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(int(outcome->status), status);
    QCOMPARE(outcome->finalText, u"Done."_s);
    QTEST(outcome->error ? outcome->error->code : QString(), "errorCode");
    QTEST(outcome->error ? toString(outcome->error->category) : QString(), "category");
}

void SunaObserveTest::waitsForTheStoredStatus()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events(endEvent, End::Open) });
    suna.on(runRoute, { run("running"), run("running"), run("completed") });
    suna.on(messagesRoute,
        { json(R"({"messages":[],"_pending":true})"), json("{}", 500), json(messages) });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s);
    QCOMPARE(suna.count(streamRoute), 1);
    QCOMPARE(suna.count(runRoute), 3);
    QCOMPARE(suna.count(messagesRoute), 3);
}

void SunaObserveTest::readsARunThatEndedLongAgo()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events(endEvent, End::Proper) });
    suna.on(runRoute, { run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    RunRef bare;
    bare.run = theRun.run;
    const Result<RunOutcome> outcome = finish(backend.observeRun(bare, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s);
}

void SunaObserveTest::goesOnAfterATooLargeEvent()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!A run's stream)"_s));
    QTest::ignoreMessage(
        QtWarningMsg, "A run's stream holds an event that is too large; polling instead");
    FakeSuna suna(SunaFamily::V2a);
    suna.on(
        streamRoute, { events("data: " + QByteArray(65 * 1024 * 1024, 'x') + "\n\n", End::Open) });
    suna.on(runRoute, { run("running"), run("running"), run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, Status::Completed);
    QCOMPARE(suna.count(streamRoute), 1);
    QCOMPARE(suna.count(runRoute), 3);
}

void SunaObserveTest::takesTheStreamWhenMessagesAreForbidden_data()
{
    QTest::addColumn<bool>("whole");
    QTest::newRow("F03 streamed to the end") << true;
    QTest::newRow("F03 streamed in part") << false;
}

void SunaObserveTest::takesTheStreamWhenMessagesAreForbidden()
{
    QFETCH(const bool, whole);
    QTest::failOnWarning(QRegularExpression(u"^(?!The messages of a run)"_s));
    QTest::ignoreMessage(QtWarningMsg, "The messages of a run cannot be read (suna_forbidden)");
    FakeSuna suna(SunaFamily::V3);
    const QByteArray all = transcript(SunaFamily::V3);
    suna.on(streamRoute, { events(whole ? all : upTo(all, "\"sequence\": 0"), End::Proper) });
    suna.on(runRoute, { run("completed") });
    suna.on(messagesRoute, R"({"detail":"Authentication required for private threads"})", 403);
    SunaBackend backend({ suna.url(), {}, "pk_1:sk_1" }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QCOMPARE(outcome.ok(), whole);
    if (!whole) {
        QCOMPARE(outcome.error().code, QString::fromLatin1(code::SunaForbidden));
        return;
    }
    QCOMPARE(outcome->finalText, u"Done: notes.md"_s);
    QVERIFY(!outcome->usage.tokensInput);
    QCOMPARE(outcome->usage.modelName, u"basic"_s);
}

void SunaObserveTest::tellsUnknownUsage()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(streamRoute, { events(transcript(SunaFamily::V3), End::Proper) });
    suna.on(runRoute, { run("completed") });
    suna.on(messagesRoute, R"({"messages":[{"type":"assistant","content":{"content":"Hi"}}]})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QVERIFY(!outcome->usage.tokensInput);
    QVERIFY(!outcome->usage.tokensOutput);
    QCOMPARE(outcome->usage.modelProvider, u"kortix"_s);
    const Result<Usage> usage = finish(backend.runUsage(theRun, {}));
    QVERIFY(usage);
    QCOMPARE(*usage, Usage());
}

void SunaObserveTest::givesUp_data()
{
    QTest::addColumn<FakeAnswer>("say");
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("F01 401 in the middle") << json(R"({"detail":"Token has expired"})", 401)
                                           << QString::fromLatin1(code::SunaUnauthorized);
    QTest::newRow("403") << json("{}", 403) << QString::fromLatin1(code::SunaForbidden);
    QTest::newRow("run gone") << json(R"({"detail":"Worker run not found"})", 404)
                              << QString::fromLatin1(code::SunaRunLost);
    QTest::newRow("F51 route gone")
        << json(R"({"detail":"Not Found"})", 404) << QString::fromLatin1(code::SunaNotFound);
    QTest::newRow("5xx for too long")
        << json("{}", 502) << QString::fromLatin1(code::SunaServerError);
    QTest::newRow("429 for too long") << json("{}", 429) << QString::fromLatin1(code::SunaBusy);
    QTest::newRow("HTML for too long") << FakeAnswer { 200, "<html>", "text/html", End::Proper }
                                       << QString::fromLatin1(code::SunaNotJson);
    QTest::newRow("no status") << json("{}") << QString::fromLatin1(code::SunaInvalidAnswer);
}

void SunaObserveTest::givesUp()
{
    QFETCH(const FakeAnswer, say);
    FakeSuna suna(SunaFamily::V3);
    suna.on(streamRoute, "{}", 404);
    suna.on(runRoute, { run("running"), say });
    SunaTimings timings = quickTimings();
    timings.settle = std::chrono::milliseconds(100);
    timings.giveUp = std::chrono::milliseconds(200);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, timings);
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(!outcome);
    QTEST(outcome.error().code, "errorCode");
}

void SunaObserveTest::endsWhenStopped()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events({}, End::Open) });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    std::stop_source stop;
    const auto result = std::make_shared<std::optional<Result<RunOutcome>>>();
    TaskScope scope;
    scope.start(test::storeResult(backend.observeRun(theRun, {}, stop.get_token()), result));
    QTRY_COMPARE(suna.count(streamRoute), 1);
    stop.request_stop();
    QTRY_VERIFY(result->has_value());
    QCOMPARE((*result)->error().code, QString::fromLatin1(code::UserCancelled));
}

void SunaObserveTest::endsWhenTheBackendGoes()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events({}, End::Open) });
    auto backend = std::make_unique<SunaBackend>(
        SunaConnection { suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const auto result = std::make_shared<std::optional<Result<RunOutcome>>>();
    TaskScope scope;
    scope.start(test::storeResult(backend->observeRun(theRun, {}, {}), result));
    QTRY_COMPARE(suna.count(streamRoute), 1);
    backend.reset();
    QTRY_VERIFY(result->has_value());
    QCOMPARE((*result)->error().code, QString::fromLatin1(code::UserCancelled));
}

QTEST_GUILESS_MAIN(SunaObserveTest)
#include "tst_suna_observe.moc"
