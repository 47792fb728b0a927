// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_error.h"

#include <QMap>

namespace renum {

/// What went wrong over many executions (contract §1.5.13).
class ErrorStatistics {
public:
    void add(const ExecutionErrorList &errors);

    [[nodiscard]] int total() const noexcept { return m_total; }
    [[nodiscard]] const QMap<QString, int> &byType() const noexcept { return m_byType; }
    [[nodiscard]] const QMap<QString, int> &bySeverity() const noexcept { return m_bySeverity; }
    /// The share of failures after which the step completed all the same, 0 to 1; none without
    /// failures.
    [[nodiscard]] std::optional<double> recoveryRate() const;
    /// Types with their counts, the most frequent first, then by name.
    [[nodiscard]] QList<std::pair<QString, int>> mostCommon() const;

private:
    int m_total = 0;
    int m_resolved = 0;
    QMap<QString, int> m_byType;
    QMap<QString, int> m_bySeverity;
};

[[nodiscard]] Json toJson(const ErrorStatistics &statistics);

} // namespace renum
