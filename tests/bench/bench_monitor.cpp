// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the monitor costs the thread of the window, with all its views visible:
//   rush        20,000 events a second: the work of a frame (p95), and its share of the time
//   streams     10 agents that write 50 pieces a second each
//   first       a run of 1,000,000 events: from opening it to the picture of the stored rows
//   scrub       any instant of a run of 200,000 events, until all views have been told and painted
//   states      300 members that change their state at once
//   fold        reference: the same events through the projection alone, no views
// Goals: rush at most 16.7 ms; streams at most 0.4; first at most 100 ms; scrub at most 30 ms.
// Events are made of their JSON as a store would, on the same thread. Prints one JSON object.

#include "bench_figures.h"
#include "monitor_log.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/theme/theme.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QRandomGenerator>
#include <QTimer>

using namespace renum;
using namespace renum::bench;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Measured = 5s;
constexpr int FeedMs = 16;
constexpr int ScrubRun = 200'000;
constexpr int LargeRun = 1'000'000;
constexpr int Jumps = 60;

/// Runs the event loop until something is true; gives up after a while.
template<typename Condition>
void waitUntil(const Condition &condition, const QString &what)
{
    const auto begin = SteadyClock::now();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (secondsSince(begin) > 300)
            fail(what);
    }
}

/// The time between waking up and falling asleep again, while it lives.
class BusyMeter : public QObject {
public:
    BusyMeter()
    {
        QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this,
            [this] { m_woken = SteadyClock::now(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_woken != SteadyClock::time_point())
                m_work.push_back(1000 * secondsSince(std::exchange(m_woken, {})));
        });
    }

    /// `share` of the time, `p95_ms` and `longest_ms` of what was done at once.
    [[nodiscard]] Json figures(double seconds) const
    {
        double all = 0;
        std::vector<double> frames;
        for (const double ms : m_work) {
            all += ms;
            if (ms > 0.5) // else it only looked at a timer
                frames.push_back(ms);
        }
        return { { "share", rounded(all / 1000 / seconds) },
            { "p95_ms", rounded(percentile(frames, 0.95)) },
            { "longest_ms", rounded(percentile(frames, 1)) } };
    }

private:
    SteadyClock::time_point m_woken;
    std::vector<double> m_work;
};

/// A view on a log, shown.
class Bench {
public:
    explicit Bench(int events, int agents = 10)
        : m_workspace(events, agents)
        , m_view(&m_workspace, theme())
    {
        m_view.resize(1600, 1000);
        m_view.show();
    }

    static Theme *theme()
    {
        static Theme theme(Theme::Mode::Light);
        return &theme;
    }

    MonitorLog &workspace() { return m_workspace; }
    ExecutionView &view() { return m_view; }
    ExecutionReplay &replay() { return *m_view.replay(); }

    void open()
    {
        m_view.open(MonitorLog::id());
        waitUntil([this] { return replay().lastSeq() == m_workspace.stored(); },
            u"The log is not read."_s);
        QCoreApplication::processEvents();
    }

private:
    MonitorLog m_workspace;
    ExecutionView m_view;
};

/// So many events a second, for a while.
Json live(int perSecond)
{
    const int count = perSecond * int(Measured.count());
    Bench bench(50);
    bench.open();
    const ExecutionEvents fresh = bench.workspace().made(51, count);
    BusyMeter meter;
    QTimer feed;
    int fed = 0;
    const auto begin = SteadyClock::now();
    QObject::connect(&feed, &QTimer::timeout, qApp, [&] {
        const int due = std::min(count, int(secondsSince(begin) * perSecond));
        if (due > fed)
            bench.workspace().announce(fresh.mid(fed, due - fed));
        fed = due;
        if (fed == count)
            QCoreApplication::quit();
    });
    feed.start(FeedMs);
    QCoreApplication::exec();
    Json figures = meter.figures(secondsSince(begin));
    figures["behind"] = 50 + count - bench.replay().lastSeq();
    waitUntil([&] { return bench.replay().lastSeq() == 50 + count; }, u"Events were lost."_s);
    return figures;
}

Json firstScreen()
{
    Bench bench(LargeRun);
    QCoreApplication::processEvents();
    const auto begin = SteadyClock::now();
    bench.view().open(MonitorLog::id());
    waitUntil([&] { return bench.replay().isReading(); }, u"Nothing is shown."_s);
    const QPixmap picture = bench.view().grab();
    const double seconds = secondsSince(begin);
    if (picture.isNull())
        fail(u"There is no picture."_s);
    return { { "ms", rounded(1000 * seconds) } };
}

Json scrub()
{
    Bench bench(ScrubRun);
    const double reading = secondsOf([&] { bench.open(); });
    QRandomGenerator random(7);
    std::vector<double> jumps;
    for (int i = 0; i < Jumps; ++i) {
        const qint64 seq = random.bounded(1, ScrubRun);
        jumps.push_back(1000 * secondsOf([&] {
            bench.replay().showInstant(seq);
            waitUntil([&] { return bench.replay().state().seq() == seq; }, u"No instant."_s);
            bench.view().repaint();
        }));
    }
    return { { "p95_ms", rounded(percentile(jumps, 0.95)) },
        { "median_ms", rounded(median(jumps)) }, { "reading_seconds", rounded(reading) } };
}

Json states()
{
    constexpr int members = 300;
    Bench bench(3, members);
    bench.open();
    const ExecutionEvents starts = bench.workspace().made(4, members);
    return { { "ms", rounded(1000 * secondsOf([&] {
                  bench.workspace().announce(starts);
                  waitUntil([&] { return bench.replay().lastSeq() == 3 + members; },
                      u"Nothing begins."_s);
                  bench.view().repaint();
              })) } };
}

Json reference()
{
    MonitorLog log(0, 10);
    const ExecutionEvents events = log.made(1, 100'000);
    const double seconds = secondsOf([&] {
        ExecutionProjection projection;
        for (const ExecutionEvent &event : events)
            projection.apply(event);
    });
    return { { "events_per_second", rounded(100'000 / seconds) } };
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    Bench::theme()->install();
    Json report;
    report["fold"] = reference();
    report["rush"] = live(20'000);
    report["streams"] = live(500);
    report["first"] = firstScreen();
    report["scrub"] = scrub();
    report["states"] = states();
    print(report);
    return 0;
}
