// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace renum {

/// Billionths of a US dollar for a million tokens: 2.50 USD are 2'500'000'000.
using NanoUsdPerMillion = qint64;

/// The largest price that can be stored, 5,000 USD for a million tokens: with at most
/// MaxTokenCount tokens of a type no amount of one type leaves 64 bits.
inline constexpr NanoUsdPerMillion MaxPrice = 5'000'000'000'000;

/// What each type of token costs. What has no price of its own costs what it is a part of.
struct TokenRates {
    NanoUsdPerMillion input = 0;
    NanoUsdPerMillion output = 0;
    std::optional<NanoUsdPerMillion> cacheRead; ///< part of the input
    std::optional<NanoUsdPerMillion> cacheWrite; ///< part of the input
    std::optional<NanoUsdPerMillion> reasoning; ///< part of the output
    std::map<QString, NanoUsdPerMillion> others; ///< by the name that services give the type

    friend bool operator==(const TokenRates &, const TokenRates &) = default;
};

/// Other rates for all tokens of a call whose prompt is longer than this.
struct PriceTier {
    qint64 abovePromptTokens = 0;
    TokenRates rates;

    friend bool operator==(const PriceTier &, const PriceTier &) = default;
};

/// The price of one model, or of a family of models, from a day on.
struct PriceEntry {
    enum class Match {
        Exact, ///< this model only
        Prefix, ///< and those whose names go on after it
    };
    QString model; ///< normalised (modelKey())
    Match match = Match::Exact;
    QString provider; ///< lower case; empty: whoever offers it
    std::optional<QDate> validFrom; ///< first day, UTC; absent: always
    std::optional<QDate> validUntil; ///< last day, UTC; absent: until another one begins
    TokenRates rates;
    std::vector<PriceTier> tiers; ///< by abovePromptTokens, ascending
    QString source; ///< where the figures were read
    std::optional<QDate> sourceDate; ///< when

    /// What it is a price of; two entries with the same key replace each other.
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool holdsOn(QDate day) const;
    [[nodiscard]] const TokenRates &ratesFor(qint64 promptTokens) const;
    friend bool operator==(const PriceEntry &, const PriceEntry &) = default;
};
using PriceEntries = std::vector<PriceEntry>;

[[nodiscard]] QString toString(PriceEntry::Match match);

/// A model's name as prices are looked up by: lower case, without what stands before the last `/`
/// and without a date at the end (contract §7.4).
[[nodiscard]] QString modelKey(const QString &modelName);

} // namespace renum
