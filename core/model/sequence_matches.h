// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace renum {

/// An item of one sequence and the equal one of another that it belongs to.
struct SequenceMatch {
    std::size_t before = 0; ///< index
    std::size_t after = 0;

    friend bool operator==(const SequenceMatch &, const SequenceMatch &) = default;
};

/// What two sequences have in common, in order: both indexes only grow. As much as possible while
/// they differ in no more than `mostEdits` items; where they differ in more, as much as was found
/// by then, and on from there. Takes time in proportion to the length times `mostEdits` at worst.
[[nodiscard]] std::vector<SequenceMatch> sequenceMatches(
    std::span<const int> before, std::span<const int> after, int mostEdits = 1000);

} // namespace renum
