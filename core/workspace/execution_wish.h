// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/breakpoint.h"
#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/spending_cap.h"
#include "core/team/context_write.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// What a person wants of a running execution, as a value: so that the engine which drives it can
/// be another program's. See Workspace and ExecutionControls for what each means.
namespace renum {

struct StopWish { };
struct PauseWish { };
struct ContinueWish {
    bool holdsAtNext = false;
};
struct ApprovalWish {
    AgentId agent;
    bool approved = false;
    QString comment;
};
struct WriteContextWish {
    std::vector<ContextWrite> writes;
};
struct RestoreContextWish {
    int version = 0;
};
struct ResultWish {
    StepId step;
    std::optional<QString> value; ///< absent: the step is skipped
};
struct RepeatWish {
    StepId step;
};
struct MessageWish {
    AgentId agent;
    QString text;
};
struct CapWish {
    SpendingCap cap;
};
struct BreakpointsWish {
    Breakpoints breakpoints;
};
using ExecutionWish
    = std::variant<StopWish, PauseWish, ContinueWish, ApprovalWish, WriteContextWish,
        RestoreContextWish, ResultWish, RepeatWish, MessageWish, CapWish, BreakpointsWish>;

/// An object; `wish` names which it is.
[[nodiscard]] Json toJson(const ExecutionWish &wish);
/// Absent when it is none that this version knows.
[[nodiscard]] std::optional<ExecutionWish> wishFromJson(const Json &json);

} // namespace renum
