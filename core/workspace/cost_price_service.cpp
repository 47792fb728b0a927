// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/litellm_prices.h"
#include "core/costs/price_codec.h"
#include "core/net/json_limits.h"
#include "core/workspace/cost_service.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

/// Prices of one's own.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

PriceEntries readable(const QList<Json> &stored)
{
    PriceEntries entries;
    for (const Json &json : stored) {
        Problems problems;
        PriceEntry entry = priceEntryFromJson(json, QString(), problems);
        if (!hasErrors(problems))
            entries.push_back(std::move(entry));
    }
    return entries;
}

bool isOfRenum(const QByteArray &file)
{
    // Read twice: it says what it is before it is taken for something else.
    const Result<Json> json = parseJson(file, { qsizetype(32) * 1024 * 1024, 64 });
    return json && memberAt(*json, "format");
}

} // namespace

QCoro::Task<Result<void>> CostService::begin()
{
    return refreshPrices();
}

QCoro::Task<Result<void>> CostService::refreshPrices()
{
    const QPointer<CostService> self(this);
    const Result<QList<Json>> stored = co_await m_costs.prices();
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    m_own = readable(*stored);
    m_pricing->setTable(m_builtIn.withOverrides(m_own));
    co_return Result<void>();
}

QCoro::Task<Result<PriceBook>> CostService::prices()
{
    const QPointer<CostService> self(this);
    const Result<void> read = co_await refreshPrices(); // another program may have changed them
    if (!self)
        co_return cancelledError();
    if (!read)
        co_return read.error();
    co_return PriceBook { m_pricing->table().version(), m_builtIn.entries(), m_own };
}

QCoro::Task<Result<void>> CostService::storePrices(PriceEntries prices)
{
    const QPointer<CostService> self(this);
    QList<std::pair<QString, Json>> changed;
    for (const PriceEntry &price : prices)
        changed.append({ price.key(), toJson(price) });
    const Result<void> stored = co_await m_costs.putPrices(changed, m_clock->now());
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    emit pricesChanged();
    co_return Result<void>();
}

QCoro::Task<Result<PriceBook>> CostService::setPrice(PriceEntry price)
{
    const QPointer<CostService> self(this);
    price.model = modelKey(price.model);
    price.provider = price.provider.trimmed().toLower();
    PriceEntries all = m_own;
    std::erase_if(all, [&price](const PriceEntry &one) { return one.key() == price.key(); });
    all.push_back(price);
    const Problems problems = problemsOf(all);
    if (hasErrors(problems))
        co_return pricesInvalidError(problems);
    PriceEntries changed;
    changed.push_back(price);
    const Result<void> stored = co_await storePrices(changed);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    co_return co_await prices();
}

QCoro::Task<Result<PriceBook>> CostService::removePrice(QString key)
{
    const QPointer<CostService> self(this);
    const Result<void> removed = co_await m_costs.removePrice(key);
    if (!self)
        co_return cancelledError();
    if (!removed)
        co_return removed.error();
    emit pricesChanged();
    co_return co_await prices();
}

Result<CostService::ReadFile> CostService::readFile(
    const QByteArray &file, const QString &source) const
{
    ReadFile read;
    if (isOfRenum(file)) {
        const Result<PriceTable> table = readPrices(file);
        if (!table)
            return table.error();
        read.entries = table->entries();
    } else {
        const Result<LiteLlmPrices> prices = readLiteLlm(file, today(), source);
        if (!prices)
            return prices.error();
        read.entries = prices->entries;
        read.result.skipped = prices->skipped;
    }
    read.result.diff = priceDiff(m_pricing->table().entries(), read.entries);
    return read;
}

QCoro::Task<Result<PriceImport>> CostService::previewImport(QByteArray file, QString source)
{
    const QPointer<CostService> self(this);
    const Result<void> refreshed = co_await refreshPrices();
    if (!self)
        co_return cancelledError();
    if (!refreshed)
        co_return refreshed.error();
    const Result<ReadFile> read = readFile(file, source);
    if (!read)
        co_return read.error();
    co_return Result<PriceImport>(read->result);
}

QCoro::Task<Result<PriceImport>> CostService::importPrices(QByteArray file, QString source)
{
    const QPointer<CostService> self(this);
    const Result<PriceImport> import = co_await previewImport(file, source);
    if (!self)
        co_return cancelledError();
    if (!import)
        co_return import.error();
    PriceEntries changed = import->diff.added;
    for (const PriceDiff::Change &change : import->diff.changed)
        changed.push_back(change.after);
    PriceEntries all = changed;
    std::ranges::copy_if(m_own, std::back_inserter(all), [&changed](const PriceEntry &own) {
        return std::ranges::find(changed, own.key(), &PriceEntry::key) == changed.end();
    });
    const Problems problems = problemsOf(all);
    if (hasErrors(problems))
        co_return pricesInvalidError(problems);
    const Result<void> stored = co_await storePrices(changed);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    const Result<void> refreshed = co_await refreshPrices();
    if (!refreshed)
        co_return refreshed.error();
    co_return Result<PriceImport>(*import);
}

QCoro::Task<Result<QByteArray>> CostService::exportPrices(PriceFormat format)
{
    const QPointer<CostService> self(this);
    const Result<void> read = co_await refreshPrices();
    if (!self)
        co_return cancelledError();
    if (!read)
        co_return read.error();
    const PriceTable &table = m_pricing->table();
    if (format == PriceFormat::LiteLlm)
        co_return exportedLiteLlm(table.entries(), today());
    // One price for each key: those of one's own take the place of those they win over.
    PriceEntries entries;
    for (auto entry = table.entries().crbegin(); entry != table.entries().crend(); ++entry) {
        if (std::ranges::find(entries, entry->key(), &PriceEntry::key) == entries.end())
            entries.push_back(*entry);
    }
    std::ranges::reverse(entries);
    co_return exportedPrices(PriceTable(table.version(), std::move(entries)));
}

} // namespace renum
