// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "ui/theme/look.h"

#include <QString>

namespace renum::ui {

/// The line that always says what the execution is waiting for, and how it is meant.
struct WaitLine {
    QString text;
    Look look = Look::AccentBanner;
    friend bool operator==(const WaitLine &, const WaitLine &) = default;
};

/// Pure. `interrupted`: the engine that ran it is gone.
[[nodiscard]] WaitLine waitLine(const Execution &execution, bool interrupted, Timestamp now);

} // namespace renum::ui
