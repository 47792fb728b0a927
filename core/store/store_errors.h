// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QString>

class QSqlError;

namespace renum {

/// An error of category system_error about the database `file`; `args` gets the file too.
[[nodiscard]] Error storeError(
    const char *code, const QString &file, const QString &message, QVariantMap args = {});

/// What the database engine reported, as one of our codes, with a sentence that says what to do.
[[nodiscard]] Error storeErrorFrom(const QSqlError &error, const QString &file);

/// SQLite's extended result code of an error, or 0.
[[nodiscard]] int nativeCode(const QSqlError &error);

[[nodiscard]] Error notFoundError(const QString &what, const QString &id);

} // namespace renum
