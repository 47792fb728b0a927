// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/kept_results.h"

#include <QSet>

#include <vector>

/// Running a part of a team. Pure.
///
/// "Before a member" is whoever it waits for, directly or through others: by what it takes, by its
/// conditions and dependencies, and in ordered strategies by the order.
///  - OnlyThis: the member alone. Those before it with a kept result stand in for themselves, the
///    others are left out; approvals before it are passed over. It runs whatever its conditions
///    say, even switched off, and nothing is sent back.
///  - UntilHere: the member and those before it; the others are left out.
///  - FromHere: the whole team. Whatever does not build on the member keeps its result where there
///    is one and runs where there is none. Whoever has to agree is asked again.
/// Who is left out is not in the team that runs: conditions, inputs and rules that name it are
/// without it. The result of a part is that of its member. Everything else is as in every run.
namespace renum {

struct TeamPart {
    enum class Kind { OnlyThis, UntilHere, FromHere };
    Kind kind = Kind::UntilHere;
    AgentId member;

    friend bool operator==(const TeamPart &, const TeamPart &) = default;
};

struct PartPlan {
    TeamDraft draft; ///< what runs
    KeptResults kept; ///< of the given results, those that stand in
    std::vector<AgentId> leftOut; ///< in the order of the team
    /// OnlyThis: whose results the member takes that are not there. It would work without them.
    std::vector<AgentId> missing;
};

/// `results` are those at hand. Without such a member nothing is left out and nothing is kept.
[[nodiscard]] PartPlan planPart(
    const TeamDraft &draft, const TeamPart &part, const KeptResults &results);

/// Those before a member, and those that build on it; without itself.
[[nodiscard]] QSet<AgentId> membersBefore(
    const WorkflowDefinition &workflow, const AgentId &member);
[[nodiscard]] QSet<AgentId> membersAfter(const WorkflowDefinition &workflow, const AgentId &member);

} // namespace renum
