// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace renum::ui {

/// A time as logs show it, typed by a person: `18`, `00:18`, `00:18.2` or `1:02:03`; seconds with a
/// point or a comma. None for anything else.
[[nodiscard]] std::optional<std::chrono::milliseconds> clockFromText(const QString &text);

} // namespace renum::ui
