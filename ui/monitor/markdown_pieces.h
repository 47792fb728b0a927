// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace renum::ui {

/// Markdown in pieces that can be rendered one after another: a piece ends where a block ends.
/// Pure; used to render long and growing texts without ever rendering everything at once.
///
/// The offset where the piece of `text` that begins at `from` ends. Pieces end before a heading or
/// a plain paragraph that follows an empty line outside a code fence, and at the latest after
/// MostPiece characters. `complete`: the text will not grow, so pieces may be larger and its last
/// block is one too; else -1 while no block is complete. `open`: the fence that is open at `from`.
inline constexpr qsizetype LeastPiece = 1500; ///< of a complete text, its last piece excepted
inline constexpr qsizetype MostPiece = 12'000;
/// Of a line that is longer than that: a paragraph is laid out as a whole, and takes its time.
inline constexpr qsizetype LongLinePiece = 2'000;
[[nodiscard]] qsizetype nextMarkdownPiece(
    QStringView text, qsizetype from, bool complete, const QString &open = {});

/// The code fence that is open at the end of a piece, for example "```"; empty when none is. `open`
/// is the one that was open at its start.
[[nodiscard]] QString openFence(QStringView piece, const QString &open);

} // namespace renum::ui
