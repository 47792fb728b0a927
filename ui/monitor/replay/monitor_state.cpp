// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/monitor_state.h"

#include "ui/monitor/replay/json_size.h"

namespace renum::ui {

namespace {

/// Of a state without steps; of a step with its plan, history and bars.
constexpr qsizetype StateSize = 4'000;
constexpr qsizetype StepSize = 4'000;

bool same(const ExecutionProjection &a, const ExecutionProjection &b)
{
    return a.execution() == b.execution();
}

template<typename Fold>
bool same(const Fold &a, const Fold &b)
{
    return a == b;
}

} // namespace

bool operator==(const MonitorState &a, const MonitorState &b)
{
    const auto all = [&b](const auto &...mine) {
        return (same(mine, std::get<std::remove_cvref_t<decltype(mine)>>(b.m_folds)) && ...);
    };
    return std::apply(all, a.m_folds);
}

MonitorState::MonitorState(Execution stored)
{
    std::get<ExecutionProjection>(m_folds) = ExecutionProjection(std::move(stored));
}

void MonitorState::apply(const ExecutionEvent &event)
{
    std::apply([&event](auto &...folds) { (folds.apply(event), ...); }, m_folds);
}

qsizetype MonitorState::approximateSize() const
{
    const Execution &shown = execution();
    qsizetype size = StateSize + jsonSize(shown.contextObject) + jsonSize(shown.sharedMemory);
    for (const StepRecord &step : shown.steps) {
        size += StepSize;
        // Finished texts are shared between copies; one that grows is not.
        if (step.status == StepStatus::Running)
            size += step.liveText.size() * qsizetype(sizeof(QChar));
    }
    return size;
}

} // namespace renum::ui
