// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_output.h"

#include <QRegularExpression>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Agents answer with small objects; more than this is text, not data.
constexpr qsizetype MaxDataBytes = 1024 * 1024;
constexpr int MaxDataDepth = 64;

/// Depth of nesting outside strings, so that parsing cannot exhaust the stack.
bool isTooDeep(const QByteArray &bytes)
{
    int depth = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : bytes) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > MaxDataDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::optional<Json> parseObject(const QString &text)
{
    const QByteArray bytes = text.trimmed().toUtf8();
    if (!bytes.startsWith('{') || bytes.size() > MaxDataBytes || isTooDeep(bytes))
        return std::nullopt;
    Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    return json;
}

/// Contents of all fenced blocks with that label.
QStringList fencedBlocks(const QString &text, const QString &label)
{
    QStringList blocks;
    QStringList current;
    bool inside = false;
    bool wanted = false;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (!trimmed.startsWith("```"_L1)) {
            if (inside && wanted)
                current.append(line);
            continue;
        }
        if (!inside) {
            inside = true;
            wanted = trimmed.mid(3).trimmed().compare(label, Qt::CaseInsensitive) == 0;
            current.clear();
        } else {
            if (wanted)
                blocks.append(current.join(u'\n'));
            inside = false;
            wanted = false;
        }
    }
    return blocks;
}

} // namespace

StepOutput readStepOutput(const QString &finalText)
{
    StepOutput output;
    output.result = finalText;
    output.data = parseObject(finalText);
    if (!output.data) {
        const QStringList blocks = fencedBlocks(finalText, u"json"_s);
        if (blocks.size() == 1)
            output.data = parseObject(blocks.first());
    }
    const QStringList contexts = fencedBlocks(finalText, u"team-context"_s);
    if (!contexts.isEmpty()) {
        if (const std::optional<Json> context = parseObject(contexts.last()))
            output.outputContext = *context;
    } else if (output.data) {
        const Json *context = memberAt(*output.data, "output_context");
        if (context && context->is_object())
            output.outputContext = *context;
    }
    return output;
}

Json toJson(const StepOutput &output)
{
    Json json = Json::object();
    json["status"] = "completed";
    json["result"] = toJson(output.result);
    json["data"] = output.data ? *output.data : Json(nullptr);
    json["output_context"] = output.outputContext;
    json["thread_id"] = toJson(output.threadId);
    json["agent_run_id"] = toJson(output.agentRunId);
    json["execution_time"] = output.executionSeconds;
    json["attempts"] = output.attempts;
    return json;
}

StepOutput stepOutputFromJson(const Json &json)
{
    StepOutput output;
    output.result = stringAt(json, "result").value_or(QString());
    if (const Json *data = memberAt(json, "data"); data && data->is_object())
        output.data = *data;
    if (const Json *context = memberAt(json, "output_context"); context && context->is_object())
        output.outputContext = *context;
    output.threadId = stringAt(json, "thread_id").value_or(QString());
    output.agentRunId = stringAt(json, "agent_run_id").value_or(QString());
    output.executionSeconds = numberAt(json, "execution_time").value_or(0);
    output.attempts = int(integerAt(json, "attempts").value_or(1));
    return output;
}

} // namespace renum
