// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace renum {

/// Says that the engine with this owner id lives: a lock file in the data folder, held as long as
/// the process runs. A process that was killed holds it no longer.
class OwnerLock {
public:
    /// Errors: store_read_only when the folder cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<OwnerLock>> acquire(
        const QString &dataDir, const QString &owner);

    /// Does a running process hold the lock of this owner? Clears away the file of a dead one.
    [[nodiscard]] static bool isHeld(const QString &dataDir, const QString &owner);

private:
    explicit OwnerLock(const QString &file);
    QLockFile m_lock;
};

} // namespace renum
