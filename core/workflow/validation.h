// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/team.h"

namespace renum {

struct ValidationLimits {
    int maxAgents = 200; ///< design §4: 200 locally, 10 on the server
    qsizetype maxDefinitionBytes = 256 * 1024;
};

/// Everything that validating a draft tells.
struct Validation {
    /// The draft with orders, agent ids and inputs normalised as contract §3.3 and §3.4 say. Usable
    /// only when there is no error.
    TeamDraft normalized;
    /// Errors and warnings together, by path.
    Problems problems;

    [[nodiscard]] bool valid() const { return !hasErrors(problems); }
};

/// Applies W-01 … W-21 and the field limits of contract §1.3.1. Reports every violation with its
/// JSON pointer. Pure. `readProblems` are those found while reading the JSON; they are included.
[[nodiscard]] Validation validateTeam(
    const TeamDraft &draft, const ValidationLimits &limits = {}, const Problems &readProblems = {});

} // namespace renum
