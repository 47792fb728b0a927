// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace renum {

/// `?,?,?` for a list of values in a statement.
[[nodiscard]] inline QString placesFor(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}

} // namespace renum
