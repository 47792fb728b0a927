// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/price_table.h"

#include "core/costs/price_codec.h"
#include "core/model/error_codes.h"

#include <QCryptographicHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// So that a price of gpt-4 is none of gpt-4o or gpt-4.1, but one of gpt-4-turbo.
bool isBoundary(QChar next)
{
    return !next.isLetterOrNumber() && next != u'.';
}

bool fits(const PriceEntry &entry, const QString &model)
{
    if (entry.match == PriceEntry::Match::Exact)
        return entry.model == model;
    return model.startsWith(entry.model)
        && (model.size() == entry.model.size() || isBoundary(model.at(entry.model.size())));
}

bool isOfProvider(const PriceEntry &entry, const QString &provider)
{
    return entry.provider.isEmpty() || provider.isEmpty() || provider == "unknown"_L1
        || entry.provider == provider;
}

/// The provider that was told, else the one that the model's name begins with.
QString providerOf(const QString &told, const QString &model)
{
    const QString name = told.trimmed().toLower();
    if ((name.isEmpty() || name == "unknown"_L1) && model.contains(u'/'))
        return model.section(u'/', 0, 0).trimmed().toLower();
    return name;
}

bool meet(const PriceEntry &a, const PriceEntry &b)
{
    const QDate aFrom = a.validFrom.value_or(QDate());
    const QDate bFrom = b.validFrom.value_or(QDate());
    if (aFrom == bFrom)
        return true;
    // One that is open ends where the next begins; one with a last day must not reach beyond it.
    const PriceEntry &earlier = aFrom < bFrom ? a : b;
    const PriceEntry &later = aFrom < bFrom ? b : a;
    return earlier.validUntil && *earlier.validUntil >= *later.validFrom;
}

void checkAmount(Problems &problems, const QString &path, NanoUsdPerMillion amount)
{
    if (amount >= 0 && amount <= MaxPrice)
        return;
    problems.append({ Problem::Severity::Error, QString::fromLatin1(code::PriceInvalid), path,
        amount < 0 ? u"A price cannot be negative."_s
                   : u"A price cannot be more than 5,000 US dollars for a million tokens."_s });
}

void checkRates(Problems &problems, const QString &path, const TokenRates &rates)
{
    checkAmount(problems, path + u"/input"_s, rates.input);
    checkAmount(problems, path + u"/output"_s, rates.output);
    checkAmount(problems, path + u"/cache_read"_s, rates.cacheRead.value_or(0));
    checkAmount(problems, path + u"/cache_write"_s, rates.cacheWrite.value_or(0));
    checkAmount(problems, path + u"/reasoning"_s, rates.reasoning.value_or(0));
    for (const auto &[type, amount] : rates.others)
        checkAmount(problems, path + u"/other/"_s + type, amount);
}

void add(Problems &problems, const QString &path, const QString &message)
{
    problems.append(
        { Problem::Severity::Error, QString::fromLatin1(code::PriceInvalid), path, message });
}

void checkEntry(Problems &problems, const QString &path, const PriceEntry &entry)
{
    if (entry.model.isEmpty())
        add(problems, path + u"/model"_s, u"A price needs the name of a model."_s);
    if (entry.validFrom && entry.validUntil && *entry.validUntil < *entry.validFrom)
        add(problems, path + u"/valid_until"_s, u"The last day is before the first."_s);
    checkRates(problems, path, entry.rates);
    qint64 before = 0;
    for (std::size_t i = 0; i < entry.tiers.size(); ++i) {
        const QString tierPath = path + u"/tiers/"_s + QString::number(i);
        if (entry.tiers[i].abovePromptTokens <= before)
            add(problems, tierPath + u"/above_prompt_tokens"_s,
                u"Each tier begins above more tokens than the one before."_s);
        before = entry.tiers[i].abovePromptTokens;
        checkRates(problems, tierPath, entry.tiers[i].rates);
    }
}

} // namespace

/// How well an entry fits; the greatest is taken.
struct PriceTable::Rank {
    qsizetype length = -1;
    bool isOwn = false;
    bool ofProvider = false;
    bool isExact = false;
    QDate from;

    friend bool operator<(const Rank &a, const Rank &b)
    {
        return std::tie(a.length, a.isOwn, a.ofProvider, a.isExact, a.from)
            < std::tie(b.length, b.isOwn, b.ofProvider, b.isExact, b.from);
    }
};

PriceTable::PriceTable(QString version, PriceEntries entries)
    : m_version(std::move(version))
    , m_entries(std::move(entries))
    , m_firstOverride(m_entries.size())
{
}

PriceTable PriceTable::withOverrides(const PriceEntries &overrides) const
{
    PriceTable table(*this);
    if (overrides.empty())
        return table;
    table.m_entries.insert(table.m_entries.end(), overrides.begin(), overrides.end());
    const QByteArray hash
        = QCryptographicHash::hash(canonicalJson(toJson(overrides)), QCryptographicHash::Sha256);
    table.m_version += u'+' + QString::fromLatin1(hash.toHex().first(8));
    return table;
}

const PriceEntry *PriceTable::find(const QString &provider, const QString &model, QDate day) const
{
    const QString name = modelKey(model);
    const QString offeredBy = providerOf(provider, model);
    const PriceEntry *best = nullptr;
    Rank bestRank;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const PriceEntry &entry = m_entries[i];
        if (!fits(entry, name) || !isOfProvider(entry, offeredBy) || !entry.holdsOn(day))
            continue;
        const Rank rank { entry.model.size(), i >= m_firstOverride, !entry.provider.isEmpty(),
            entry.match == PriceEntry::Match::Exact, entry.validFrom.value_or(QDate()) };
        if (!best || bestRank < rank) {
            best = &entry;
            bestRank = rank;
        }
    }
    return best;
}

Problems problemsOf(const PriceEntries &entries)
{
    Problems problems;
    std::vector<std::size_t> order(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        checkEntry(problems, u"/entries/"_s + QString::number(i), entries[i]);
        order[i] = i;
    }
    const auto nameOf = [&entries](std::size_t i) {
        const PriceEntry &entry = entries[i];
        return std::tie(entry.model, entry.match, entry.provider);
    };
    const auto whenOf = [&entries, &nameOf](std::size_t i) {
        return std::tuple(nameOf(i), entries[i].validFrom.value_or(QDate()), i);
    };
    std::ranges::sort(order, {}, whenOf);
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (nameOf(order[i]) == nameOf(order[i - 1])
            && meet(entries[order[i - 1]], entries[order[i]]))
            add(problems, u"/entries/"_s + QString::number(order[i]),
                u"There are two prices of \"%1\" for the same days."_s.arg(
                    entries[order[i]].model));
    }
    return problems;
}

} // namespace renum
