// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/costs_page/sample_ledger.h"

#include "core/costs/billing.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <tuple>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 TokensIn = 1000;
constexpr qint64 TokensOut = 200;

QDate today()
{
    return QDateTime::currentDateTimeUtc().date();
}

QDate dayOf(const LedgerRow &row)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(row.time) / 1000, QTimeZone::utc()).date();
}

bool fits(const LedgerRow &row, const LedgerFilter &filter)
{
    const QDate day = dayOf(row);
    return (!filter.days.first || day >= *filter.days.first)
        && (!filter.days.last || day <= *filter.days.last)
        && (filter.team.isEmpty() || row.team == filter.team)
        && (filter.agent.isEmpty() || row.agent == filter.agent)
        && (filter.model.isEmpty() || row.usage.modelName == filter.model);
}

SpendingRow groupOf(const LedgerRow &row, const SpendingGroups &groups)
{
    SpendingRow group;
    if (groups.day)
        group.day = dayOf(row);
    if (groups.team)
        group.team = row.team;
    if (groups.agent)
        group.agent = row.agent;
    if (groups.model) {
        group.model = row.usage.modelName;
        group.provider = row.usage.modelProvider;
    }
    return group;
}

} // namespace

LedgerRow &SampleLedger::add(int daysAgo, const QString &team, const QString &agent,
    const QString &model, std::optional<qint64> nanoUsd, CostBasis basis)
{
    LedgerRow row;
    row.id = u"row-%1"_s.arg(rows.size());
    const QDateTime noon(today().addDays(-daysAgo), QTime(12, 0), QTimeZone::utc());
    row.time = fromMicroseconds(noon.toMSecsSinceEpoch() * 1000);
    row.team = TeamId(team);
    row.agent = AgentId(agent);
    row.execution = ExecutionId(u"run-%1"_s.arg(rows.size()));
    row.step = StepId(u"step-%1"_s.arg(rows.size()));
    row.attempt = 1;
    row.usage.modelName = model;
    row.usage.modelProvider = u"openai"_s;
    row.usage.tokensInput = TokensIn;
    row.usage.tokensOutput = TokensOut;
    row.usage.requestCount = 1;
    row.usage.cost = Cost::ofCall(nanoUsd ? basis : CostBasis::Unpriced, nanoUsd.value_or(0));
    rows.append(row);
    return rows.last();
}

SpendingReport SampleLedger::spending(const SpendingQuery &query) const
{
    using Key = std::tuple<QDate, QString, QString, QString>;
    std::map<Key, SpendingRow> sums;
    SpendingReport report;
    for (const LedgerRow &row : rows) {
        if (!fits(row, query.filter))
            continue;
        const SpendingRow group = groupOf(row, query.groups);
        const Key key { group.day.value_or(QDate()), group.team.toString(), group.agent.toString(),
            group.model };
        SpendingRow &sum = sums.try_emplace(key, group).first->second;
        sum.spending.add(spendingOf(row));
        report.total.add(spendingOf(row));
    }
    for (const auto &[key, sum] : sums)
        report.rows.append(sum);
    if (const std::optional<DayRange> before = query.filter.days.before()) {
        LedgerFilter earlier = query.filter;
        earlier.days = *before;
        report.before = Spending();
        for (const LedgerRow &row : rows) {
            if (fits(row, earlier))
                report.before->add(spendingOf(row));
        }
    }
    return report;
}

Page<LedgerRow> SampleLedger::ledger(const LedgerQuery &query) const
{
    QList<LedgerRow> found;
    for (const LedgerRow &row : rows) {
        const bool unpriced = row.usage.cost.unpricedCalls > 0;
        if (fits(row, query.filter) && (unpriced || !query.unpricedOnly)
            && (!row.flags.isEmpty() || !query.flaggedOnly))
            found.append(row);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &LedgerRow::time);
    const qsizetype begin = query.page.after.toLongLong();
    Page<LedgerRow> page { found.mid(begin, query.page.limit), {} };
    const qsizetype end = begin + page.items.size();
    if (end < found.size())
        page.next = QString::number(end);
    return page;
}

qint64 SampleLedger::sum(const LedgerFilter &filter) const
{
    return spending({ filter, {} }).total.cost.nanoUsd;
}

void SampleLedger::serve(FakeCostBook *book) const
{
    book->spendingFor = [this](const SpendingQuery &query) { return spending(query); };
    book->ledgerFor = [this](const LedgerQuery &query) { return ledger(query); };
}

} // namespace renum::ui
