// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/agents/run_event_text.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using renum::test::EventLines;
using renum::test::finish;

namespace {

using Status = RunOutcome::Status;

const QString firstText = u"I will write the file with café 🚲 < & > in it."_s;
const QString lastText = u"# Result\n\nEverything is in notes.md."_s;

/// The simulator as a process, with a scenario and perhaps one fault.
class Simulator {
public:
    bool start(const QString &profile, const QByteArray &fault)
    {
        QByteArray scenario = test::dataFile(u"two_turns.json"_s);
        if (!fault.isEmpty())
            scenario.replace(
                "\"agents\": [", QByteArray("\"faults\": [" + fault + "], \"agents\": ["));
        QFile file(m_dir.filePath(u"scenario.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(scenario) != scenario.size())
            return false;
        file.close();
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString family = profile.section(u' ', 0, 0);
        m_process.start(QStringLiteral(RENUM_BIN_DIR "/suna-sim"),
            { u"--port"_s, u"0"_s, u"--profile"_s, family, u"--exit-with-stdin"_s, u"--scenario"_s,
                file.fileName() });
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10'000))
            return false;
        const QByteArray line = m_process.readLine().trimmed();
        m_url = QUrl(QString::fromUtf8(line.sliced(line.lastIndexOf(' ') + 1)));
        return line.startsWith("listening ") && m_url.isValid();
    }
    ~Simulator()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    [[nodiscard]] QUrl url() const { return m_url; }

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QUrl m_url;
};

SunaTimings timings()
{
    using std::chrono::milliseconds;
    SunaTimings timings;
    timings.start = milliseconds(1500);
    timings.silenceBeforePoll = milliseconds(1500);
    timings.poll = milliseconds(100);
    timings.reconnectBase = milliseconds(20);
    timings.settle = milliseconds(3000);
    timings.stopWait = milliseconds(10'000);
    return timings;
}

} // namespace

/// The whole adapter against the real simulator, over a real connection.
class SunaAgainstSimulatorTest : public QObject {
    Q_OBJECT

private slots:
    void runsATeamMember_data();
    void runsATeamMember();
    void survivesFaults_data();
    void survivesFaults();
    void tellsHowRunsEnd_data();
    void tellsHowRunsEnd();
    void stopsARun_data() { profiles(); }
    void stopsARun();
    void findsARunWhoseStartAnswerWasLost_data();
    void findsARunWhoseStartAnswerWasLost();
    void isRefusedWithoutCredentials_data() { profiles(); }
    void isRefusedWithoutCredentials();
    void goesOnInTheSameThread_data();
    void goesOnInTheSameThread();
    void refusesV4();

private:
    /// V1 twice: with access to its Supabase, and alone.
    static QStringList names()
    {
        return { u"v1"_s, u"v1 alone"_s, u"v2a"_s, u"v2b"_s, u"v2b-xml"_s, u"v3"_s };
    }
    static void profiles()
    {
        QTest::addColumn<QString>("profile");
        for (const QString &name : names())
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void begin(const QString &profile, const QByteArray &fault = {})
    {
        m_simulator = std::make_unique<Simulator>();
        QVERIFY(m_simulator->start(profile, fault));
        SunaConnection connection { m_simulator->url(), "test-token", {} };
        if (!profile.endsWith(u" alone"_s))
            connection.supabase = { m_simulator->url(), "anon" };
        m_backend = std::make_unique<SunaBackend>(connection, &m_clock, timings());
    }
    RunRef startRun(const QString &prompt, ThreadRef thread = {})
    {
        const Result<BackendInfo> info = finish(m_backend->probe({}));
        if (info && info->capabilities.threadBeforeStart && thread == ThreadRef())
            thread = finish(m_backend->prepareThread(u"Step"_s, {})).value();
        RunRequest request;
        request.agent = AgentId(u"agt-writer"_s);
        request.prompt = prompt;
        request.thread = thread;
        const StartAnswer answer = finish(m_backend->startRun(request, {}));
        return answer.kind == StartAnswer::Kind::Bound ? answer.run : RunRef();
    }

    SystemClock m_clock;
    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<SunaBackend> m_backend;
};

void SunaAgainstSimulatorTest::runsATeamMember_data()
{
    profiles();
}

void SunaAgainstSimulatorTest::runsATeamMember()
{
    QFETCH(const QString, profile);
    begin(profile);
    const Result<BackendInfo> info = finish(m_backend->probe({}));
    QVERIFY2(info, info ? "" : qPrintable(info.error().message));
    QCOMPARE(info->version.toLower(), profile.section(QRegularExpression(u"[ -]"_s), 0, 0));
    const Result<QList<AgentInfo>> agents = finish(m_backend->listAgents({}));
    QVERIFY(agents);
    QCOMPARE(agents->size(), 1);
    QCOMPARE(agents->constFirst().name, u"Writer"_s);

    const RunRef run = startRun(u"Write the file"_s);
    QVERIFY(!run.run.isEmpty());
    EventLines seen;
    const Result<RunOutcome> outcome = finish(m_backend->observeRun(run, seen.screen(), {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->status, Status::Completed);
    QCOMPARE(outcome->finalText, lastText);
    QCOMPARE(seen.segments.value(0).trimmed(), firstText);
    QCOMPARE(seen.segments.value(1).trimmed(), lastText);
    QCOMPARE(outcome->usage.tokensInput, 120);
    QCOMPARE(outcome->usage.tokensOutput, 45);
    QCOMPARE(seen.lines.filter(QRegularExpression(u"^call .* create_file .*notes.md"_s)).size(), 1);
    QCOMPARE(seen.lines.filter(QRegularExpression(u"^result .* create_file ok File"_s)).size(), 1);
    const Result<QList<RunSummary>> runs = finish(m_backend->findRuns(run.thread, {}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1);
    QCOMPARE(runs->constFirst().run.run, run.run);
    QVERIFY(!runs->constFirst().active);
}

void SunaAgainstSimulatorTest::survivesFaults_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("fault");
    const QByteArrayList faults {
        R"({"route":"run_stream","kind":"cut","after_events":5,"mid_event":true,"first":1})",
        R"({"route":"run_stream","kind":"cut","after_events":8,"mid_event":false,"first":2})",
        R"({"route":"run_stream","kind":"end_early","after_events":6,"first":1})",
        R"({"route":"run_stream","kind":"malformed_line","after_events":4})",
        R"({"route":"run_stream","kind":"huge_event","after_events":4,"bytes":52428800,"first":1})",
        R"({"route":"run_stream","kind":"invalid_utf8","after_events":4})",
        R"({"route":"run_stream","kind":"unknown_event","after_events":4})",
        R"({"route":"run_stream","kind":"silent","after_events":5,"first":1})",
        R"({"route":"run_stream","kind":"status","status":503,"first":3})",
        R"({"route":"run_get","kind":"html","status":502,"first":2})",
        R"({"route":"messages_list","kind":"status","status":500,"first":2})",
        R"({"route":"messages_list","kind":"truncate","first":1})",
        R"({"route":"start","kind":"null_run_id","first":1})",
        R"({"route":"start","kind":"late_run","ms":700,"first":1})",
    };
    for (const QString &profile : names()) {
        for (const QByteArray &fault : faults)
            QTest::addRow("%s %s", qPrintable(profile), fault.constData()) << profile << fault;
    }
    for (const QString &profile : { u"v2b"_s, u"v2b-xml"_s, u"v3"_s })
        QTest::addRow("%s pings only", qPrintable(profile))
            << profile
            << QByteArray(
                   R"({"route":"run_stream","kind":"pings_only","after_events":5,"first":1})");
}

void SunaAgainstSimulatorTest::survivesFaults()
{
    QFETCH(const QString, profile);
    QFETCH(const QByteArray, fault);
    begin(profile, fault);
    const RunRef run = startRun(u"Write the file"_s);
    QVERIFY(!run.run.isEmpty());
    EventLines seen;
    const Result<RunOutcome> outcome = finish(m_backend->observeRun(run, seen.screen(), {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->status, Status::Completed);
    QCOMPARE(outcome->finalText, lastText);
    // Whatever was missed, nothing is shown twice.
    QVERIFY(firstText.startsWith(seen.segments.value(0).trimmed()));
    QVERIFY(lastText.startsWith(seen.segments.value(1).trimmed()));
    QCOMPARE(outcome->usage.tokensInput, 120);
}

void SunaAgainstSimulatorTest::tellsHowRunsEnd_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("word");
    for (const QString &profile : names()) {
        QTest::addRow("%s fails", qPrintable(profile))
            << profile << u"break"_s << u"the sandbox is gone"_s;
        QTest::addRow("%s model fails", qPrintable(profile))
            << profile << u"no model"_s << u"overloaded"_s;
    }
}

void SunaAgainstSimulatorTest::tellsHowRunsEnd()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, prompt);
    QFETCH(const QString, word);
    begin(profile);
    const RunRef run = startRun(prompt);
    QVERIFY(!run.run.isEmpty());
    const Result<RunOutcome> outcome = finish(m_backend->observeRun(run, {}, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->status, Status::Failed);
    QVERIFY2(outcome->error->message.contains(word), qPrintable(outcome->error->message));
    // Once more, long after the end: the stream says completed, the run resource knows better.
    const Result<RunOutcome> again = finish(m_backend->observeRun(run, {}, {}));
    QVERIFY(again);
    QCOMPARE(again->status, Status::Failed);
}

void SunaAgainstSimulatorTest::stopsARun()
{
    QFETCH(const QString, profile);
    begin(profile);
    const RunRef run = startRun(u"wait for ever"_s);
    QVERIFY(!run.run.isEmpty());
    const auto outcome = std::make_shared<std::optional<Result<RunOutcome>>>();
    EventLines seen;
    TaskScope scope;
    scope.start(test::storeResult(m_backend->observeRun(run, seen.screen(), {}), outcome));
    QTRY_VERIFY(seen.text().contains(u"Waiting."_s));
    const Result<void> stopped = finish(m_backend->stopRun(run, {}));
    QVERIFY2(stopped, stopped ? "" : qPrintable(stopped.error().message));
    QTRY_VERIFY_WITH_TIMEOUT(outcome->has_value(), 15'000);
    QVERIFY((*outcome)->ok());
    QCOMPARE((**outcome)->status, Status::Stopped);
    QCOMPARE((**outcome)->error->code, QString::fromLatin1(code::SunaRunStopped));
}

void SunaAgainstSimulatorTest::findsARunWhoseStartAnswerWasLost_data()
{
    QTest::addColumn<QString>("profile");
    // Not V1: its thread is known by the answer to the start only.
    for (const QString &profile : { u"v2a"_s, u"v2b"_s, u"v3"_s })
        QTest::addRow("%s", qPrintable(profile)) << profile;
}

void SunaAgainstSimulatorTest::findsARunWhoseStartAnswerWasLost()
{
    QFETCH(const QString, profile);
    begin(profile, R"({"route":"start","kind":"drop_after","first":1})");
    const Result<ThreadRef> thread = finish(m_backend->prepareThread(u"Step"_s, {}));
    QVERIFY(thread);
    RunRequest request;
    request.prompt = u"Write the file"_s;
    request.thread = *thread;
    const StartAnswer answer = finish(m_backend->startRun(request, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Unknown);
    const Result<QList<RunSummary>> runs = finish(m_backend->findRuns(*thread, {}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1);
    const Result<RunOutcome> outcome
        = finish(m_backend->observeRun(runs->constFirst().run, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, lastText);
}

void SunaAgainstSimulatorTest::isRefusedWithoutCredentials()
{
    QFETCH(const QString, profile);
    begin(profile);
    SunaBackend stranger({ m_simulator->url(), "wrong", {} }, &m_clock, timings());
    QVERIFY(finish(stranger.probe({})).ok());
    const Result<QList<AgentInfo>> agents = finish(stranger.listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaUnauthorized));
    const StartAnswer answer = finish(stranger.startRun({}, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Rejected);
    QCOMPARE(toString(answer.error.category), u"authentication_error"_s);
}

void SunaAgainstSimulatorTest::goesOnInTheSameThread_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : { u"v1"_s, u"v2a"_s, u"v2b"_s, u"v3"_s })
        QTest::addRow("%s", qPrintable(profile)) << profile;
}

void SunaAgainstSimulatorTest::goesOnInTheSameThread()
{
    QFETCH(const QString, profile);
    begin(profile);
    const RunRef first = startRun(u"Write the file"_s);
    QVERIFY(finish(m_backend->observeRun(first, {}, {})).ok());
    const RunRef second = startRun(u"Write it again"_s, first.thread);
    QVERIFY(!second.run.isEmpty());
    QCOMPARE(second.thread.thread, first.thread.thread);
    const Result<RunOutcome> outcome = finish(m_backend->observeRun(second, {}, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->finalText, lastText);
    const Result<QList<RunSummary>> runs = finish(m_backend->findRuns(first.thread, {}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 2);
    QCOMPARE(runs->constFirst().run.run, second.run);
    const Result<Usage> usage = finish(m_backend->runUsage(second, {}));
    QVERIFY(usage);
    QVERIFY(usage->tokensInput >= 120);
}

void SunaAgainstSimulatorTest::refusesV4()
{
    begin(u"v4-detect"_s);
    const Result<BackendInfo> info = finish(m_backend->probe({}));
    QVERIFY(!info);
    QCOMPARE(info.error().code, QString::fromLatin1(code::SunaUnsupportedVersion));
    QVERIFY2(
        info.error().message.contains(u"Kortix v0.9 or later"_s), qPrintable(info.error().message));
    QVERIFY(!info.error().args.value(u"version"_s).toString().isEmpty());
    const StartAnswer answer = finish(m_backend->startRun({}, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Rejected);
}

QTEST_GUILESS_MAIN(SunaAgainstSimulatorTest)
#include "tst_suna_against_simulator.moc"
