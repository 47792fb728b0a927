// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/run_facts.h"

namespace renum {

/// What changed from one figure to another; absent where either is not known: unknown is not zero.
struct FigureChange {
    std::optional<qint64> before;
    std::optional<qint64> after;

    [[nodiscard]] std::optional<qint64> change() const
    {
        return before && after ? std::optional(*after - *before) : std::nullopt;
    }
    friend bool operator==(const FigureChange &, const FigureChange &) = default;
};

/// Time in microseconds, tokens of input and output, money in nano-USD.
struct FiguresChange {
    FigureChange time;
    FigureChange tokens;
    FigureChange money;
    bool approximate = false; ///< something of the money or the tokens was estimated or is missing

    friend bool operator==(const FiguresChange &, const FiguresChange &) = default;
};

/// The same step in two executions, or one that only one of them has.
struct StepComparison {
    std::optional<ComparedStep> before;
    std::optional<ComparedStep> after;

    [[nodiscard]] const ComparedStep &any() const { return after ? *after : *before; }
    [[nodiscard]] FiguresChange figures() const;
    [[nodiscard]] bool promptChanged() const;
    [[nodiscard]] bool outputChanged() const;
};

struct RunComparison {
    RunFacts before;
    RunFacts after;
    /// In the order of the second execution; those that only the first has at their place.
    std::vector<StepComparison> steps;

    [[nodiscard]] FiguresChange figures() const;
};

/// Steps belong together by member and iteration; of those that are left, by name, then by place in
/// the plan: a member that was replaced is compared with who took its place. Pure.
[[nodiscard]] std::vector<StepComparison> alignedSteps(
    const std::vector<ComparedStep> &before, const std::vector<ComparedStep> &after);
[[nodiscard]] RunComparison compareRuns(RunFacts before, RunFacts after);

/// {before, after, figures, steps: [{step_id, name, iteration, before, after, figures,
/// prompt_changed, output_changed}], result_changed, settings: [{path, kind, before, after}]}.
[[nodiscard]] Json toJson(const RunComparison &comparison);

} // namespace renum
