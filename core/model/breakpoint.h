// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/workflow_definition.h"

#include <optional>
#include <vector>

namespace renum {

/// Where an execution holds until a person goes on.
struct Breakpoint {
    enum class Place { Before, After };
    AgentId agent; ///< whose step
    Place place = Place::Before;
    bool enabled = true;
    /// Holds only when this is true of the results so far (contract §3.6).
    std::optional<Condition> condition;

    friend bool operator==(const Breakpoint &, const Breakpoint &) = default;
};
[[nodiscard]] Json toJson(const Breakpoint &breakpoint);
/// Absent when it is none.
[[nodiscard]] std::optional<Breakpoint> breakpointFromJson(const Json &json);
using Breakpoints = std::vector<Breakpoint>;

} // namespace renum
