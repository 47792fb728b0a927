// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/ids.h"
#include "core/model/timestamp.h"
#include "core/model/usage.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// What a timeline shows. Times are those of its own axis, which never goes back: they differ from
/// what the clock said after it was set back.
namespace renum::ui {

/// A bar of a lane, by their places in the timeline: bars are only ever added.
struct TimelinePlace {
    int lane = -1;
    int bar = -1;

    friend bool operator==(const TimelinePlace &, const TimelinePlace &) = default;
};

/// One attempt of a step, or a run beside the steps that answers another agent.
struct TimelineBar {
    enum class State { Running, Done, Failed, Stopped, Interrupted };
    StepId step; ///< with the suffix of its iteration
    int iteration = 1;
    int attempt = 1;
    int row = 0; ///< of its lane; more than one while an agent does several things at once
    qint64 seq = 0; ///< of the event that began it
    Timestamp start;
    std::optional<Timestamp> end; ///< absent while it runs
    State state = State::Running;
    bool writing = false; ///< words have come
    bool auxiliary = false; ///< answers `askedBy`
    AgentId askedBy;
    ExecutionId nested; ///< the run of the team that is the member
    std::optional<qint64> tokens; ///< unknown is absent
    Cost cost;
    std::optional<Error> error;
    QList<TimelinePlace> after; ///< what handed over to it

    friend bool operator==(const TimelineBar &, const TimelineBar &) = default;
};

/// A time in which a step could have been worked on and was not.
struct TimelineWait {
    enum class Reason { Queue, ServiceBusy, Breaker, Retry, Approval, Breakpoint, SpendingCap };
    Reason reason = Reason::Queue;
    StepId step;
    int row = 0;
    Timestamp start;
    std::optional<Timestamp> end;

    friend bool operator==(const TimelineWait &, const TimelineWait &) = default;
};

struct TimelineLane {
    AgentId agent;
    QString name;
    QList<TimelineBar> bars; ///< by start
    QList<TimelineWait> waits; ///< by start
    int rows = 1;

    friend bool operator==(const TimelineLane &, const TimelineLane &) = default;
};

/// A time that concerns all lanes.
struct TimelineBand {
    enum class Kind { Paused, Interrupted };
    Kind kind = Kind::Paused;
    Timestamp start;
    std::optional<Timestamp> end;

    friend bool operator==(const TimelineBand &, const TimelineBand &) = default;
};

/// The clock was set back here; the axis goes on.
struct ClockSetBack {
    Timestamp at;
    std::chrono::microseconds by {};

    friend bool operator==(const ClockSetBack &, const ClockSetBack &) = default;
};

/// What had been spent from this moment on.
struct TimelineMoney {
    Timestamp at;
    Cost total;

    friend bool operator==(const TimelineMoney &, const TimelineMoney &) = default;
};

} // namespace renum::ui
