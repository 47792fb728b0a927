// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_tool_rows.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Outputs of tools are noise to a person beyond this; whole pages and images occur.
constexpr qsizetype LongestOutput = 64 * 1024;

QString plainText(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return value->is_string() ? toQString(*value) : compactJsonText(*value);
}

QString bounded(QString output)
{
    const qsizetype left = output.size() - LongestOutput;
    if (left <= 0)
        return output;
    output.truncate(LongestOutput);
    return output + u"\n… (%1 more characters)"_s.arg(left);
}

SunaToolCall readCall(const Json &object)
{
    SunaToolCall call;
    call.id = stringAt(object, "tool_call_id").value_or(stringAt(object, "id").value_or(QString()));
    call.name = stringAt(object, "function_name").value_or(QString());
    const Json *arguments = memberAt(object, "arguments");
    // The provider's own shape, in `content.tool_calls`.
    if (const Json *function = memberAt(object, "function")) {
        call.name = stringAt(*function, "name").value_or(call.name);
        arguments = memberAt(*function, "arguments");
    }
    const Json *delta = memberAt(object, "arguments_delta");
    call.arguments = plainText(delta ? delta : arguments);
    return call;
}

/// `tool_execution` of the XML form, which is JSON text inside the row's content.
Json xmlExecution(const SunaMessage &row)
{
    const Json *text = memberAt(row.content, "content");
    const Json inner = text ? decodedSunaValue(*text) : Json();
    const Json *execution = memberAt(inner, "tool_execution");
    return execution ? *execution : Json();
}

/// success, output and error as both forms have them.
void readResult(const Json &result, SunaToolResult &read)
{
    read.ok = boolAt(result, "success").value_or(true);
    const Json *error = memberAt(result, "error");
    const bool failed = !read.ok && error && !error->is_null();
    read.output = bounded(plainText(failed ? error : memberAt(result, "output")));
}

} // namespace

QList<SunaToolCall> sunaToolCalls(const SunaMessage &row)
{
    const Json *list = memberAt(row.metadata, "tool_calls");
    list = list && list->is_array() ? list : memberAt(row.content, "tool_calls");
    QList<SunaToolCall> calls;
    if (!list || !list->is_array())
        return calls;
    for (const Json &object : *list) {
        if (object.is_object())
            calls += readCall(object);
    }
    return calls;
}

SunaToolResult sunaToolResult(const SunaMessage &row)
{
    SunaToolResult read;
    const Json execution = xmlExecution(row);
    if (const Json *result = memberAt(execution, "result")) {
        read.callId = stringAt(execution, "tool_call_id").value_or(QString());
        read.name = stringAt(execution, "function_name").value_or(QString());
        readResult(*result, read);
        return read;
    }
    const auto either = [&row](const char *inMetadata, const char *inContent) {
        return stringAt(row.metadata, inMetadata)
            .value_or(stringAt(row.content, inContent).value_or(QString()));
    };
    read.callId = either("tool_call_id", "tool_call_id");
    read.name = either("function_name", "name");
    if (const Json *result = memberAt(row.metadata, "result"); result && result->is_object())
        readResult(*result, read);
    else
        read.output = bounded(row.text().value_or(QString()));
    return read;
}

QString sunaToolTag(const SunaMessage &row)
{
    if (row.type == "status"_L1)
        return stringAt(row.content, "xml_tag_name").value_or(QString());
    if (row.type == "tool"_L1)
        return stringAt(xmlExecution(row), "xml_tag_name").value_or(QString());
    return {};
}

} // namespace renum
