// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum::cli {

/// Agent text is untrusted: control characters and escape sequences must not reach the terminal.
/// Line breaks and tabs stay when `keepLines`, else they become spaces.
enum class LineBreaks { Keep, Fold };
[[nodiscard]] QString printable(const QString &text, LineBreaks breaks);

/// Cut to `columns` with an ellipsis in front or at the end.
enum class Ellipsis { Front, End };
[[nodiscard]] QString shortened(const QString &text, qsizetype columns, Ellipsis where);

/// One column of a table: on one line, cut or filled up.
[[nodiscard]] QString cell(const QString &text, qsizetype columns);

/// `18.2 s`, `2 min 05 s`.
[[nodiscard]] QString durationText(double seconds);

} // namespace renum::cli
