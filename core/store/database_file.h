// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timestamp.h"
#include "core/store/connection.h"

namespace renum {

/// Opens the database of a workspace: makes file and folder when missing, refuses everything that
/// is no healthy database of ours, brings the schema up to date. An existing file is never replaced
/// or truncated. Errors: as Store::open.
[[nodiscard]] Result<std::unique_ptr<Connection>> openDatabase(
    const QString &file, Connection::Mode mode, Timestamp now);

/// The write-ahead log that SQLite keeps beside the file.
[[nodiscard]] QString walFile(const QString &file);

} // namespace renum
