// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cost.h"

#include <QString>

namespace renum::ui::format {

/// `$0.0312`, with `≈` when something was estimated or is missing; empty when nothing is known,
/// because unknown is not zero.
[[nodiscard]] QString money(const Cost &cost);
/// `+$0.0100`, `−$0.0100`.
[[nodiscard]] QString moneyChange(qint64 nanoUsd);

} // namespace renum::ui::format
