// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum::ui {

/// What can be shown of a text in one line of bounded length: nothing that a terminal or a layout
/// would act on, such as ANSI codes, line breaks and marks that turn the direction of writing.
[[nodiscard]] QString singleLine(const QString &text);

} // namespace renum::ui
