// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <QSet>
#include <QString>
#include <QVariantMap>

namespace renum {

/// Gathers the findings about one team. What reading the JSON found already is not told twice.
class ValidationReport {
public:
    explicit ValidationReport(const Problems &readProblems);

    void error(
        const QString &code, const QString &path, const QString &message, QVariantMap args = {});
    void warning(
        const QString &code, const QString &path, const QString &message, QVariantMap args = {});

    /// Reading found an error of this code.
    [[nodiscard]] bool readFound(const QString &code) const;
    /// Reading found an error at this place or inside it: what is there is not what was written.
    [[nodiscard]] bool isUnreadable(const QString &path) const;

    /// Everything, by path; indexes in the order of numbers.
    [[nodiscard]] Problems takeSorted();

private:
    void add(Problem problem);

    Problems m_problems;
    QSet<QString> m_readCodes;
    QSet<QString> m_readErrorPaths; ///< with every place that contains them
    QSet<QString> m_readFindings; ///< code and path
};

} // namespace renum
