// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/price_entry.h"

#include <QRegularExpression>

namespace renum {

using namespace Qt::StringLiterals;

QString toString(PriceEntry::Match match)
{
    return match == PriceEntry::Match::Exact ? u"exact"_s : u"prefix"_s;
}

QString PriceEntry::key() const
{
    const QString from = validFrom ? validFrom->toString(Qt::ISODate) : QString();
    return QStringList({ model, toString(match), provider, from }).join(u'|');
}

bool PriceEntry::holdsOn(QDate day) const
{
    return (!validFrom || *validFrom <= day) && (!validUntil || day <= *validUntil);
}

const TokenRates &PriceEntry::ratesFor(qint64 promptTokens) const
{
    const TokenRates *found = &rates;
    for (const PriceTier &tier : tiers) {
        if (promptTokens > tier.abovePromptTokens)
            found = &tier.rates;
    }
    return *found;
}

QString modelKey(const QString &modelName)
{
    static const QRegularExpression ending(u"(@.*|-\\d{8}|-\\d{4}-\\d{2}-\\d{2}|-latest)$"_s);
    const QString name = modelName.trimmed().toLower();
    const QString last = name.sliced(name.lastIndexOf(u'/') + 1);
    const QString plain = QString(last).remove(ending);
    return plain.isEmpty() ? last : plain;
}

} // namespace renum
