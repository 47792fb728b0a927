// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace renum {

/// Positions in two sequences at which both have the same run.
struct CommonRun {
    std::size_t before = 0;
    std::size_t after = 0;
    std::size_t length = 0;

    friend bool operator==(const CommonRun &, const CommonRun &) = default;
};

/// The runs of a longest common subsequence, ascending; equal things have equal numbers. Time and
/// memory grow with the number of differences: with more than `mostDifferences` there is no answer.
/// Pure.
[[nodiscard]] std::optional<std::vector<CommonRun>> commonRuns(
    const std::vector<int> &before, const std::vector<int> &after, std::size_t mostDifferences);

} // namespace renum
