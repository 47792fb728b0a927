// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/chat_request.h"

#include "app/simulator/protocol/error_bodies.h"
#include "core/net/json_limits.h"

#include <QRegularExpression>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr JsonLimits RequestLimits { 16 * 1024 * 1024, 128 };

/// Text of a message: a string, or the text parts of a list.
QString contentText(const Json &message)
{
    const Json *content = memberAt(message, "content");
    if (!content)
        return {};
    if (content->is_string())
        return toQString(*content);
    QString text;
    if (content->is_array()) {
        for (const Json &part : *content)
            text += stringAt(part, "text").value_or(QString());
    }
    return text;
}

/// Collects the messages and finds the first thing that OpenAI would refuse.
class RequestReader {
public:
    explicit RequestReader(const Json &body)
        : m_body(body)
    {
        m_request.body = body;
    }

    std::variant<ChatRequest, ServerResponse> read()
    {
        readOptions();
        readTools();
        readFormat();
        readMessages();
        if (m_refusal.isEmpty())
            return m_request;
        return chatError(400, m_refusal, "invalid_request_error", m_code);
    }

private:
    void refuse(const QString &text, const QString &code = {})
    {
        if (!m_refusal.isEmpty())
            return;
        m_refusal = text;
        m_code = code;
    }

    void readOptions()
    {
        m_request.model = stringAt(m_body, "model").value_or(QString());
        if (m_request.model.isEmpty())
            refuse(u"you must provide a model parameter"_s);
        m_request.stream = boolAt(m_body, "stream").value_or(false);
        const Json *options = memberAt(m_body, "stream_options");
        if (options && !options->is_null() && !m_request.stream)
            refuse(u"The 'stream_options' parameter is only allowed when 'stream' is enabled."_s);
        if (options)
            m_request.includeUsage = boolAt(*options, "include_usage").value_or(false);
        m_request.parallelTools = boolAt(m_body, "parallel_tool_calls").value_or(true);
        m_request.maxTokens = integerAt(m_body, "max_completion_tokens");
        if (!m_request.maxTokens)
            m_request.maxTokens = integerAt(m_body, "max_tokens");
        if (m_request.maxTokens && *m_request.maxTokens < 1)
            refuse(u"Invalid 'max_tokens': expected a value of at least 1."_s);
        const double temperature = numberAt(m_body, "temperature").value_or(1);
        if (temperature < 0 || temperature > 2)
            refuse(u"Invalid 'temperature': expected a value from 0 to 2."_s);
    }

    void readTools()
    {
        static const QRegularExpression allowed(u"\\A[a-zA-Z0-9_-]{1,64}\\z"_s);
        const Json *tools = memberAt(m_body, "tools");
        if (!tools || stringAt(m_body, "tool_choice") == u"none"_s)
            return;
        for (const Json &tool : *tools) {
            const Json *function = memberAt(tool, "function");
            const QString name
                = function ? stringAt(*function, "name").value_or(QString()) : QString();
            if (!allowed.match(name).hasMatch())
                refuse(u"Invalid 'tools': each needs a function with a name of letters, digits, "
                       "underscores and dashes."_s);
            m_request.tools.insert(name);
        }
    }

    void readFormat()
    {
        const Json *format = memberAt(m_body, "response_format");
        if (!format || stringAt(*format, "type") != u"json_schema"_s)
            return;
        const Json *wrapper = memberAt(*format, "json_schema");
        const Json *schema = wrapper ? memberAt(*wrapper, "schema") : nullptr;
        if (!schema || !schema->is_object() || stringAt(*wrapper, "name").value_or(u""_s).isEmpty())
            refuse(u"Invalid 'response_format': a json_schema needs a name and a schema."_s);
        else
            m_request.schema = *schema;
    }

    void readMessages()
    {
        const Json *messages = memberAt(m_body, "messages");
        if (!messages || !messages->is_array() || messages->empty()) {
            refuse(u"Invalid 'messages': expected an array with at least one message."_s);
            return;
        }
        qsizetype letters = 0;
        for (const Json &message : *messages) {
            letters += contentText(message).size();
            readMessage(message);
        }
        if (!m_open.isEmpty())
            refuseOpenCalls();
        m_request.promptTokens = (letters + 3) / 4;
    }

    void refuseOpenCalls()
    {
        refuse(u"An assistant message with 'tool_calls' must be followed by tool messages "
               "responding to each 'tool_call_id'."_s);
    }

    void readMessage(const Json &message)
    {
        const QString role = stringAt(message, "role").value_or(QString());
        if (role != "tool"_L1 && !m_open.isEmpty())
            refuseOpenCalls();
        if (role == "system"_L1 || role == "developer"_L1) {
            m_request.systemText += contentText(message);
        } else if (role == "user"_L1) {
            m_request.prompt = contentText(message);
            m_request.lastToolCall.clear();
            m_request.answersSoFar = 0;
        } else if (role == "assistant"_L1) {
            ++m_request.answersSoFar;
            openCalls(message);
        } else if (role == "tool"_L1) {
            closeCall(stringAt(message, "tool_call_id").value_or(QString()));
        } else {
            refuse(u"Invalid value for a message's 'role': '%1'."_s.arg(role.left(40)));
        }
    }

    void openCalls(const Json &message)
    {
        const Json *calls = memberAt(message, "tool_calls");
        if (!calls || !calls->is_array())
            return;
        for (const Json &call : *calls) {
            const Json *function = memberAt(call, "function");
            if (!function || !stringAt(*function, "arguments"))
                refuse(u"Invalid 'tool_calls': each needs a function with arguments as text."_s);
            m_open.insert(stringAt(call, "id").value_or(QString()));
        }
    }

    void closeCall(const QString &id)
    {
        if (!m_open.remove(id))
            refuse(u"Messages with role 'tool' must be a response to a preceding message with "
                   "'tool_calls'."_s);
        m_request.lastToolCall = id;
    }

    const Json &m_body;
    ChatRequest m_request;
    QSet<QString> m_open; ///< tool calls without an answer so far
    QString m_refusal;
    QString m_code;
};

} // namespace

std::variant<ChatRequest, ServerResponse> readChatRequest(const QByteArray &body)
{
    const Result<Json> json = parseJson(body, RequestLimits);
    if (!json || !json->is_object())
        return chatError(
            400, u"We could not parse the JSON body of your request."_s, "invalid_request_error");
    return RequestReader(*json).read();
}

} // namespace renum::sim
