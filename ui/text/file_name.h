// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renum::ui {

/// A name for the file of a team that every system takes, without a suffix.
[[nodiscard]] QString fileNameFor(const QString &team);

} // namespace renum::ui
