// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "core/store/connection.h"
#include "core/store/migration_files.h"

namespace renum {

/// Verifies the checksums of the applied migrations and applies the missing ones, each in a
/// transaction of its own. A read-only connection is only verified. Errors: store_newer_schema,
/// store_migration_changed, store_read_only when an old schema may not be changed, store codes.
[[nodiscard]] Result<void> migrate(Connection &connection, Connection::Mode mode, Timestamp now);
/// The same with other migrations than the program's own.
[[nodiscard]] Result<void> migrate(Connection &connection, Connection::Mode mode, Timestamp now,
    const QList<Migration> &migrations);

/// SHA-256 in hex, the same for every line ending.
[[nodiscard]] QByteArray migrationChecksum(const Migration &migration);

} // namespace renum
