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
    void waitsForTheStoredStatus();
    void readsARunThatEndedLongAgo();
    void goesOnAfterATooLargeEvent();
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
