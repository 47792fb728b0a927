// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/booked_rows.h"

#include "tests/store/raw_database.h"

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> countIn(const Json &row, size_t column)
{
    return row.at(column).is_null() ? std::nullopt : std::optional(row.at(column).get<qint64>());
}

/// The rows, summed as the product does not: from scratch, all of them, in one go.
constexpr auto SummedRows
    = "SELECT created_at / 86400000000, team_id, agent_id, model_provider, model_name, count(*), "
      "sum(coalesce(request_count, 0)), sum(coalesce(tokens_input, 0)), "
      "sum(coalesce(tokens_output, 0)), sum(coalesce(tokens_cached, 0)), "
      "sum(coalesce(tokens_cache_write, 0)), sum(coalesce(tokens_reasoning, 0)), "
      "sum(coalesce(cost_nano_usd, 0)) FROM renum_ai_usage_logs GROUP BY 1, 2, 3, 4, 5"_L1;
constexpr auto Sums
    = "SELECT day, team_id, agent_id, model_provider, model_name, bookings, requests, "
      "tokens_input, tokens_output, tokens_cached, tokens_cache_write, tokens_reasoning, "
      "cost_nano_usd FROM renum_usage_days"_L1;

} // namespace

std::vector<UsageRow> bookedRowsOf(const QString &database, const ExecutionId &execution)
{
    const QString query
        = u"SELECT json_group_array(json_array(suna_agent_run_id, tokens_input, tokens_output, "
          "request_count, estimated)) FROM (SELECT * FROM renum_ai_usage_logs "
          "WHERE execution_id = '%1' ORDER BY rowid)"_s.arg(execution.toString());
    RawDatabase raw(database);
    const Json rows
        = Json::parse(raw.text(query.toUtf8().constData()).toStdString(), nullptr, false);
    std::vector<UsageRow> found;
    for (const Json &row : rows) {
        Usage usage;
        usage.tokensInput = countIn(row, 1);
        usage.tokensOutput = countIn(row, 2);
        usage.requestCount = row.at(3).get<int>();
        usage.estimated = row.at(4).get<int>() != 0;
        found.push_back({ RunId(QString::fromStdString(row.at(0).get<std::string>())), usage });
    }
    return found;
}

QStringList flawsOfSums(const QString &database)
{
    RawDatabase raw(database);
    const auto count = [&raw](const QString &all, const QString &but) {
        const QString query = u"SELECT count(*) FROM (%1 EXCEPT %2)"_s.arg(all, but);
        return raw.number(query.toUtf8().constData());
    };
    QStringList flaws;
    if (const int wrong = count(SummedRows, Sums))
        flaws.append(u"%1 sums of rows are not among the sums of days"_s.arg(wrong));
    if (const int wrong = count(Sums, SummedRows))
        flaws.append(u"%1 sums of days are not of any rows"_s.arg(wrong));
    return flaws;
}

} // namespace renum::test
