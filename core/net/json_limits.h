// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QByteArrayView>

namespace renum {

/// Bounds for JSON from outside (design §7).
struct JsonLimits {
    qsizetype maxBytes = qsizetype(4) * 1024 * 1024;
    int maxDepth = 64;
};

/// Parses without throwing; checks size and depth before building anything. Errors: json_too_large,
/// json_too_deep, json_invalid (with the byte offset; also for invalid UTF-8).
[[nodiscard]] Result<Json> parseJson(QByteArrayView bytes, JsonLimits limits = {});

} // namespace renum
