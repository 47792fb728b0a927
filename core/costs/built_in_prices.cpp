// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/built_in_prices.h"

#include "core/costs/price_codec.h"

#include <QFile>

// Outside any namespace, as the macro asks: the linker drops the resource of a static library
// unless someone calls its initialiser.
static void initPriceResource()
{
    Q_INIT_RESOURCE(renum_prices);
}

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Result<PriceTable> load(const QString &name)
{
    initPriceResource();
    QFile file(u":/renum/prices/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return priceFileInvalidError(file.errorString() + u'.');
    return readPrices(file.readAll());
}

} // namespace

Result<PriceTable> builtInPrices()
{
    return load(u"list-prices.json"_s);
}

Result<PriceTable> seedPrices()
{
    return load(u"v1.json"_s);
}

} // namespace renum
