// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <cstddef>
#include <vector>

namespace renum {

/// Something that the other strategy has no place for.
struct ConversionLoss {
    enum class Kind {
        Input, ///< `member` no longer gets the result of `other`
        Prompt, ///< `member` no longer gets the prompt
        Variable, ///< `member` no longer gets the context variable `text`
        Dependency, ///< `member` no longer waits for `other`
        Feedback, ///< `member` no longer sends its work back to `other`
        FailFast, ///< nothing is stopped when one fails
    };
    Kind kind = Kind::Input;
    AgentId member;
    AgentId other;
    QString text;

    friend bool operator==(const ConversionLoss &, const ConversionLoss &) = default;
};

/// A team as another strategy: rewired, with what it loses.
struct StrategyConversion {
    TeamDraft draft;
    std::vector<ConversionLoss> losses;
};

/// Converts between the strategies of contract §3.7, keeping whatever the other one can hold.
///  - To sequential and pipeline: in the order in which the results flow now. In a pipeline each
///    gets the result of the one before and nothing else.
///  - To parallel: what was one after the other runs side by side on the prompt, and the last of
///    three or more joins the results of the others. A conditional team keeps its wires.
///  - To conditional: the first decides; each of the others that has no condition yet runs when its
///    role (or name) is in the first one's answer, and gets that answer.
/// Pure. The same type gives the draft back.
[[nodiscard]] StrategyConversion convertStrategy(const TeamDraft &draft, WorkflowType to);

/// Positions of the members in an order in which everyone comes after those whose results it gets;
/// as before where that leaves a choice, and where they wait for each other in a circle.
[[nodiscard]] std::vector<std::size_t> flowOrder(const WorkflowDefinition &workflow);

} // namespace renum
