// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace renum {

/// A stretch of text that two texts share, or that one of them has alone.
struct TextPiece {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};
using TextDifference = std::vector<TextPiece>;

/// What turns `before` into `after`, in whole words. The Same and Removed pieces together are
/// `before`, the Same and Added pieces are `after`; neighbours are of different kinds, and what was
/// removed comes before what took its place. White space between two changed words counts as
/// changed, so that a replaced sentence is one piece.
///
/// Texts of a few thousand changes get the shortest difference; beyond that it is right, but may be
/// longer than it needs to be, so that even texts of megabytes that share nothing are quick.
[[nodiscard]] TextDifference wordDifference(const QString &before, const QString &after);

/// True when nothing is removed or added.
[[nodiscard]] bool isSame(const TextDifference &difference);

} // namespace renum
