// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace renum::ui {

/// What earlier executions of a team tell about the next one.
struct PastRuns {
    int count = 0; ///< that completed
    std::chrono::milliseconds usualTime {}; ///< in the middle
    std::optional<qint64> usualTokens; ///< in the middle; none where nobody counted

    friend bool operator==(const PastRuns &, const PastRuns &) = default;
};
[[nodiscard]] PastRuns pastRuns(const QList<Execution> &executions);

/// Where an estimate of the time comes from, and what earlier runs took.
[[nodiscard]] QString timeBasis(const PastRuns &past);
/// What is known about the cost, and what is not.
[[nodiscard]] QString costBasis(const PastRuns &past);

} // namespace renum::ui
