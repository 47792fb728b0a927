// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QString>

#include <optional>
#include <vector>

namespace renum::ui {

/// One attempt of a step on the time axis.
struct TimelineBar {
    enum class State { Running, Done, Failed, Stopped };
    int attempt = 1;
    Timestamp start;
    std::optional<Timestamp> end; ///< absent while it runs
    State state = State::Running;
    bool writing = false; ///< words have come

    friend bool operator==(const TimelineBar &, const TimelineBar &) = default;
};

struct TimelineLane {
    AgentId agent;
    QString name;
    std::vector<TimelineBar> bars; ///< by start

    friend bool operator==(const TimelineLane &, const TimelineLane &) = default;
};

/// Lanes and bars as folded from events. Pure.
class TimelineLanes {
public:
    void clear();
    void apply(const ExecutionEvent &event);

    [[nodiscard]] const std::vector<TimelineLane> &lanes() const noexcept { return m_lanes; }
    /// Where the axis begins: when the execution started, or was created.
    [[nodiscard]] std::optional<Timestamp> start() const noexcept { return m_start; }
    /// When the execution ended.
    [[nodiscard]] std::optional<Timestamp> end() const noexcept { return m_end; }
    friend bool operator==(const TimelineLanes &, const TimelineLanes &) = default;

private:
    void applyPlan(const ExecutionEvent &event);
    void applyStep(const ExecutionEvent &event);
    void closeBars(Timestamp time, TimelineBar::State state);

    std::vector<TimelineLane> m_lanes;
    std::optional<Timestamp> m_start;
    std::optional<Timestamp> m_end;
};

/// "18.2 s", "attempt 2 · writing", "failed". Pure.
[[nodiscard]] QString barText(const TimelineBar &bar);

} // namespace renum::ui
