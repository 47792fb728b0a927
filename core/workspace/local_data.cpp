// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_data.h"

#include "core/model/ids.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

Result<LocalData> LocalData::open(const QString &dataDir)
{
    LocalData data;
    data.clock = std::make_shared<SystemClock>();
    Result<std::unique_ptr<Store>> store
        = Store::open({ QString(dataDir + u"/renum.db"_s) }, data.clock.get());
    if (!store)
        return store.error();
    data.store = *std::move(store);
    data.owner = RandomIdSource().next();
    Result<std::unique_ptr<OwnerLock>> lock = OwnerLock::acquire(dataDir, data.owner);
    if (!lock)
        return lock.error();
    data.lock = *std::move(lock);
    return data;
}

} // namespace renum
