// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/timestamp.h"

#include <vector>

namespace renum {

/// When a step was worked on, from its first attempt to the end of its last, and what it could not
/// begin without.
struct WorkSpan {
    StepId step; ///< with the suffix of its iteration
    Timestamp start;
    Timestamp end;
    std::vector<StepId> after;

    friend bool operator==(const WorkSpan &, const WorkSpan &) = default;
};

/// The steps that decided when the work ended (contract §1.6.2 `critical_path`): the one that
/// ended last, before it the one that ended last of those it waited for, and so on. Indices into
/// `spans`, in the order of time; empty without work. Pure.
[[nodiscard]] std::vector<std::size_t> criticalPath(const std::vector<WorkSpan> &spans);

} // namespace renum
