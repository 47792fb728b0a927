// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/usage.h"

namespace renum {

/// Fills counts that the service did not tell from the length of the texts, four characters a
/// token, and marks the usage as estimated (contract §7.3). What was told is kept.
[[nodiscard]] Usage estimateMissing(
    Usage told, qsizetype promptLength, qsizetype answerLength, const QString &requestedModel);

} // namespace renum
