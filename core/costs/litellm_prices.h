// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_entry.h"
#include "core/model/problem.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QStringList>

namespace renum {

/// Prices read from LiteLLM's price map, an object of models with prices for one token.
struct LiteLlmPrices {
    PriceEntries entries;
    QStringList skipped; ///< models without a price of tokens, or with one that is not usable
};

/// `day` is the one from which the prices hold, `source` says where they come from. Errors:
/// price_file_invalid when no model in it has a price, JSON codes.
[[nodiscard]] Result<LiteLlmPrices> readLiteLlm(
    const QByteArray &bytes, QDate day, const QString &source);
/// The prices that hold on a day, in that format.
[[nodiscard]] QByteArray exportedLiteLlm(const PriceEntries &entries, QDate day);

} // namespace renum
