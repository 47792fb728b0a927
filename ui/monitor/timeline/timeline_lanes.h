// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/step_iteration.h"
#include "ui/monitor/timeline/timeline_bar.h"

#include <QHash>

namespace renum::ui {

/// Lanes, bars and waits as folded from events. Pure; copies share what they have in common.
class TimelineLanes {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);

    [[nodiscard]] const QList<TimelineLane> &lanes() const noexcept { return m_lanes; }
    /// Null when there is none.
    [[nodiscard]] const TimelineBar *bar(const TimelinePlace &place) const;
    [[nodiscard]] int laneOf(const AgentId &agent) const { return m_laneOf.value(agent, -1); }
    /// Where the axis begins: when the execution was created.
    [[nodiscard]] std::optional<Timestamp> start() const noexcept { return m_start; }
    /// When the execution ended.
    [[nodiscard]] std::optional<Timestamp> end() const noexcept { return m_end; }
    /// The last thing that is known.
    [[nodiscard]] Timestamp last() const noexcept { return m_last; }
    /// A moment of the clock on the axis, not before the last thing that is known.
    [[nodiscard]] Timestamp onAxis(Timestamp clock) const;
    /// What the clock said at a moment of the axis.
    [[nodiscard]] Timestamp onClock(Timestamp axis) const;

    [[nodiscard]] const QList<TimelineBand> &bands() const noexcept { return m_bands; }
    [[nodiscard]] const QList<ClockSetBack> &setBacks() const noexcept { return m_setBacks; }
    /// Only what is known to cost something.
    [[nodiscard]] const QList<TimelineMoney> &money() const noexcept { return m_money; }
    friend bool operator==(const TimelineLanes &, const TimelineLanes &) = default;

private:
    using Handler = void (TimelineLanes::*)(const ExecutionEvent &);
    static Handler handlerOf(const QString &eventType);

    void onPlan(const ExecutionEvent &event);
    void onStarted(const ExecutionEvent &event);
    void onOutput(const ExecutionEvent &event);
    void onUsage(const ExecutionEvent &event);
    void onWaiting(const ExecutionEvent &event);
    void onRetrying(const ExecutionEvent &event);
    void onApprovalRequested(const ExecutionEvent &event);
    void onNested(const ExecutionEvent &event);
    void onStepEnd(const ExecutionEvent &event);
    void onAuxiliaryStarted(const ExecutionEvent &event);
    void onAuxiliaryEnded(const ExecutionEvent &event);
    void onPaused(const ExecutionEvent &event);
    void onHeld(const ExecutionEvent &event);
    void onContinued(const ExecutionEvent &event);
    void onResumed(const ExecutionEvent &event);

    void advanceClock(Timestamp clock);
    [[nodiscard]] TimelineBar *openBar(const StepId &step);
    TimelinePlace addBar(int lane, TimelineBar bar);
    void closeBar(const StepId &step, Timestamp end, TimelineBar::State state);
    void openWait(const AgentId &agent, const StepId &step, TimelineWait::Reason reason);
    void closeWait(const StepId &step);
    void closeBand(TimelineBand::Kind kind);
    void closeAll();
    [[nodiscard]] QList<TimelinePlace> whatHandedOver(const StepIteration &next) const;

    QList<TimelineLane> m_lanes;
    QHash<AgentId, int> m_laneOf;
    QHash<StepId, QList<StepId>> m_dependencies; ///< of the plan
    QHash<StepId, QList<StepId>> m_sentBack; ///< which steps of the plan may ask for another round
    QHash<StepId, TimelinePlace> m_latest; ///< bar of each step, whatever its iteration
    QHash<StepId, TimelinePlace> m_open; ///< by the step of the event; bar of an attempt
    QHash<StepId, TimelinePlace> m_openWaits; ///< the same for waits
    QList<TimelineBand> m_bands;
    QList<ClockSetBack> m_setBacks;
    QList<TimelineMoney> m_money;
    Cost m_spent;
    std::chrono::microseconds m_setBack {}; ///< in all
    std::optional<Timestamp> m_start;
    std::optional<Timestamp> m_end;
    Timestamp m_last;
    std::optional<Timestamp> m_lostAt; ///< when the engine before this one was last heard of
};

} // namespace renum::ui
