// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agents/observe_script.h"
#include "tests/support/running_task.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace renum;
using namespace renum::test;

namespace {

using End = FakeAnswer::End;
using Following = RunningTask<Result<RunOutcome>>;

/// Of reliability R4, for pauses as for the share of a core while nothing happens.
constexpr double Tolerance = 0.05;

/// A clock that stands still, and knows whether a call is under way: those have long time limits.
class WatchedClock final : public Clock {
public:
    static constexpr auto CallLimit = 1h;

    [[nodiscard]] Timestamp now() const override { return m_time.now(); }
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return m_time.monotonic(); }
    [[nodiscard]] std::unique_ptr<Timer> startTimer(
        std::chrono::milliseconds delay, std::function<void()> then) override
    {
        auto timer = m_time.startTimer(delay, std::move(then));
        return delay < CallLimit ? std::move(timer)
                                 : std::make_unique<CallTimer>(std::move(timer), &m_calls);
    }
    [[nodiscard]] bool isPausing() const { return m_calls == 0 && m_time.pending() == 1; }
    [[nodiscard]] bool endPause() { return m_time.advanceToNext(); }

private:
    class CallTimer final : public Timer {
    public:
        CallTimer(std::unique_ptr<Timer> timer, int *calls)
            : m_timer(std::move(timer))
            , m_calls(calls)
        {
            ++*m_calls;
        }
        ~CallTimer() override { --*m_calls; }

    private:
        std::unique_ptr<Timer> m_timer;
        int *m_calls;
    };

    VirtualClock m_time;
    int m_calls = 0;
};

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

Q_DECLARE_METATYPE(renum::SunaFamily)

/// What a run that is waited for costs: pauses of the right length, and next to no processor.
class SunaWaitingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void pausesFollowTheModel_data();
    void pausesFollowTheModel();
    void waitingCostsNothing_data();
    void waitingCostsNothing();
};

void SunaWaitingTest::pausesFollowTheModel_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<QByteArray>("begin"); // of every connection, which then breaks
    QTest::addColumn<QList<double>>("seconds");
    // suna-api §9.3: 1, 2, 4, 8, 15 s; then the run is only asked about.
    const QList<double> growing { 1, 2, 4, 8, 15, 5, 5, 5 };
    QTest::newRow("nothing is heard, V1") << SunaFamily::V1 << QByteArray() << growing;
    QTest::newRow("nothing is heard, V3") << SunaFamily::V3 << QByteArray() << growing;
    const QByteArray word = "data: {\"type\":\"status\",\"status\":\"initializing\"}\n\n";
    QTest::newRow("each brings something")
        << SunaFamily::V3 << word << QList<double> { 1, 1, 1, 1, 1, 1, 1 };
}

/// The clock is moved only while nothing but a pause is under way.
void SunaWaitingTest::pausesFollowTheModel()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QByteArray, begin);
    QFETCH(const QList<double>, seconds);
    WatchedClock clock;
    FakeSuna suna(family);
    suna.on(streamRoute, { events(begin, End::Cut) });
    suna.on(runRoute, { run("running") });
    SunaTimings timings;
    timings.connect = timings.request = WatchedClock::CallLimit;
    SunaBackend backend({ suna.url(), "jwt", {} }, &clock, timings);
    std::stop_source stop;
    const Following following(backend.observeRun(theRun, {}, stop.get_token()));
    qsizetype asked = 0;
    for (const double expected : seconds) {
        QTRY_VERIFY(suna.count(runRoute) > asked && clock.isPausing());
        asked = suna.count(runRoute);
        const auto before = clock.monotonic();
        QVERIFY(clock.endPause());
        const std::chrono::duration<double> paused = clock.monotonic() - before;
        QVERIFY2(std::abs(paused.count() - expected) <= Tolerance * expected,
            qPrintable(u"%1 s instead of %2 s"_s.arg(paused.count()).arg(expected)));
    }
    stop.request_stop();
    QTRY_VERIFY(following.done());
    QVERIFY(following.value().error().category == ErrorCategory::UserCancelled);
}

void SunaWaitingTest::waitingCostsNothing_data()
{
    QTest::addColumn<FakeAnswer>("stream");
    QTest::newRow("silent") << events({}, End::Open);
    QTest::newRow("no answer") << FakeAnswer { 200, {}, "text/event-stream", End::None };
    QTest::newRow("breaks each time") << events({}, End::Cut);
    QTest::newRow("refuses") << json(R"({"detail":"Server is shutting down"})", 503);
}

void SunaWaitingTest::waitingCostsNothing()
{
    QFETCH(const FakeAnswer, stream);
    constexpr int runs = 20;
    FakeSuna suna(SunaFamily::V1);
    suna.on(streamRoute, { stream });
    suna.on(runRoute, { run("running") });
    SystemClock clock;
    SunaBackend backend({ suna.url(), "jwt", {} }, &clock, SunaTimings());
    std::stop_source stop;
    std::vector<std::unique_ptr<Following>> all;
    for (int i = 0; i < runs; ++i)
        all.push_back(
            std::make_unique<Following>(backend.observeRun(theRun, {}, stop.get_token())));
    QTRY_VERIFY(suna.count(streamRoute) >= runs);
    const double before = processorSeconds();
    const auto began = clock.monotonic();
    bool isOver = false;
    const auto span = clock.startTimer(1500ms, [&isOver] { isOver = true; });
    QTRY_VERIFY(isOver);
    const double used = processorSeconds() - before;
    const double passed = std::chrono::duration<double>(clock.monotonic() - began).count();
    QVERIFY2(used < Tolerance * passed,
        qPrintable(u"%1 % of a core"_s.arg(100 * used / passed, 0, 'f', 1)));
    stop.request_stop();
    for (const auto &each : all)
        QTRY_VERIFY(each->done());
}

QTEST_GUILESS_MAIN(SunaWaitingTest)
#include "tst_suna_waiting.moc"
