// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_errors.h"

#include "core/agents/service_answer.h"
#include "core/model/error_codes.h"
#include "core/model/json.h"
#include "core/net/json_limits.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// The one place that decides what a status means. The first row that holds the status counts.
struct StatusRow {
    int first;
    int last;
    ErrorCategory category;
    const char *code;
    const char *sentence;
};
constexpr std::array StatusTable {
    StatusRow { 401, 401, ErrorCategory::AuthenticationError, code::SunaUnauthorized,
        "Suna does not accept the credentials. Enter a valid token or API key." },
    StatusRow { 402, 402, ErrorCategory::QuotaExceeded, code::SunaPaymentRequired,
        "The Suna account has no credits left, or its plan does not allow this. Add credits or "
        "change the plan." },
    StatusRow { 403, 403, ErrorCategory::AuthenticationError, code::SunaForbidden,
        "Suna does not allow this with these credentials. Use a token of the account that owns "
        "it." },
    StatusRow { 404, 405, ErrorCategory::InvalidInput, code::SunaNotFound,
        "Suna does not know what was asked for. Check that it still exists there." },
    // A proxy or middleware gave up waiting: the request may have been carried out.
    StatusRow { 408, 408, ErrorCategory::NetworkError, code::SunaServerError,
        "Suna did not answer in time. Try again later." },
    StatusRow { 409, 409, ErrorCategory::ResourceExhausted, code::SunaBusy,
        "Suna is still preparing this. Try again in a moment." },
    StatusRow { 410, 410, ErrorCategory::InvalidInput, code::SunaUnsupportedVersion,
        "This server no longer offers the Suna interface that Renum speaks. Connect to a Suna "
        "server of an earlier version." },
    StatusRow { 429, 429, ErrorCategory::ResourceExhausted, code::SunaBusy,
        "Suna runs as many agents as it may at once. Wait until one has finished." },
    StatusRow { 400, 499, ErrorCategory::InvalidInput, code::SunaInvalidRequest,
        "Suna does not accept this request. Correct what it names and try again." },
    StatusRow { 500, 599, ErrorCategory::NetworkError, code::SunaServerError,
        "Suna failed to answer. Try again later." },
    StatusRow { 0, 999, ErrorCategory::NetworkError, code::SunaInvalidAnswer,
        "Suna gave an answer that Renum does not understand. Check the server's address." },
};
constexpr StatusRow BusyRow { 402, 429, ErrorCategory::ResourceExhausted, code::SunaBusy,
    "Suna runs as many agents as it may at once. Wait until one has finished." };

/// Texts of failed runs, lower case, in the order of contract §4.5.
struct FailurePattern {
    const char *text;
    ErrorCategory category;
};
constexpr std::array FailurePatterns {
    FailurePattern { "timeout", ErrorCategory::AgentTimeout },
    FailurePattern { "timed out", ErrorCategory::AgentTimeout },
    FailurePattern { "deadline", ErrorCategory::AgentTimeout },
    FailurePattern { "connection refused", ErrorCategory::NetworkError },
    FailurePattern { "connection reset", ErrorCategory::NetworkError },
    FailurePattern { "network unreachable", ErrorCategory::NetworkError },
    FailurePattern { "host not found", ErrorCategory::NetworkError },
    FailurePattern { "name resolution", ErrorCategory::NetworkError },
    FailurePattern { "http 502", ErrorCategory::NetworkError },
    FailurePattern { "http 503", ErrorCategory::NetworkError },
    FailurePattern { "http 504", ErrorCategory::NetworkError },
    FailurePattern { "authentication failed", ErrorCategory::AuthenticationError },
    FailurePattern { "unauthorized", ErrorCategory::AuthenticationError },
    FailurePattern { "invalid authentication", ErrorCategory::AuthenticationError },
    FailurePattern { "invalid credentials", ErrorCategory::AuthenticationError },
    FailurePattern { "invalid token", ErrorCategory::AuthenticationError },
    FailurePattern { "http 401", ErrorCategory::AuthenticationError },
    FailurePattern { "memory", ErrorCategory::ResourceExhausted },
    FailurePattern { "disk space", ErrorCategory::ResourceExhausted },
    FailurePattern { "rate limit", ErrorCategory::ResourceExhausted },
    FailurePattern { "limit_exceeded", ErrorCategory::ResourceExhausted },
    FailurePattern { "http 429", ErrorCategory::ResourceExhausted },
    FailurePattern { "quota exceeded", ErrorCategory::QuotaExceeded },
    FailurePattern { "billing limit", ErrorCategory::QuotaExceeded },
    FailurePattern { "billing_error", ErrorCategory::QuotaExceeded },
    FailurePattern { "insufficient credits", ErrorCategory::QuotaExceeded },
    FailurePattern { "http 402", ErrorCategory::QuotaExceeded },
    FailurePattern { "invalid input", ErrorCategory::InvalidInput },
    FailurePattern { "validation error", ErrorCategory::InvalidInput },
    FailurePattern { "http 400", ErrorCategory::InvalidInput },
    FailurePattern { "http 422", ErrorCategory::InvalidInput },
    FailurePattern { "dependency", ErrorCategory::DependencyError },
    FailurePattern { "import error", ErrorCategory::DependencyError },
    FailurePattern { "cancelled", ErrorCategory::UserCancelled },
    FailurePattern { "segmentation fault", ErrorCategory::AgentCrash },
    FailurePattern { "core dumped", ErrorCategory::AgentCrash },
};

const StatusRow &rowOf(int status)
{
    const auto *const row = std::find_if(StatusTable.begin(), StatusTable.end(),
        [status](const StatusRow &each) { return each.first <= status && status <= each.last; });
    return row == StatusTable.end() ? StatusTable.back() : *row;
}

std::optional<ErrorCategory> categoryOfFailure(const QString &text)
{
    const QString lower = text.toLower();
    for (const FailurePattern &pattern : FailurePatterns) {
        if (lower.contains(QLatin1StringView(pattern.text)))
            return pattern.category;
    }
    return std::nullopt;
}

/// The sentence of a traceback is its last line; the lines above name source files, not causes.
QString causeOf(const QString &text)
{
    if (!text.contains("Traceback (most recent call last)"_L1))
        return text.trimmed();
    const QStringList lines = text.trimmed().split(u'\n');
    return lines.constLast().trimmed();
}

/// `[{"loc": ["body","prompt"], "msg": "Field required"}]` as "body.prompt: Field required".
QString validationText(const Json &findings)
{
    QStringList lines;
    for (const Json &finding : findings) {
        QStringList place;
        if (const Json *loc = memberAt(finding, "loc"); loc && loc->is_array()) {
            for (const Json &part : *loc)
                place += part.is_string() ? toQString(part) : compactJsonText(part);
        }
        // Not the whole finding: it repeats the input, which may be a prompt.
        const QString message = stringAt(finding, "msg").value_or(u"not valid"_s);
        lines += place.isEmpty() ? message : QString(place.join(u'.') % u": "_s % message);
    }
    return lines.join("; "_L1);
}

QString firstText(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const auto text = stringAt(object, key); text && !text->isEmpty())
            return *text;
    }
    return {};
}

void readDetailObject(const Json &object, SunaErrorDetail &detail)
{
    detail.text = firstText(object, { "message", "error", "details" });
    detail.errorCode = firstText(object, { "error_code", "code" });
    detail.runningCount = integerAt(object, "running_count");
    detail.limit = integerAt(object, "limit");
}

void readBody(const Json &body, SunaErrorDetail &detail)
{
    const Json *inner = memberAt(body, "detail");
    if (!inner) {
        readDetailObject(body, detail);
    } else if (inner->is_string()) {
        detail.text = toQString(*inner);
        // FastAPI's own wording for an unknown route; objects that are missing have other texts.
        detail.routeMissing = detail.text == "Not Found"_L1;
    } else if (inner->is_array()) {
        detail.text = validationText(*inner);
    } else {
        readDetailObject(*inner, detail);
    }
}

Error makeError(ErrorCategory category, const char *code, QString message, QVariantMap args)
{
    return { category, QString::fromLatin1(code), std::move(message), std::move(args) };
}

} // namespace

QString sunaExcerpt(const QString &text)
{
    return serviceExcerpt(text);
}

SunaErrorDetail readSunaErrorDetail(const HttpReply &reply)
{
    SunaErrorDetail detail;
    if (const Result<Json> json = parseJson(reply.body); json && json->is_object())
        readBody(*json, detail);
    else if (looksLikeHtml(reply))
        detail.text = u"an HTML page"_s;
    else
        detail.text = QString::fromUtf8(reply.body.left(4 * SunaExcerptChars));
    detail.text = sunaExcerpt(detail.text);
    detail.errorCode = sunaExcerpt(detail.errorCode).left(64);
    detail.routeMissing = (detail.routeMissing && reply.status == 404) || reply.status == 405
        || reply.status == 410;
    return detail;
}

Error sunaHttpError(const HttpReply &reply)
{
    const SunaErrorDetail detail = readSunaErrorDetail(reply);
    const bool limited = reply.status == 402 || reply.status == 429;
    const bool busy
        = limited && (detail.runningCount || detail.errorCode == "AGENT_RUN_LIMIT_EXCEEDED"_L1);
    const StatusRow &row = busy ? BusyRow : rowOf(reply.status);

    QVariantMap args { { u"status"_s, reply.status }, { u"detail"_s, detail.text } };
    if (!detail.errorCode.isEmpty())
        args.insert(u"error_code"_s, detail.errorCode);
    if (detail.runningCount)
        args.insert(u"running_count"_s, *detail.runningCount);
    if (detail.limit)
        args.insert(u"limit"_s, *detail.limit);
    if (const auto seconds = retryAfterOf(reply); seconds && *seconds > 0)
        args.insert(u"retry_after"_s, *seconds);
    if (detail.routeMissing)
        args.insert(u"route_missing"_s, true);

    QString message
        = QLatin1StringView(row.sentence) % u" (HTTP "_s % QString::number(reply.status) % u')';
    if (!detail.text.isEmpty())
        message += u" Suna said: "_s % detail.text;
    return makeError(row.category, row.code, message, args);
}

Error sunaNotJsonError(int status)
{
    return makeError(ErrorCategory::NetworkError, code::SunaNotJson,
        u"The server answered with something that is not Suna's data, for example a web page. "
        "Check that the address is that of Suna's backend and that no proxy is in between."_s,
        { { u"status"_s, status } });
}

Error sunaInvalidAnswerError(int status, const QString &expected)
{
    return makeError(ErrorCategory::NetworkError, code::SunaInvalidAnswer,
        u"Suna gave an answer without %1. Check that its version is supported."_s.arg(expected),
        { { u"status"_s, status }, { u"expected"_s, expected } });
}

int httpStatusOf(const Error &error)
{
    return error.args.value(u"status"_s).toInt();
}

bool isRouteMissing(const Error &error)
{
    return error.args.value(u"route_missing"_s).toBool();
}

bool isTransient(const Error &error)
{
    return error.category == ErrorCategory::NetworkError
        || error.category == ErrorCategory::AgentTimeout
        || error.category == ErrorCategory::ResourceExhausted;
}

Error sunaRunFailedError(const QString &text)
{
    const QString cause = causeOf(text);
    const QString excerpt = sunaExcerpt(cause);
    const QString message = excerpt.isEmpty()
        ? u"The agent's run failed at Suna without a reason. Try again."_s
        : QString(u"The agent's run failed at Suna: "_s % excerpt);
    return makeError(categoryOfFailure(cause).value_or(ErrorCategory::AgentCrash),
        code::SunaRunFailed, message, { { u"detail"_s, excerpt } });
}

Error sunaRunStoppedError(const QString &text)
{
    const QString excerpt = sunaExcerpt(causeOf(text));
    const bool quota = categoryOfFailure(excerpt) == ErrorCategory::QuotaExceeded;
    const QString message = excerpt.isEmpty()
        ? u"The agent's run was stopped."_s
        : QString(u"The agent's run was stopped: "_s % excerpt);
    return makeError(quota ? ErrorCategory::QuotaExceeded : ErrorCategory::UserCancelled,
        code::SunaRunStopped, message, { { u"detail"_s, excerpt } });
}

} // namespace renum
