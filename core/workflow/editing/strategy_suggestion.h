// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <optional>

namespace renum {

/// Another strategy that fits what a person has drawn better than the present one.
struct StrategySuggestion {
    enum class Reason {
        Chain, ///< each takes only the result of the one before
        Ordered, ///< everyone waits for someone, so that only one ever works
        Independent, ///< `member` and `other` do not need each other
        Decision, ///< what `member` says decides who works
        NoConditions, ///< nobody has a condition
    };
    WorkflowType type = WorkflowType::Sequential;
    Reason reason = Reason::Chain;
    AgentId member;
    AgentId other;
    TeamDraft draft; ///< as that strategy, with the same wires

    friend bool operator==(const StrategySuggestion &, const StrategySuggestion &) = default;
};

/// Looks at results that are taken, dependencies and conditions. None while no member is joined to
/// another, when the present strategy fits, when the other one could not hold everything that is
/// there, and for teams of more than 200. Pure.
[[nodiscard]] std::optional<StrategySuggestion> suggestStrategy(const TeamDraft &draft);

} // namespace renum
