// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/costing.h"

#include <algorithm>
#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 TokensOfPrice = 1'000'000;

/// Adds up tokens times prices without rounding and without leaving 64 bits unseen.
class Amount {
public:
    void add(qint64 tokens, NanoUsdPerMillion price)
    {
        const qint64 millions = tokens / TokensOfPrice;
        const qint64 part = (tokens % TokensOfPrice) * price; // at most 10^6 times MaxPrice
        m_rest += part % TokensOfPrice;
        addWhole(millions * price);
        addWhole(part / TokensOfPrice);
    }
    [[nodiscard]] std::optional<qint64> nanoUsd() const
    {
        if (m_overflows || m_whole > std::numeric_limits<qint64>::max() / 2)
            return std::nullopt;
        const qint64 whole = m_whole + m_rest / TokensOfPrice;
        const qint64 twice = (m_rest % TokensOfPrice) * 2;
        const bool up = twice > TokensOfPrice || (twice == TokensOfPrice && whole % 2 != 0);
        return whole + (up ? 1 : 0);
    }

private:
    void addWhole(qint64 nano)
    {
        m_overflows = m_overflows || m_whole > std::numeric_limits<qint64>::max() - nano;
        if (!m_overflows)
            m_whole += nano;
    }
    qint64 m_whole = 0;
    qint64 m_rest = 0; ///< of TokensOfPrice parts
    bool m_overflows = false;
};

void flag(QStringList &flags, const char *name, const QString &detail = {})
{
    flags.append(QString::fromLatin1(name) + detail);
}

QStringList flagsOfCounts(const Usage &usage)
{
    QStringList flags;
    const qint64 input = usage.tokensInput.value_or(0);
    const qint64 cached = usage.tokensCached.value_or(0) + usage.tokensCacheWrite.value_or(0);
    if (cached > input)
        flag(flags, cost_flag::CachedOverInput);
    if (usage.tokensReasoning.value_or(0) > usage.tokensOutput.value_or(0))
        flag(flags, cost_flag::ReasoningOverOutput);
    return flags;
}

QStringList flagsOfPrice(const Usage &usage, const PriceEntry &price, const TokenRates &rates)
{
    QStringList flags;
    if ((usage.tokensCached.value_or(0) > 0 && !rates.cacheRead)
        || (usage.tokensCacheWrite.value_or(0) > 0 && !rates.cacheWrite))
        flag(flags, cost_flag::CacheAtInputPrice);
    if (usage.requestCount > 1 && !price.tiers.empty())
        flag(flags, cost_flag::TierOfAverage);
    for (const auto &[type, count] : usage.otherTokens) {
        if (count > 0 && !rates.others.contains(type))
            flag(flags, cost_flag::UnknownType, type);
    }
    return flags;
}

PricedUsage unpriced(PricedUsage booking)
{
    booking.usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
    return booking;
}

/// Only what the service said may stand there before.
std::optional<PricedUsage> asReported(PricedUsage &booking)
{
    if (booking.usage.cost.reportedCalls <= 0)
        return std::nullopt;
    if (!isAmount(booking.usage.cost.nanoUsd)) {
        flag(booking.flags, cost_flag::ReportedInvalid);
        return std::nullopt;
    }
    booking.usage.cost = Cost::ofCall(CostBasis::Reported, booking.usage.cost.nanoUsd);
    return booking;
}

} // namespace

PricedUsage priced(Usage usage, const PriceTable &table, QDate day)
{
    PricedUsage booking { std::move(usage) };
    if (hasAbsurdCount(booking.usage)) {
        flag(booking.flags, cost_flag::AbsurdCount);
        std::optional<PricedUsage> told = asReported(booking);
        return told ? *std::move(told) : unpriced(std::move(booking));
    }
    booking.flags += flagsOfCounts(booking.usage);
    if (std::optional<PricedUsage> told = asReported(booking))
        return *std::move(told);
    const Usage &used = booking.usage;
    if (!used.tokensInput || !used.tokensOutput) {
        flag(booking.flags, cost_flag::TokensUnknown);
        return unpriced(std::move(booking));
    }
    const PriceEntry *price = table.find(used.modelProvider, used.modelName, day);
    if (!price)
        return unpriced(std::move(booking));
    const TokenRates &rates = price->ratesFor(*used.tokensInput / std::max(used.requestCount, 1));
    const std::optional<qint64> nano = amountOf(used, rates);
    if (!nano || !isAmount(*nano)) {
        flag(booking.flags, cost_flag::AbsurdAmount);
        return unpriced(std::move(booking));
    }
    booking.flags += flagsOfPrice(used, *price, rates);
    booking.priceVersion = table.version();
    booking.usage.cost
        = Cost::ofCall(used.estimated ? CostBasis::Estimated : CostBasis::Computed, *nano);
    return booking;
}

std::optional<qint64> amountOf(const Usage &usage, const TokenRates &rates)
{
    const qint64 cached = usage.tokensCached.value_or(0);
    const qint64 written = usage.tokensCacheWrite.value_or(0);
    const qint64 thought = rates.reasoning ? usage.tokensReasoning.value_or(0) : 0;
    const qint64 input = usage.tokensInput.value_or(0) - cached - written;
    const qint64 output = usage.tokensOutput.value_or(0) - thought;
    Amount amount;
    amount.add(std::max<qint64>(input, 0), rates.input);
    amount.add(cached, rates.cacheRead.value_or(rates.input));
    amount.add(written, rates.cacheWrite.value_or(rates.input));
    amount.add(std::max<qint64>(output, 0), rates.output);
    amount.add(thought, rates.reasoning.value_or(0));
    for (const auto &[type, count] : usage.otherTokens) {
        if (const auto price = rates.others.find(type); price != rates.others.end())
            amount.add(count, price->second);
    }
    return amount.nanoUsd();
}

qint64 roundedMicroUsd(qint64 nanoUsd)
{
    constexpr qint64 NanoPerMicro = 1000;
    const qint64 whole = nanoUsd / NanoPerMicro;
    const qint64 rest = nanoUsd % NanoPerMicro; // has the sign of nanoUsd
    const qint64 away = nanoUsd < 0 ? -1 : 1;
    const qint64 twice = 2 * rest * away;
    const bool round = twice > NanoPerMicro || (twice == NanoPerMicro && whole % 2 != 0);
    return whole + (round ? away : 0);
}

double usdForApi(qint64 nanoUsd)
{
    return double(roundedMicroUsd(nanoUsd)) / 1e6;
}

} // namespace renum
