// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/typed_json.h"

#include "core/net/json_limits.h"

namespace renum {

Result<Json> readTypedJson(QByteArrayView text)
{
    // A whole team's definition has no more (W-21).
    constexpr JsonLimits limits { .maxBytes = qsizetype(256) * 1024, .maxDepth = 64 };
    return parseJson(text, limits);
}

} // namespace renum
