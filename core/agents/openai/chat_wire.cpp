// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_wire.h"

#include "core/agents/openai/chat_errors.h"

#include <QRegularExpression>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxModels = 20'000;

Json message(const char *role, const QString &text)
{
    Json json = Json::object();
    json["role"] = role;
    json["content"] = toJson(text);
    return json;
}

QString schemaInstruction(const Json &schema)
{
    return u"Answer with JSON only, without any other word. It fits this JSON Schema:\n"_s
        + compactJsonText(schema);
}

/// The schema as the endpoint enforces it, or as words in front of the conversation.
void addSchema(Json &json, const ChatRequestParts &parts)
{
    if (!parts.schemaFormat) {
        Json &messages = json["messages"];
        messages.insert(messages.begin(), systemMessage(schemaInstruction(parts.outputSchema)));
        return;
    }
    Json wrapper = Json::object();
    wrapper["name"] = "answer";
    wrapper["schema"] = parts.outputSchema;
    json["response_format"]["type"] = "json_schema";
    json["response_format"]["json_schema"] = std::move(wrapper);
}

std::optional<qint64> countAt(const Json &usage, const char *key)
{
    const auto count = integerAt(usage, key);
    return count && *count >= 0 ? count : std::nullopt;
}

} // namespace

Json chatRequestJson(const ChatRequestParts &parts)
{
    Json json = Json::object();
    json["model"] = toJson(parts.model);
    json["messages"] = parts.messages;
    json["stream"] = true;
    if (parts.usageOption)
        json["stream_options"]["include_usage"] = true;
    if (parts.temperature)
        json["temperature"] = *parts.temperature;
    if (parts.functions.is_array() && !parts.functions.empty()) {
        json["tools"] = parts.functions;
        if (!parts.mayCallTools)
            json["tool_choice"] = "none";
    }
    if (!parts.outputSchema.is_null())
        addSchema(json, parts);
    return json;
}

Json systemMessage(const QString &text)
{
    return message("system", text);
}

Json userMessage(const QString &text)
{
    return message("user", text);
}

Json assistantMessage(const ChatReply &reply)
{
    Json json = message("assistant", reply.text);
    if (reply.calls.isEmpty())
        return json;
    if (reply.text.isEmpty())
        json["content"] = nullptr;
    json["tool_calls"] = Json::array();
    for (const ChatToolCall &call : reply.calls) {
        Json entry = Json::object();
        entry["id"] = toJson(call.id);
        entry["type"] = "function";
        entry["function"]["name"] = toJson(call.name);
        entry["function"]["arguments"] = toJson(call.arguments);
        json["tool_calls"].push_back(std::move(entry));
    }
    return json;
}

Json toolMessage(const QString &callId, const QString &text)
{
    Json json = message("tool", text);
    json["tool_call_id"] = toJson(callId);
    return json;
}

QList<QUrl> endpointCandidates(const QUrl &typed)
{
    static const QRegularExpression ending(u"(/chat/completions|/models)?/*\\z"_s);
    static const QRegularExpression versioned(u"/v\\d+[a-z0-9]*(/openai)?\\z"_s);
    QUrl base = typed.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = base.path();
    path.remove(ending);
    QStringList paths { path };
    if (path.isEmpty())
        paths = { u"/v1"_s, u"/api/v1"_s };
    else if (!versioned.match(path).hasMatch())
        paths.append(path + u"/v1"_s);
    QList<QUrl> candidates;
    for (const QString &each : std::as_const(paths)) {
        base.setPath(each);
        candidates.append(base);
    }
    return candidates;
}

QUrl endpointUrl(const QUrl &base, const QString &path)
{
    QUrl url = base;
    url.setPath(base.path() + path);
    return url;
}

Result<QStringList> readModelList(const Json &json)
{
    const Json *data = json.is_array() ? &json : memberAt(json, "data");
    if (data && data->is_null())
        return QStringList(); // Ollama without any model
    if (!data || !data->is_array())
        return modelInvalidAnswerError(u"a list of models"_s);
    QStringList names;
    for (const Json &entry : *data) {
        const QString name = stringAt(entry, "id").value_or(QString());
        if (!name.isEmpty() && names.size() < MaxModels)
            names.append(name);
    }
    return names;
}

Usage readChatUsage(const Json &counts)
{
    Usage usage;
    usage.requestCount = 1;
    usage.tokensInput = countAt(counts, "prompt_tokens");
    usage.tokensOutput = countAt(counts, "completion_tokens");
    if (const Json *details = memberAt(counts, "prompt_tokens_details"))
        usage.tokensCached = countAt(*details, "cached_tokens");
    usage.tokensCacheWrite = countAt(counts, "cache_creation_input_tokens");
    if (const Json *details = memberAt(counts, "completion_tokens_details"))
        usage.tokensReasoning = countAt(*details, "reasoning_tokens");
    if (usage.tokensInput.value_or(0) == 0 && usage.tokensOutput.value_or(0) == 0) {
        usage.tokensInput.reset();
        usage.tokensOutput.reset();
        usage.tokensCached.reset();
        usage.tokensCacheWrite.reset();
        usage.tokensReasoning.reset();
    }
    return usage;
}

void nameModel(Usage &usage, const QString &model)
{
    if (model.isEmpty())
        return;
    const qsizetype slash = model.indexOf(u'/');
    if (slash > 0)
        usage.modelProvider = model.left(slash);
    usage.modelName = model.mid(slash + 1);
}

qint64 estimatedTokens(qsizetype letters)
{
    return (letters + 3) / 4;
}

qsizetype lettersOf(const Json &messages)
{
    qsizetype letters = 0;
    for (const Json &each : messages) {
        letters += stringAt(each, "content").value_or(QString()).size();
        if (const Json *calls = memberAt(each, "tool_calls"))
            letters += compactJsonText(*calls).size();
    }
    return letters;
}

} // namespace renum
