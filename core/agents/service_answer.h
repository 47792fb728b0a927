// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_client.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What the adapters have in common where they handle credentials and read answers.
namespace renum {

/// The longest text of a service that an Error carries.
inline constexpr qsizetype ServiceExcerptChars = 2048;

/// A service's text for a person: secrets redacted, white space trimmed, cut.
[[nodiscard]] QString serviceExcerpt(const QString &text);
/// What may stand in a header value; anything else would let a pasted token write further headers.
[[nodiscard]] bool isHeaderSafe(const QByteArray &secret);
/// Retry-After in seconds; a date counts from the server's own. None when it is neither.
[[nodiscard]] std::optional<qint64> retryAfterOf(const HttpReply &reply);
[[nodiscard]] bool looksLikeHtml(const HttpReply &reply);

} // namespace renum
