// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPair>

namespace renum {

/// In the order of the wire; a name may occur more than once.
using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// First value of a header, name compared without case; empty when absent.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);

} // namespace renum
