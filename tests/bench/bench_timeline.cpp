// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_figures.h"
#include "tests/monitor/timeline/timeline_script.h"
#include "ui/monitor/timeline/timeline_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>

#include <cstdlib>
#include <ctime>

/// How long the timeline takes for a frame of an execution with 1,000 steps of 3 attempts each, in
/// milliseconds of the processor, offscreen, 1600 x 600: medians and p95 over 120 frames. Beside it
/// the least that it can cost: the bars that can be seen as rectangles, drawn by QPainter on a
/// QImage.
namespace {

using namespace renum;
using namespace renum::ui;
using namespace renum::bench;
using namespace Qt::StringLiterals;

constexpr int Steps = 1000;
constexpr int Attempts = 3;
constexpr int Frames = 120;
constexpr double Goal = 8;
const QSize Viewport(1600, 600);

double processorMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template<typename Work>
double msOf(const Work &work)
{
    const double begin = processorMs();
    work();
    return processorMs() - begin;
}

template<typename Work>
Json frames(const Work &work)
{
    std::vector<double> times;
    for (int frame = 0; frame < Frames; ++frame)
        times.push_back(msOf([&] { work(frame); }));
    return { { "median_ms", rounded(median(times)) },
        { "p95_ms", rounded(percentile(times, 0.95)) }, { "goal_ms", Goal } };
}

/// As many agents, which work one after the other; steps beyond them are further rounds.
TimelineScript worked(int agents)
{
    QStringList names;
    for (int i = 0; i < agents; ++i)
        names << u"agent-%1"_s.arg(i);
    TimelineScript script(names);
    double second = 0;
    for (int step = 0; step < Steps; ++step) {
        const int round = step / agents + 1;
        const QString name = names.at(step % agents);
        const QString id = round == 1 ? name : u"%1#%2"_s.arg(name).arg(round);
        for (int attempt = 1; attempt <= Attempts; ++attempt, second += 2) {
            script.step(second, "step_started", id, { { "attempt", attempt } });
            script.spend(second + 1, id, 900, 1'000'000);
            script.step(second + 1.2, attempt < Attempts ? "step_retrying" : "step_completed", id);
        }
    }
    script.add(second, "execution_update", "execution_completed");
    return script;
}

double painterMs(const TimelineView &view)
{
    QImage image(Viewport, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int frame = 0; frame < Frames / 4; ++frame) {
        times.push_back(msOf([&] {
            QPainter painter(&image);
            painter.fillRect(image.rect(), Qt::white);
            for (int lane = 0; lane < view.lanes().lanes().size(); ++lane) {
                for (const TimelineBar &bar : view.lanes().lanes().at(lane).bars) {
                    const QRectF rect = view.chart().barRect(lane, bar).intersected(image.rect());
                    if (!rect.isEmpty())
                        painter.fillRect(rect, Qt::darkGreen);
                }
            }
        }));
    }
    return median(times);
}

Json measure(Theme &theme, int agents)
{
    const TimelineScript script = worked(agents);
    TimelineView view(&theme);
    view.resize(Viewport);
    view.setSource(&script.lanes);
    view.refresh(false);
    view.show();
    QApplication::processEvents();
    Json json { { "agents", agents } };
    const auto pan = [&](QScrollBar *bar) {
        return frames([&, bar](int frame) {
            bar->setValue(bar->value() + (frame % 40 < 20 ? 37 : -37));
            view.viewport()->repaint();
        });
    };
    json["all_of_it"] = frames([&](int) { view.viewport()->repaint(); });
    json["pan_down"] = pan(view.verticalScrollBar());
    view.setZoom(40);
    json["pan_right"] = pan(view.horizontalScrollBar());
    json["painter_ms"] = rounded(painterMs(view));
    json["zoom"] = frames([&](int frame) {
        view.setZoom(frame % 2 == 0 ? 44 : 40);
        view.viewport()->repaint();
    });
    json["live_refresh"] = frames([&](int) {
        view.refresh(true);
        view.viewport()->repaint();
    });
    return json;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme theme(Theme::Mode::Light);
    theme.install();
    print({ { "bench", "timeline" },
        { "runs", Json::array({ measure(theme, Steps), measure(theme, 10) }) } });
    return EXIT_SUCCESS;
}
