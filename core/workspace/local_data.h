// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/workspace/owner_lock.h"

#include <QString>

#include <memory>

namespace renum {

/// What a workspace on this computer works on: its database, and the sign that this process drives
/// what is in it. May be opened on another thread than the workspace's.
struct LocalData {
    std::shared_ptr<SystemClock> clock;
    std::unique_ptr<Store> store;
    QString owner; ///< id of the engine that holds the lock
    std::unique_ptr<OwnerLock> lock;

    /// Errors: those of Store::open and OwnerLock::acquire.
    [[nodiscard]] static Result<LocalData> open(const QString &dataDir);
};

} // namespace renum
