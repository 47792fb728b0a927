// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger_reader.h"

#include "core/store/ledger_sums.h"
#include "core/store/page_key.h"
#include "core/store/statement.h"

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr qint64 MicrosecondsPerDay = 86'400'000'000;

qint64 dayNumber(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

/// The conditions of a query and the values for them.
struct Where {
    QStringList conditions;
    QVariantList values;

    template<typename T>
    void add(const QString &condition, const T &value)
    {
        conditions.append(condition);
        values.append(bound::value(value));
    }
    [[nodiscard]] QString sql() const
    {
        return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    }
};

void addWho(Where &where, const LedgerFilter &filter)
{
    if (!filter.team.isEmpty())
        where.add(u"team_id = ?"_s, filter.team);
    if (!filter.agent.isEmpty())
        where.add(u"agent_id = ?"_s, filter.agent);
    if (!filter.model.isEmpty())
        where.add(u"model_name = ?"_s, filter.model);
}

void addTimes(Where &where, const QString &column, const DayRange &days)
{
    if (days.first)
        where.add(column + u" >= ?"_s, dayNumber(*days.first) * MicrosecondsPerDay);
    if (days.last)
        where.add(column + u" < ?"_s, (dayNumber(*days.last) + 1) * MicrosecondsPerDay);
}

Where whereOfDays(const LedgerFilter &filter)
{
    Where where;
    if (filter.days.first)
        where.add(u"day >= ?"_s, dayNumber(*filter.days.first));
    if (filter.days.last)
        where.add(u"day <= ?"_s, dayNumber(*filter.days.last));
    addWho(where, filter);
    return where;
}

Where whereOfRows(const LedgerFilter &filter)
{
    Where where;
    addTimes(where, u"created_at"_s, filter.days);
    addWho(where, filter);
    return where;
}

/// The columns to tell groups apart by; a constant where they are not.
QStringList groupColumns(const SpendingGroups &groups, const QString &day)
{
    return { groups.day ? day : u"NULL"_s, groups.team ? u"team_id"_s : u"''"_s,
        groups.agent ? u"agent_id"_s : u"''"_s, groups.model ? u"model_provider"_s : u"''"_s,
        groups.model ? u"model_name"_s : u"''"_s };
}

QString groupedQuery(const SpendingGroups &groups, const QString &sums, const QString &table,
    const QString &day, const Where &where)
{
    QString sql = u"SELECT "_s + groupColumns(groups, day).join(u", "_s) + u", "_s + sums
        + u" FROM "_s + table + where.sql();
    if (groups != SpendingGroups())
        sql += u" GROUP BY 1, 2, 3, 4, 5"_s;
    return sql + u" ORDER BY 1, 14 DESC, 2, 3, 4, 5"_s;
}

SpendingRow readGroup(const Statement &select)
{
    SpendingRow row;
    if (!select.isNull(0))
        row.day = QDate(1970, 1, 1).addDays(select.integer(0));
    row.team = select.id<TeamId>(1);
    row.agent = select.id<AgentId>(2);
    row.provider = select.text(3);
    row.model = select.text(4);
    row.spending = readSums(select, 5);
    return row;
}

Result<SpendingRows> readAll(Connection *connection, const QString &sql, const QVariantList &values)
{
    Statement select(connection, sql);
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    SpendingRows rows;
    while (select.next()) {
        const SpendingRow row = readGroup(select);
        if (row.spending.bookings > 0) // without groups there is always one row
            rows.append(row);
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return rows;
}

Usage readUsage(const Statement &select)
{
    const auto count = [&select](int column) {
        return select.isNull(column) ? std::nullopt : std::optional(select.integer(column));
    };
    Usage usage;
    usage.modelProvider = select.text(8);
    usage.modelName = select.text(9);
    usage.tokensInput = count(10);
    usage.tokensOutput = count(11);
    usage.tokensCached = count(12);
    usage.tokensCacheWrite = count(13);
    usage.tokensReasoning = count(14);
    const Json others = select.isNull(15) ? Json::object() : select.json(15);
    for (const auto &[type, tokens] : others.items()) {
        if (tokens.is_number_integer())
            usage.otherTokens[QString::fromStdString(type)] = tokens.get<qint64>();
    }
    usage.requestCount = select.number(16);
    usage.estimated = select.flag(17);
    usage.cost = Cost::ofCall(
        costBasisFromString(select.text(19)).value_or(CostBasis::Unpriced), count(18).value_or(0));
    return usage;
}

LedgerRow readLedgerRow(const Statement &select)
{
    LedgerRow row;
    row.id = select.text(0);
    row.time = select.time(1);
    row.team = select.id<TeamId>(2);
    row.execution = select.id<ExecutionId>(3);
    row.agent = select.id<AgentId>(4);
    row.step = select.id<StepId>(5);
    if (!select.isNull(6))
        row.attempt = select.number(6);
    row.run = select.id<RunId>(7);
    row.usage = readUsage(select);
    row.flags = select.text(20).split(u'\n', Qt::SkipEmptyParts);
    row.priceVersion = select.text(21);
    row.apiKeyType = select.text(22);
    row.apiKeyHash = select.text(23);
    return row;
}

/// An execution has few rows: they are found by it, and sorted. Everything else goes by time.
QString orderOf(const LedgerQuery &query)
{
    return query.execution.isEmpty() ? u"created_at DESC, log_id DESC"_s
                                     : u"+created_at DESC, +log_id DESC"_s;
}

} // namespace

Result<Page<LedgerRow>> LedgerReader::rows(const LedgerQuery &query) const
{
    const Result<PageKey> key = PageKey::fromText(query.page.after);
    if (!key)
        return key.error();
    const int limit = pageLimit(query.page.limit);
    Where where = whereOfRows(query.filter);
    if (!query.execution.isEmpty())
        where.add(u"execution_id = ?"_s, query.execution);
    if (query.unpricedOnly)
        where.conditions.append(u"cost_basis = 'unpriced'"_s);
    if (query.flaggedOnly)
        where.conditions.append(u"cost_flags <> ''"_s);
    where.add(u"(created_at, log_id) < (?"_s, key->time);
    where.conditions.last() += u", ?)"_s;
    where.values.append(bound::value(key->id));
    Statement select(m_connection,
        u"SELECT log_id, created_at, team_id, execution_id, agent_id, step_id, attempt, "
        "suna_agent_run_id, model_provider, model_name, tokens_input, tokens_output, "
        "tokens_cached, tokens_cache_write, tokens_reasoning, CAST(tokens_other AS BLOB), "
        "request_count, estimated, cost_nano_usd, cost_basis, cost_flags, pricing_version, "
        "api_key_type, api_key_hash FROM renum_ai_usage_logs"_s
            + where.sql() + u" ORDER BY "_s + orderOf(query) + u" LIMIT "_s
            + QString::number(limit + 1));
    if (const Result<void> ran = select.runWith(where.values); !ran)
        return ran.error();
    Page<LedgerRow> page;
    while (select.next())
        page.items.append(readLedgerRow(select));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    if (page.items.size() > limit) {
        page.items.removeLast();
        page.next = PageKey { page.items.constLast().time, page.items.constLast().id }.toText();
    }
    return page;
}

Result<SpendingRows> LedgerReader::spending(const SpendingQuery &query) const
{
    const Where where = whereOfDays(query.filter);
    return readAll(m_connection,
        groupedQuery(query.groups, daySums(), u"renum_usage_days"_s, u"day"_s, where),
        where.values);
}

Result<SpendingRows> LedgerReader::spendingOfRows(
    const SpendingQuery &query, const ExecutionId &execution) const
{
    Where where = whereOfRows(query.filter);
    if (!execution.isEmpty())
        where.add(u"execution_id = ?"_s, execution);
    return readAll(m_connection,
        groupedQuery(query.groups, ledgerSums(), u"renum_ai_usage_logs"_s,
            u"created_at / %1"_s.arg(MicrosecondsPerDay), where),
        where.values);
}

Result<qint64> LedgerReader::workSeconds(const LedgerFilter &filter) const
{
    Where where;
    addTimes(where, u"s.completed_at"_s, filter.days);
    where.conditions.append(u"s.started_at IS NOT NULL AND s.completed_at >= s.started_at"_s);
    if (!filter.agent.isEmpty())
        where.add(u"s.agent_id = ?"_s, filter.agent);
    if (!filter.team.isEmpty())
        where.add(u"x.team_id = ?"_s, filter.team);
    Statement select(m_connection,
        u"SELECT sum(s.completed_at - s.started_at) FROM renum_team_agent_executions s "
        "JOIN renum_team_executions x ON x.execution_key = s.execution_key"_s
            + where.sql());
    if (const Result<void> ran = select.runWith(where.values); !ran)
        return ran.error();
    const qint64 microseconds = select.next() ? select.integer(0) : 0;
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return microseconds / 1'000'000;
}

} // namespace renum
