// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace renum {

/// A moment in UTC with microseconds, as stored (design §4: INTEGER microseconds since the epoch).
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

[[nodiscard]] qint64 toMicroseconds(Timestamp time);
[[nodiscard]] Timestamp fromMicroseconds(qint64 microseconds);

/// RFC 3339 UTC with milliseconds and `Z`, for example `2026-01-01T00:01:02.123Z` (contract §1.1).
[[nodiscard]] QString toRfc3339(Timestamp time);
/// Any offset is accepted, a missing one is UTC, fractions of 0 to 9 digits. None when malformed.
[[nodiscard]] std::optional<Timestamp> fromRfc3339(const QString &text);

} // namespace renum
