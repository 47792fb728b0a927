// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_table.h"
#include "core/model/json.h"
#include "core/model/result.h"

#include <QByteArray>

/// Price tables as JSON: amounts in US dollars for a million tokens, days as `YYYY-MM-DD`.
namespace renum {

[[nodiscard]] Json toJson(const PriceEntry &entry);
[[nodiscard]] Json toJson(const PriceEntries &entries);
/// Everything that is wrong goes to `problems`; what has any is no usable entry.
[[nodiscard]] PriceEntry priceEntryFromJson(
    const Json &json, const QString &path, Problems &problems);

/// A whole table as a file, and back. Errors: price_file_invalid when it is none, price_invalid
/// (args `problems`: list of sentences) when figures are not usable, JSON codes.
[[nodiscard]] QByteArray exportedPrices(const PriceTable &table);
[[nodiscard]] Result<PriceTable> readPrices(const QByteArray &bytes);

/// A dollar amount of JSON, number or decimal text, in billionths; none when it is no amount.
[[nodiscard]] std::optional<qint64> nanoUsdFromJson(const Json &json);
/// price_invalid with every problem.
[[nodiscard]] Error pricesInvalidError(const Problems &problems);
[[nodiscard]] Error priceFileInvalidError(const QString &why);

} // namespace renum
