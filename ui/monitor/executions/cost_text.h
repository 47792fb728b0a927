// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cost.h"

#include <QString>

namespace renum::ui {

/// `$0.0312`, with `≈` when something of it was estimated or is missing; empty when nothing is
/// known, because unknown is not zero.
[[nodiscard]] QString costText(const Cost &cost);

} // namespace renum::ui
