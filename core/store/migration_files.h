// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace renum {

/// One numbered schema change.
struct Migration {
    int version = 0;
    QByteArray sql;
};

/// All files of core/store/migrations, built into the program, by version, without gap from 1.
[[nodiscard]] QList<Migration> migrationFiles();

} // namespace renum
