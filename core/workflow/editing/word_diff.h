// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace renum {

/// A run of a text that both versions have, or only one of them.
struct TextPiece {
    enum class Kind {
        Same,
        Removed, ///< only in the first
        Added, ///< only in the second
    };
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};
using TextPieces = std::vector<TextPiece>;

/// What was changed in a text, word by word: same and removed pieces together are the first text,
/// same and added ones the second. Neighbours are of different kinds, a removed piece comes before
/// the added one in its place. Texts that have next to nothing in common are told apart by lines,
/// or as a whole, so that the time stays short for any two texts. Pure.
[[nodiscard]] TextPieces wordDiff(const QString &before, const QString &after);

} // namespace renum
