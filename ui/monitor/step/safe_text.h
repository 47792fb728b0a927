// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum::ui {

/// What an agent or a tool wrote, to be read: the codes with which programs colour terminals are
/// gone, and so are other control characters but line breaks and tabs. Cheap when there are none.
/// Pure.
[[nodiscard]] QString withoutTerminalCodes(const QString &text);
/// The same text with each control character as a picture of it: nothing is hidden. Pure.
[[nodiscard]] QString withVisibleControls(const QString &text);

} // namespace renum::ui
