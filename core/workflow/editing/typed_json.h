// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QByteArrayView>

namespace renum {

/// JSON that a person types or pastes into a field. Errors: json_too_large, json_too_deep,
/// json_invalid with the argument `offset`, the byte at which it goes wrong.
[[nodiscard]] Result<Json> readTypedJson(QByteArrayView text);

} // namespace renum
