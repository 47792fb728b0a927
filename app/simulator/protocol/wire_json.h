// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/timestamp.h"

#include <QByteArray>
#include <QString>

#include <string>

/// JSON as Suna's Python server writes it.
namespace renum::sim {

/// Keeps the order in which members were added, as a Python dictionary does.
using WireJson = nlohmann::ordered_json;

[[nodiscard]] std::string utf8(const QString &text);
/// A JSON string, or null when the text is empty.
[[nodiscard]] WireJson textOrNull(const QString &text);
/// The same value with the member order of the source.
[[nodiscard]] WireJson toWire(const Json &value);

/// `json.dumps` with its defaults: `", "` and `": "`, everything beyond ASCII escaped. Used in
/// streams and for JSON that travels inside a string.
[[nodiscard]] std::string pythonJson(const WireJson &value);
/// As FastAPI answers: compact, UTF-8.
[[nodiscard]] QByteArray restJson(const WireJson &value);

/// Python's `isoformat()` in UTC: `2025-08-02T10:15:30.123456+00:00`, no fraction when it is zero.
[[nodiscard]] std::string isoTime(Timestamp time);

} // namespace renum::sim
