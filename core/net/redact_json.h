// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

namespace renum {

/// The value with every text in it redacted (core/net/redact.h), and without the values of members
/// whose names say that they are secret (contract §8.5).
[[nodiscard]] Json redactedJson(const Json &value);

} // namespace renum
