// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_projection.h"
#include "ui/monitor/context/context_fold.h"
#include "ui/monitor/graph/step_runs.h"
#include "ui/monitor/messages/message_flow.h"
#include "ui/monitor/step/step_context.h"
#include "ui/monitor/step_history.h"
#include "ui/monitor/timeline/timeline_lanes.h"

#include <tuple>

namespace renum::ui {

/// Everything that the monitor's views show of one execution at one instant: all folds of its event
/// log in one value. Cheap to copy. A new view adds its fold to `Folds` and nothing else.
class MonitorState {
public:
    MonitorState() = default;
    /// As the stored rows say, before the log has been read: the other folds are still empty.
    explicit MonitorState(Execution stored);

    /// Events must come in seq order. One of an unknown type changes only seq().
    void apply(const ExecutionEvent &event);

    [[nodiscard]] const Execution &execution() const noexcept
    {
        return fold<ExecutionProjection>().execution();
    }
    /// Of the last event that was applied; 0 before the first.
    [[nodiscard]] qint64 seq() const noexcept { return execution().lastSeq; }
    template<typename Fold>
    [[nodiscard]] const Fold &fold() const noexcept
    {
        return std::get<Fold>(m_folds);
    }
    /// All folds say the same; every fold can be compared.
    friend bool operator==(const MonitorState &a, const MonitorState &b);
    /// What a copy takes, roughly, in bytes.
    [[nodiscard]] qsizetype approximateSize() const;

private:
    using Folds = std::tuple< //
        ExecutionProjection, //
        StepHistories, //
        StepRuns, //
        StepContext, //
        TimelineLanes, //
        MessageFlow, //
        ContextFold>;
    Folds m_folds;
};

} // namespace renum::ui
