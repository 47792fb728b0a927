// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_errors.h"

#include "core/agents/service_answer.h"
#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

struct Meaning {
    ErrorCategory category;
    const char *code;
    const char *sentence;
};

constexpr Meaning ContextExceeded { ErrorCategory::InvalidInput, code::ModelContextExceeded,
    "The conversation is too long for the model. Give the agent less to read, or choose a model "
    "with a larger context." };
constexpr Meaning NoMoney { ErrorCategory::QuotaExceeded, code::ModelQuota,
    "The account at the model endpoint has no money left for this. Add some, or use another "
    "endpoint." };
constexpr Meaning NoSuchModel { ErrorCategory::InvalidInput, code::ModelUnknown,
    "The model endpoint does not have this model. Choose one of those it lists." };
constexpr Meaning NoTools { ErrorCategory::InvalidInput, code::ModelToolsUnsupported,
    "The model cannot call tools. Switch the tools of the agent off, or choose another model." };
constexpr Meaning Failed { ErrorCategory::AgentCrash, code::ModelFailed,
    "The model failed in the middle of its answer. Try again." };

/// The one place that decides what a status means. The first row that holds the status counts.
struct StatusRow {
    int first;
    int last;
    Meaning meaning;
};
constexpr std::array StatusTable {
    StatusRow { 401, 401,
        { ErrorCategory::AuthenticationError, code::ModelUnauthorized,
            "The model endpoint does not accept the API key. Enter a valid one." } },
    StatusRow { 402, 402, NoMoney },
    StatusRow { 403, 403,
        { ErrorCategory::AuthenticationError, code::ModelUnauthorized,
            "The model endpoint does not allow this with this API key. Use one that may use the "
            "model." } },
    StatusRow { 404, 405,
        { ErrorCategory::InvalidInput, code::ModelEndpointMissing,
            "There is no chat endpoint at this address. Enter its base address, for example "
            "http://localhost:11434/v1." } },
    StatusRow { 408, 409,
        { ErrorCategory::NetworkError, code::ModelServerError,
            "The model endpoint could not answer now. Try again later." } },
    StatusRow { 413, 413, ContextExceeded },
    StatusRow { 429, 429,
        { ErrorCategory::ResourceExhausted, code::ModelBusy,
            "The model endpoint takes no more requests for now. Wait a little." } },
    StatusRow { 400, 499,
        { ErrorCategory::InvalidInput, code::ModelInvalidRequest,
            "The model endpoint does not accept this request. Correct what it names and try "
            "again." } },
    StatusRow { 500, 599,
        { ErrorCategory::NetworkError, code::ModelServerError,
            "The model endpoint failed to answer. Try again later." } },
    StatusRow { 0, 999,
        { ErrorCategory::NetworkError, code::ModelInvalidAnswer,
            "The model endpoint gave an answer that Renum does not understand. Check its "
            "address." } },
};

/// What an endpoint says about a failure, in whichever shape.
struct Detail {
    QString text;
    QString code;
};

QString firstText(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const auto text = stringAt(object, key); text && !text->isEmpty())
            return *text;
    }
    return {};
}

Detail readError(const Json &error)
{
    if (error.is_string())
        return { toQString(error), {} };
    Detail detail { firstText(error, { "message", "detail", "error" }),
        firstText(error, { "code", "type" }) };
    // OpenRouter keeps what the provider said beside its own general sentence.
    if (const Json *more = memberAt(error, "metadata")) {
        if (const auto raw = stringAt(*more, "raw"))
            detail.text += u": "_s + *raw;
    }
    return detail;
}

Detail readBody(const HttpReply &reply)
{
    Result<Json> json = parseJson(reply.body);
    if (!json)
        return { looksLikeHtml(reply) ? u"an HTML page"_s
                                      : QString::fromUtf8(reply.body.left(4 * ServiceExcerptChars)),
            {} };
    // Some wrap their error into a list.
    const Json body = json->is_array() && !json->empty() ? json->front() : *json;
    const Json *inner = memberAt(body, "error");
    if (!inner || inner->is_null())
        inner = memberAt(body, "detail");
    return readError(inner && !inner->is_null() && !inner->is_array() ? *inner : body);
}

bool saysAny(const QString &text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::ranges::any_of(phrases,
        [&text](QLatin1StringView phrase) { return text.contains(phrase, Qt::CaseInsensitive); });
}

/// Codes and words that tell more than the status.
std::optional<Meaning> meaningOf(const Detail &detail, int status)
{
    const QString all = detail.code + u' ' + detail.text;
    if (saysAny(all,
            { "context_length_exceeded"_L1, "exceed_context_size"_L1, "maximum context length"_L1,
                "context window"_L1, "exceeds the available context"_L1,
                "exceeds the context"_L1 }))
        return ContextExceeded;
    if (saysAny(all, { "insufficient_quota"_L1, "insufficient credits"_L1 }))
        return NoMoney;
    const bool refusal = status >= 400 && status < 500;
    if (saysAny(all, { "model_not_found"_L1 })
        || (status == 404 && saysAny(detail.text, { "model"_L1 })))
        return NoSuchModel;
    if (saysAny(all, { "does not support tools"_L1, "tools param requires"_L1 })
        || (refusal && saysAny(all, { "tool choice requires"_L1, "support tool use"_L1 })))
        return NoTools;
    return std::nullopt;
}

Error errorFor(const Meaning &meaning, const Detail &detail, QVariantMap args)
{
    const QString excerpt = serviceExcerpt(detail.text);
    args.insert(u"detail"_s, excerpt);
    QString message = QString::fromLatin1(meaning.sentence);
    if (!excerpt.isEmpty())
        message += u" It said: "_s + excerpt;
    return { meaning.category, QString::fromLatin1(meaning.code), message, args };
}

const Meaning &meaningOfStatus(int status)
{
    const auto *const row = std::ranges::find_if(StatusTable,
        [status](const StatusRow &each) { return each.first <= status && status <= each.last; });
    return row == StatusTable.end() ? StatusTable.back().meaning : row->meaning;
}

QString partNamed(const QString &text)
{
    if (saysAny(text, { "stream_options"_L1, "include_usage"_L1 }))
        return u"stream_options"_s;
    if (saysAny(text, { "response_format"_L1, "json_schema"_L1 }))
        return u"response_format"_s;
    return {};
}

} // namespace

Error modelHttpError(const HttpReply &reply)
{
    if (looksLikeHtml(reply) && reply.status < 500 && reply.status != 401 && reply.status != 403)
        return modelNotJsonError(reply.status);
    const Detail detail = readBody(reply);
    QVariantMap args { { u"status"_s, reply.status } };
    if (const auto seconds = retryAfterOf(reply); seconds && *seconds > 0)
        args.insert(u"retry_after"_s, *seconds);
    const bool refused = reply.status == 400 || reply.status == 422;
    if (const QString part = partNamed(detail.text); refused && !part.isEmpty())
        args.insert(u"parameter"_s, part);
    const Meaning meaning = meaningOf(detail, reply.status).value_or(meaningOfStatus(reply.status));
    return errorFor(meaning, detail, args);
}

Error modelStreamError(const Json &error)
{
    const Detail detail = readError(error);
    const int status = static_cast<int>(integerAt(error, "code").value_or(0));
    std::optional<Meaning> meaning = meaningOf(detail, status);
    if (!meaning && status == 429)
        meaning = meaningOfStatus(status);
    return errorFor(meaning.value_or(Failed), detail, {});
}

Error modelNotJsonError(int status)
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::ModelNotJson),
        u"The server answered with something that is not a model endpoint's data, for example a "
        "web page. Check that the address is that of its API, and that no proxy is in between."_s,
        { { u"status"_s, status } } };
}

Error modelInvalidAnswerError(const QString &expected)
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::ModelInvalidAnswer),
        u"The model endpoint gave an answer without %1. Check that it is OpenAI-compatible."_s.arg(
            expected),
        { { u"expected"_s, expected } } };
}

Error modelAnswerCutError()
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::ModelAnswerCut),
        u"The model's answer ended in the middle. Try again."_s };
}

Error modelRunLostError()
{
    return { ErrorCategory::AgentCrash, QString::fromLatin1(code::ModelRunLost),
        u"The conversation with the model ended together with the program that led it. Run the "
        "step again."_s };
}

OptionalPart refusedPart(const Error &error)
{
    const QString part = error.args.value(u"parameter"_s).toString();
    if (part == "stream_options"_L1)
        return OptionalPart::UsageOption;
    if (part == "response_format"_L1)
        return OptionalPart::SchemaFormat;
    return OptionalPart::None;
}

} // namespace renum
