// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_statistics.h"

#include <algorithm>

namespace renum {

namespace {

Json countsJson(const QMap<QString, int> &counts)
{
    Json json = Json::object();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        json[it.key().toStdString()] = it.value();
    return json;
}

} // namespace

void ErrorStatistics::add(const ExecutionErrorList &errors)
{
    for (const ExecutionError &error : errors) {
        ++m_total;
        m_resolved += error.resolved ? 1 : 0;
        ++m_byType[toString(error.error.category)];
        ++m_bySeverity[toString(severityOf(error.error.category))];
    }
}

std::optional<double> ErrorStatistics::recoveryRate() const
{
    if (m_total == 0)
        return std::nullopt;
    return double(m_resolved) / m_total;
}

QList<std::pair<QString, int>> ErrorStatistics::mostCommon() const
{
    QList<std::pair<QString, int>> types;
    for (auto it = m_byType.cbegin(); it != m_byType.cend(); ++it)
        types.append({ it.key(), it.value() });
    std::ranges::stable_sort(types, std::ranges::greater(), &std::pair<QString, int>::second);
    return types;
}

Json toJson(const ErrorStatistics &statistics)
{
    Json common = Json::array();
    for (const auto &[type, count] : statistics.mostCommon()) {
        common.push_back({ { "error_type", toJson(type) }, { "count", count },
            { "percentage", 100.0 * count / statistics.total() } });
    }
    const std::optional<double> rate = statistics.recoveryRate();
    return { { "total_errors", statistics.total() },
        { "errors_by_type", countsJson(statistics.byType()) },
        { "errors_by_severity", countsJson(statistics.bySeverity()) },
        { "recovery_rate", rate ? Json(*rate) : Json() }, { "most_common_errors", common } };
}

} // namespace renum
