// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_reply_reader.h"

#include "core/agents/openai/chat_errors.h"
#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr JsonLimits AnswerLimits { 16 * 1024 * 1024, 64 };
/// Without an index.
constexpr qint64 NoIndex = -1;

Error tooLargeError()
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::ReplyTooLarge),
        u"The model's answer is larger than is accepted. Ask it for less."_s };
}

/// Text is a string, or a list of parts with texts.
QString contentText(const Json &content)
{
    if (content.is_string())
        return toQString(content);
    QString text;
    if (content.is_array()) {
        for (const Json &part : content)
            text += stringAt(part, "text").value_or(QString());
    }
    return text;
}

} // namespace

ChatReplyReader::ChatReplyReader(Listener listener, qsizetype maxBytes, int maxCalls)
    : m_listener(std::move(listener))
    , m_maxBytes(maxBytes)
    , m_maxCalls(maxCalls)
{
}

bool ChatReplyReader::event(QByteArrayView data)
{
    if (m_done || m_error)
        return false;
    if (data.trimmed() == "[DONE]") {
        m_done = true;
        return false;
    }
    if (data.trimmed().isEmpty())
        return true;
    const Result<Json> json = parseJson(data, AnswerLimits);
    if (!json)
        m_error = json.error().code == QLatin1StringView(code::JsonTooLarge)
            ? tooLargeError()
            : modelInvalidAnswerError(u"valid JSON"_s);
    else
        read(*json, "delta");
    return !m_error;
}

void ChatReplyReader::whole(QByteArrayView body)
{
    const Result<Json> json = parseJson(body, AnswerLimits);
    if (!json) {
        m_error = modelNotJsonError(200);
        return;
    }
    read(*json, "message");
    m_done = memberAt(*json, "choices") != nullptr;
    if (!m_done && !m_error)
        m_error = modelInvalidAnswerError(u"an answer of the model"_s);
}

bool ChatReplyReader::isComplete() const
{
    return !m_error && (m_done || !m_reply.finishReason.isEmpty());
}

Result<ChatReply> ChatReplyReader::take()
{
    if (m_error)
        return *m_error;
    if (!isComplete())
        return modelAnswerCutError();
    for (qsizetype number = 0; number < m_reply.calls.size(); ++number) {
        ChatToolCall &call = m_reply.calls[number];
        if (call.id.isEmpty())
            call.id = u"call_%1"_s.arg(number);
        if (call.arguments.isEmpty())
            call.arguments = u"{}"_s;
    }
    return std::exchange(m_reply, {});
}

void ChatReplyReader::read(const Json &json, const char *messageKey)
{
    if (const Json *error = memberAt(json, "error"); error && !error->is_null()) {
        m_error = modelStreamError(*error);
        return;
    }
    const QString model = stringAt(json, "model").value_or(QString());
    if (!model.isEmpty() && m_reply.model.isEmpty()) {
        m_reply.model = model;
        say(ChatDelta::Kind::Model, model);
    }
    if (const Json *usage = memberAt(json, "usage"); usage && usage->is_object())
        m_reply.usage = readChatUsage(*usage);
    if (const Json *choices = memberAt(json, "choices"); choices && choices->is_array()) {
        if (!choices->empty())
            readChoice(choices->front(), messageKey);
    }
}

void ChatReplyReader::readChoice(const Json &choice, const char *messageKey)
{
    if (const Json *message = memberAt(choice, messageKey))
        readText(*message);
    if (const auto reason = stringAt(choice, "finish_reason"); reason && !reason->isEmpty())
        m_reply.finishReason = *reason;
}

void ChatReplyReader::readText(const Json &message)
{
    for (const char *key : { "reasoning_content", "reasoning" }) {
        if (const auto thought = stringAt(message, key); thought && !thought->isEmpty()) {
            say(ChatDelta::Kind::Reasoning, *thought);
            break;
        }
    }
    // A model that refuses says so in a member of its own.
    for (const char *key : { "content", "refusal" }) {
        const Json *content = memberAt(message, key);
        const QString text = content ? contentText(*content) : QString();
        if (text.isEmpty() || !fits(text.size()))
            continue;
        m_reply.text += text;
        say(ChatDelta::Kind::Text, text);
    }
    if (const Json *calls = memberAt(message, "tool_calls"); calls && calls->is_array())
        readCalls(*calls);
}

void ChatReplyReader::readCalls(const Json &calls)
{
    for (const Json &call : calls) {
        if (m_error)
            return;
        readCall(call);
    }
}

void ChatReplyReader::readCall(const Json &call)
{
    ChatToolCall *target = callFor(call);
    const Json *function = memberAt(call, "function");
    if (!target || !function)
        return;
    if (const auto name = stringAt(*function, "name"); name && target->name.isEmpty())
        target->name = *name;
    const Json *arguments = memberAt(*function, "arguments");
    if (!arguments || arguments->is_null())
        return;
    // Meant to be text; some send the object itself.
    const QString more
        = arguments->is_string() ? toQString(*arguments) : compactJsonText(*arguments);
    if (fits(more.size()))
        target->arguments += more;
}

// A piece belongs to the call with its index, or with its id, or else to the last one; with a name
// but without either it begins a call.
ChatToolCall *ChatReplyReader::callFor(const Json &call)
{
    const qint64 index = integerAt(call, "index").value_or(NoIndex);
    const QString id = stringAt(call, "id").value_or(QString());
    const Json *function = memberAt(call, "function");
    const bool named = function && !stringAt(*function, "name").value_or(QString()).isEmpty();
    const bool begins = index == NoIndex && id.isEmpty() && named;
    for (qsizetype at = m_reply.calls.size(); at-- > 0 && !begins;) {
        const QString &known = m_reply.calls.at(at).id;
        const bool sameId = id.isEmpty() || known == id;
        const bool sameIndex = m_indexes.at(at) == index;
        if (index == NoIndex ? sameId : sameIndex && (sameId || known.isEmpty()))
            return &m_reply.calls[at];
    }
    if (m_reply.calls.size() >= m_maxCalls) {
        m_error = tooLargeError();
        return nullptr;
    }
    m_indexes.append(index);
    m_reply.calls.append({ id, {}, {} });
    return &m_reply.calls.last();
}

void ChatReplyReader::say(ChatDelta::Kind kind, const QString &text)
{
    if (m_listener)
        m_listener({ kind, text });
}

bool ChatReplyReader::fits(qsizetype more)
{
    m_bytes += more;
    if (m_bytes > m_maxBytes && !m_error)
        m_error = tooLargeError();
    return !m_error;
}

} // namespace renum
