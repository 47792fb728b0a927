// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <optional>
#include <vector>

namespace renum {

/// An execution among those that came out of each other by retries and forks.
struct FamilyMember {
    ExecutionId id;
    std::optional<ExecutionId> origin; ///< absent for the first of all
    ExecutionOrigin::Kind kind = ExecutionOrigin::Kind::Retry; ///< how it came out of its origin
    ExecutionStatus status = ExecutionStatus::Pending;
    Timestamp createdAt;
};

struct FamilyTree {
    FamilyMember member;
    std::vector<FamilyTree> children; ///< by time
};

/// The family of an execution, from the first of it that is known. Just the execution when it has
/// none; nothing when it is not among `known`. Pure; origins that go in a circle are cut.
[[nodiscard]] std::optional<FamilyTree> familyOf(
    const std::vector<FamilyMember> &known, const ExecutionId &execution);

} // namespace renum
