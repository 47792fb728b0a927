// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/service_answer.h"
#include "core/model/error.h"
#include "core/net/http_client.h"

#include <QString>

#include <optional>

namespace renum {

/// The longest text of a server that an Error carries.
inline constexpr qsizetype SunaExcerptChars = ServiceExcerptChars;

/// A server's text for a person: secrets redacted, white space trimmed, cut at SunaExcerptChars.
[[nodiscard]] QString sunaExcerpt(const QString &text);

/// What an error answer says, in whichever shape it came (suna-api.md §1.3).
struct SunaErrorDetail {
    QString text; ///< an excerpt; empty when the body says nothing readable
    QString errorCode; ///< `error_code` of a coded detail, or `code` of V4
    std::optional<qint64> runningCount; ///< present when the limit of parallel runs was hit
    std::optional<qint64> limit;
    bool routeMissing = false; ///< the route, not the object, does not exist
};
[[nodiscard]] SunaErrorDetail readSunaErrorDetail(const HttpReply &reply);

/// The typed error of an answer whose status is no success. `args`: status, detail, error_code,
/// running_count, limit, retry_after in seconds, route_missing (each when known).
[[nodiscard]] Error sunaHttpError(const HttpReply &reply);
/// An answer with status `status` that is no JSON, or JSON of another shape than `expected`.
[[nodiscard]] Error sunaNotJsonError(int status);
[[nodiscard]] Error sunaInvalidAnswerError(int status, const QString &expected);

/// The HTTP status that led to this error; 0 when there was no answer.
[[nodiscard]] int httpStatusOf(const Error &error);
/// The server lacks the route: it is of another generation than it was when it was detected.
[[nodiscard]] bool isRouteMissing(const Error &error);
/// Asking again may help: the network or the service failed, not the request.
[[nodiscard]] bool isTransient(const Error &error);

/// The error of a run that ended as failed; `text` is what the service says about it and may be a
/// whole traceback. The category comes from the patterns of contract §4.5, else agent_crash.
[[nodiscard]] Error sunaRunFailedError(const QString &text);
/// The error of a run that ended as stopped; `text` may name a billing stop.
[[nodiscard]] Error sunaRunStoppedError(const QString &text);

} // namespace renum
