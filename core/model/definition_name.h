// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// The names that people give to agents and endpoints of their own: any script, any sign.
namespace renum {

/// In letters and signs, however many code units each has.
inline constexpr qsizetype MaxNameLength = 255;

/// Why a name cannot be used, as an English sentence; none when it can.
[[nodiscard]] std::optional<QString> nameProblem(const QString &name);
/// Equal for names that people would take for the same one.
[[nodiscard]] QString nameKey(const QString &name);

} // namespace renum
