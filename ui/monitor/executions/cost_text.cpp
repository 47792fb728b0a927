// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/cost_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct CostWords {
    Q_DECLARE_TR_FUNCTIONS(CostWords)
};

constexpr double NanoPerDollar = 1e9;

} // namespace

QString costText(const Cost &cost)
{
    if (!cost.isKnown())
        return {};
    const double dollars = static_cast<double>(cost.nanoUsd) / NanoPerDollar;
    const int decimals = dollars < 1 ? 4 : 2;
    const QString amount = QLocale().toCurrencyString(dollars, u"$"_s, decimals);
    //: an amount of money that is not exact
    return cost.isApproximate() ? CostWords::tr("≈ %1").arg(amount) : amount;
}

} // namespace renum::ui
