// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/money_text.h"

#include <QLocale>

#include <cmath>

namespace renum::ui::format {

using namespace Qt::StringLiterals;

namespace {

/// Agents often cost less than a cent: small amounts keep two digits that say something.
QString dollars(qint64 nanoUsd)
{
    const double amount = static_cast<double>(nanoUsd) / 1e9;
    const double size = std::abs(amount);
    const int digits = size >= 1 || nanoUsd == 0 ? 2 : size >= 0.001 ? 4 : 6;
    return QLocale().toCurrencyString(amount, u"$"_s, digits);
}

} // namespace

QString money(const Cost &cost)
{
    if (!cost.isKnown())
        return {};
    const QString amount = dollars(cost.nanoUsd);
    return cost.isApproximate() ? QString(u"≈ "_s + amount) : amount;
}

QString moneyChange(qint64 nanoUsd)
{
    const QString amount = dollars(std::abs(nanoUsd));
    if (nanoUsd == 0)
        return amount;
    return nanoUsd > 0 ? QString(u'+' + amount) : QString(u'\u2212' + amount);
}

} // namespace renum::ui::format
