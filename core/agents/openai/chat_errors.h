// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/json.h"
#include "core/net/http_client.h"

namespace renum {

/// The typed error of an answer whose status is no success. `args`: status, detail, retry_after in
/// seconds, parameter (a part of the request that the endpoint does not know); each when known.
[[nodiscard]] Error modelHttpError(const HttpReply &reply);
/// The error that an endpoint tells in the middle of a stream: the member `error` of an event.
[[nodiscard]] Error modelStreamError(const Json &error);
/// An answer that is no JSON, for example a web page.
[[nodiscard]] Error modelNotJsonError(int status);
[[nodiscard]] Error modelInvalidAnswerError(const QString &expected);
/// The stream ended before the model had finished.
[[nodiscard]] Error modelAnswerCutError();
/// The run or its conversation is not in this process.
[[nodiscard]] Error modelRunLostError();

/// Parts of a request that some endpoints refuse; each is left out once it was refused.
enum class OptionalPart { None, UsageOption, SchemaFormat };
/// The part that a refusal is about.
[[nodiscard]] OptionalPart refusedPart(const Error &error);

} // namespace renum
