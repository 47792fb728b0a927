// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace renum {

/// One line of RFC 4180, every field in quotation marks; a spreadsheet never takes one for a
/// formula.
[[nodiscard]] QByteArray csvLine(const QStringList &fields);

} // namespace renum
