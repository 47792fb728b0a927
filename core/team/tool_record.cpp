// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/tool_record.h"

#include "core/model/error_codes.h"
#include "core/model/execution_event.h"
#include "core/team/team_tools.h"

#include <algorithm>
#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxToolName = 64;

} // namespace

QString toolCallBlock()
{
    return u"call"_s;
}

ToolRecord recordOf(
    const TeamBlock &block, int index, const TeamCall &call, const ToolOutcome &outcome)
{
    ToolRecord record { block.id, index, call.tool.left(MaxToolName), outcome.result, outcome.error,
        outcome.outputContext, {} };
    if (outcome.pending)
        record.request = outcome.pending->request;
    return record;
}

ToolRecord recordOf(const TeamBlock &refused)
{
    return { refused.id, 0, {}, {}, refused.refusal, {}, {} };
}

Json toJson(const ToolRecord &record)
{
    Json json = Json::object();
    json["block_id"] = toJson(record.block);
    json["index"] = record.index;
    json["action"] = toJson(record.tool);
    json["result"] = record.result;
    if (record.error)
        json["error_detail"] = errorDetail(*record.error);
    if (record.outputContext)
        json["output_context"] = *record.outputContext;
    if (!record.request.isEmpty())
        json["request_id"] = toJson(record.request.toString());
    return json;
}

Result<ToolRecord> toolRecordFromJson(const Json &json)
{
    const std::optional<QString> block = stringAt(json, "block_id");
    const std::optional<qint64> index = integerAt(json, "index");
    if (!block || !index || *index < 0 || *index > std::numeric_limits<int>::max()) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
            u"A stored team action cannot be read."_s };
    }
    ToolRecord record;
    record.block = *block;
    record.index = static_cast<int>(*index);
    record.tool = stringAt(json, "action").value_or(QString());
    if (const Json *result = memberAt(json, "result"))
        record.result = *result;
    if (const Json *error = memberAt(json, "error_detail"))
        record.error = errorFromDetail(*error);
    if (const Json *context = memberAt(json, "output_context"); context && context->is_object())
        record.outputContext = *context;
    record.request = MessageId(stringAt(json, "request_id").value_or(QString()));
    return record;
}

bool needsFollowUp(const std::vector<ToolRecord> &records)
{
    return std::ranges::any_of(records, [](const ToolRecord &record) {
        const TeamTool *tool = findTeamTool(record.tool);
        return record.error || (tool && tool->answers);
    });
}

Json outputContextOf(const std::vector<ToolRecord> &records)
{
    Json context = Json::object();
    for (const ToolRecord &record : records) {
        if (record.outputContext)
            context.update(*record.outputContext);
    }
    return context;
}

} // namespace renum
