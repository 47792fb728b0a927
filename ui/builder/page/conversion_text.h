// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/strategy_conversion.h"

#include <QString>

namespace renum::ui {

/// One loss as a sentence, with the names that people know. `before` is the team that is converted.
[[nodiscard]] QString lossText(const ConversionLoss &loss, const TeamDraft &before);

} // namespace renum::ui
