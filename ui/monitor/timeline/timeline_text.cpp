// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_text.h"

#include "ui/graph/wall_clock.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Timeline {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString separator()
{
    return u" · "_s;
}

QString tokenText(qint64 tokens)
{
    Usage usage;
    usage.tokensInput = tokens;
    return format::tokens(usage);
}

/// "attempt 2", "round 3, attempt 2"; empty for the first of all.
QString turnText(const TimelineBar &bar)
{
    if (bar.iteration > 1 && bar.attempt > 1) {
        return Timeline::tr("round %1, attempt %2").arg(bar.iteration).arg(bar.attempt);
    }
    if (bar.iteration > 1)
        return Timeline::tr("round %1", "of a loop").arg(bar.iteration);
    return bar.attempt > 1 ? Timeline::tr("attempt %1").arg(bar.attempt) : QString();
}

QString stateText(const TimelineBar &bar, Timestamp now)
{
    const QString time = format::duration(between(bar.start, bar.end.value_or(now)));
    switch (bar.state) {
    case TimelineBar::State::Running: //: duration
        return bar.writing ? Timeline::tr("Writing, at work for %1").arg(time)
                           : Timeline::tr("At work for %1").arg(time);
    case TimelineBar::State::Done: //: duration
        return Timeline::tr("Done after %1").arg(time);
    case TimelineBar::State::Failed: //: duration
        return Timeline::tr("Failed after %1").arg(time);
    case TimelineBar::State::Stopped: //: duration
        return Timeline::tr("Stopped after %1").arg(time);
    case TimelineBar::State::Interrupted: //: duration
        return Timeline::tr("Interrupted after %1: Renum was closed").arg(time);
    }
    return {};
}

QString nameOf(const TimelineLanes &lanes, const AgentId &agent)
{
    const int lane = lanes.laneOf(agent);
    return lane < 0 ? agent.toString() : lanes.lanes().at(lane).name;
}

QString clockText(Timestamp time)
{
    const QDateTime local
        = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000).toLocalTime();
    return QLocale().toString(local.time(), QLocale::LongFormat);
}

} // namespace

QString barText(const TimelineBar &bar)
{
    const QString time = bar.end ? format::duration(between(bar.start, *bar.end)) : QString();
    QStringList parts;
    if (const QString turn = turnText(bar); !turn.isEmpty())
        parts << turn;
    switch (bar.state) {
    case TimelineBar::State::Running:
        parts << (bar.writing ? Timeline::tr("writing") : Timeline::tr("working"));
        break;
    case TimelineBar::State::Done:
        parts << time;
        if (bar.cost.isKnown())
            parts << format::money(bar.cost);
        break;
    case TimelineBar::State::Failed: //: duration
        parts << Timeline::tr("failed · %1").arg(time);
        break;
    case TimelineBar::State::Stopped: //: duration
        parts << Timeline::tr("stopped · %1").arg(time);
        break;
    case TimelineBar::State::Interrupted: //: duration
        parts << Timeline::tr("interrupted · %1").arg(time);
        break;
    }
    return parts.join(separator());
}

QStringList barLines(const TimelineLanes &lanes, const TimelinePlace &place, Timestamp now)
{
    const TimelineBar *bar = lanes.bar(place);
    if (!bar)
        return {};
    QStringList lines;
    const QString name = lanes.lanes().at(place.lane).name;
    const QString turn = turnText(*bar);
    if (bar->auxiliary) //: agent, agent
        lines << Timeline::tr("%1 answers %2").arg(name, nameOf(lanes, bar->askedBy));
    else
        lines << (turn.isEmpty() ? name : Timeline::tr("%1, %2", "agent, attempt").arg(name, turn));
    lines << stateText(*bar, now);
    //: time of day
    lines << Timeline::tr("Began at %1").arg(clockText(lanes.onClock(bar->start)));
    if (!bar->nested.isEmpty())
        lines << Timeline::tr("Its team works in a run of its own");
    if (bar->tokens)
        lines << tokenText(*bar->tokens);
    if (bar->cost.isKnown())
        lines << format::money(bar->cost);
    if (bar->error)
        lines << errorText(*bar->error);
    return lines;
}

QString waitWord(TimelineWait::Reason reason)
{
    switch (reason) {
    case TimelineWait::Reason::Queue:
        return Timeline::tr("queue");
    case TimelineWait::Reason::ServiceBusy:
        return Timeline::tr("service busy");
    case TimelineWait::Reason::Breaker:
        return Timeline::tr("service down");
    case TimelineWait::Reason::Retry:
        return Timeline::tr("retry");
    case TimelineWait::Reason::Approval:
        return Timeline::tr("approval");
    case TimelineWait::Reason::Breakpoint:
        return Timeline::tr("breakpoint");
    case TimelineWait::Reason::SpendingCap:
        return Timeline::tr("limit", "of what a run may spend");
    }
    return {};
}

QString waitText(const TimelineWait &wait, Timestamp now)
{
    const QString time = format::duration(between(wait.start, wait.end.value_or(now)));
    switch (wait.reason) {
    case TimelineWait::Reason::Queue: //: duration
        return Timeline::tr("In the queue for %1: as many agents as allowed are at work").arg(time);
    case TimelineWait::Reason::ServiceBusy: //: duration
        return Timeline::tr("For %1 the agent service had no free slot").arg(time);
    case TimelineWait::Reason::Breaker: //: duration
        return Timeline::tr("For %1 the agent service did not answer and was left alone").arg(time);
    case TimelineWait::Reason::Retry: //: duration
        return Timeline::tr("Waited %1 for the next attempt").arg(time);
    case TimelineWait::Reason::Approval: //: duration
        return Timeline::tr("Waited %1 for a person").arg(time);
    case TimelineWait::Reason::Breakpoint: //: duration
        return Timeline::tr("Held %1 at a breakpoint").arg(time);
    case TimelineWait::Reason::SpendingCap: //: duration
        return Timeline::tr("Held %1 at the limit of what the run may spend").arg(time);
    }
    return {};
}

QString bandText(const TimelineBand &band, Timestamp now)
{
    const QString time = format::duration(between(band.start, band.end.value_or(now)));
    //: duration
    return band.kind == TimelineBand::Kind::Paused
        ? Timeline::tr("Paused for %1").arg(time)
        : Timeline::tr("Nobody drove it for %1: Renum was closed").arg(time);
}

QString summaryText(const TimelineSummary &summary)
{
    QStringList parts { format::duration(between(summary.range.start, summary.range.end)),
        Timeline::tr("%n attempt(s)", nullptr, summary.attempts) };
    if (summary.tokens)
        parts << tokenText(*summary.tokens);
    if (summary.cost.isKnown())
        parts << format::money(summary.cost);
    return parts.join(separator());
}

QString pathText(const TimelineLanes &lanes, const TimelinePath &path)
{
    QStringList names;
    for (const TimelinePlace &place : path.order)
        names << lanes.lanes().at(place.lane).name;
    return names.join(u" → "_s);
}

QString laneText(const TimelineLanes &lanes, int lane, Timestamp now)
{
    if (lane < 0 || lane >= lanes.lanes().size())
        return {};
    const TimelineLane &shown = lanes.lanes().at(lane);
    QStringList parts;
    for (const TimelineBar &bar : shown.bars)
        parts << barText(bar);
    for (const TimelineWait &wait : shown.waits)
        parts << waitText(wait, now);
    if (parts.isEmpty())
        parts << Timeline::tr("not started");
    //: agent, then what each of its attempts did
    return Timeline::tr("%1: %2").arg(
        shown.name, parts.join(Timeline::tr(", ", "between names in a list")));
}

QString markText(std::chrono::milliseconds since, std::chrono::milliseconds step)
{
    const auto days = std::chrono::floor<std::chrono::days>(since);
    const auto rest = since - days;
    QString text = format::clock(rest);
    if (step < 1s)
        text += QLocale().decimalPoint() + u"%1"_s.arg((rest % 1s).count(), 3, 10, '0'_L1);
    //: number of days, time of day
    return days.count() == 0 ? text : Timeline::tr("%1 d %2").arg(days.count()).arg(text);
}

} // namespace renum::ui
