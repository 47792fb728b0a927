// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QAbstractSocket>
#include <QUrl>

namespace renum {

/// A network error about the peer of `url`: the sentence names host and port, never path, query or
/// credentials. `sent` says whether a byte of the request may have reached the peer; `reason` is
/// shown where the code alone says little.
[[nodiscard]] Error networkError(
    const char *code, const QUrl &url, bool sent, const QString &reason = {});

/// The code of a failure before the connection stood.
[[nodiscard]] const char *connectErrorCode(QAbstractSocket::SocketError failure, const QUrl &url);

/// The port of the URL, or the usual one of its scheme.
[[nodiscard]] quint16 portOf(const QUrl &url);

} // namespace renum
