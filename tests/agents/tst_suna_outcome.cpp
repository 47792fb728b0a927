// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/observe_script.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

using End = FakeAnswer::End;
using Status = RunOutcome::Status;

} // namespace

/// What a run's end is taken from when its sources disagree or fail.
class SunaOutcomeTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void believesTheRunResource_data();
    void believesTheRunResource();
    void takesTheStreamWhenMessagesAreForbidden_data();
    void takesTheStreamWhenMessagesAreForbidden();
    void asksAgainForWhatWasPaid();
    void asksForTheTextsOfMessages();
    void waitsForTheStoredStatus();
    void waitsForARunThatIsNotThereYet();
    void tellsUnknownUsage();
    void givesUp_data();
    void givesUp();

private:
    SystemClock m_clock;
};

void SunaOutcomeTest::believesTheRunResource_data()
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

void SunaOutcomeTest::believesTheRunResource()
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

void SunaOutcomeTest::takesTheStreamWhenMessagesAreForbidden_data()
{
    QTest::addColumn<bool>("whole");
    QTest::newRow("F03 streamed to the end") << true;
    QTest::newRow("F03 streamed in part") << false;
}

void SunaOutcomeTest::takesTheStreamWhenMessagesAreForbidden()
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

/// The run is done; that its rows cost a word about money does not undo it.
void SunaOutcomeTest::asksAgainForWhatWasPaid()
{
    FakeSuna suna(SunaFamily::V3);
    const QByteArray all = transcript(SunaFamily::V3);
    suna.on(streamRoute, { events(upTo(all, "\"sequence\": 0"), End::Proper) });
    suna.on(runRoute, { run("completed") });
    const FakeAnswer unpaid = json(R"({"detail":{"message":"No credits left"}})", 402);
    suna.on(messagesRoute, { unpaid, unpaid, json(messages) });
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->finalText, u"Done."_s);
    QCOMPARE(suna.count(messagesRoute), 3);
}

/// F16: a run may be unknown for some seconds after its start.
/// Messages come without their texts unless they are asked for (suna-api §3.3, the trap).
void SunaOutcomeTest::asksForTheTextsOfMessages()
{
    FakeSuna suna;
    suna.on(streamRoute, { events(endEvent, End::Proper) });
    suna.on(runRoute, { run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    QVERIFY(finish(backend.observeRun(theRun, {}, {})));
    const QList<ServerRequest> asked = suna.asked(messagesRoute);
    QVERIFY(!asked.isEmpty());
    for (const ServerRequest &request : asked)
        QCOMPARE(request.query.queryItemValue(u"optimized"_s), u"false"_s);
}

/// The stream tells the end a little before the run resource does. Until that says so too, neither
/// the stream is opened again nor are messages read that may not be whole.
void SunaOutcomeTest::waitsForTheStoredStatus()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(streamRoute, { events(endEvent, End::Proper) });
    suna.on(runRoute, { run("running"), run("running"), run("running"), run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QVERIFY(outcome->status == Status::Completed);
    QCOMPARE(suna.count(runRoute), 4);
    QCOMPARE(suna.count(streamRoute), 1);
    QCOMPARE(suna.count(messagesRoute), 1);
}

void SunaOutcomeTest::waitsForARunThatIsNotThereYet()
{
    FakeSuna suna(SunaFamily::V3);
    const FakeAnswer unknown = json(R"({"detail":"Worker run not found"})", 404);
    const QByteArray all = transcript(SunaFamily::V3);
    suna.on(streamRoute, { unknown, unknown, events(all, End::Proper) });
    suna.on(runRoute, { unknown, unknown, run("running"), run("completed") });
    suna.on(messagesRoute, messages);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<RunOutcome> outcome = finish(backend.observeRun(theRun, {}, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->finalText, u"Done."_s);
}

void SunaOutcomeTest::tellsUnknownUsage()
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

void SunaOutcomeTest::givesUp_data()
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

void SunaOutcomeTest::givesUp()
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

QTEST_GUILESS_MAIN(SunaOutcomeTest)
#include "tst_suna_outcome.moc"
