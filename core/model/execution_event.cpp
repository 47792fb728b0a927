// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_event.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, 3> TerminalEvents { "execution_completed"_L1,
    "execution_failed"_L1, "execution_cancelled"_L1 };

// What must survive a power loss: money, decisions of people, and how things ended (design §5).
constexpr std::array<QLatin1StringView, 34> FullEvents { "execution_created"_L1, "plan_created"_L1,
    "execution_started"_L1, "execution_stop_requested"_L1, "execution_completed"_L1,
    "execution_failed"_L1, "execution_cancelled"_L1, "step_run_intent"_L1, "step_run_sent"_L1,
    "team_tools_given"_L1, "step_nested_started"_L1, "step_nested_ended"_L1, "step_run_bound"_L1,
    "step_run_rejected"_L1, "step_run_duplicate"_L1, "step_usage"_L1, "step_completed"_L1,
    "step_failed"_L1, "step_skipped"_L1, "step_cancelled"_L1, "execution_resumed"_L1,
    "execution_paused"_L1, "execution_continued"_L1, "execution_deadline_reached"_L1,
    "step_approval_requested"_L1, "step_approval_decided"_L1, "execution_held"_L1,
    "execution_breakpoints_set"_L1, "execution_cap_set"_L1, "execution_cap_reached"_L1,
    "execution_budget_reached"_L1, "step_result_given"_L1, "step_repeat_requested"_L1,
    "step_reopened"_L1 };

} // namespace

Durability durabilityOf(const ExecutionEvent &event)
{
    const bool byPerson = boolAt(event.data, "by_person").value_or(false);
    if (byPerson && (event.type == "context_change"_L1 || event.type == "team_message"_L1))
        return Durability::Full;
    const bool full = std::ranges::find(FullEvents, event.eventType) != FullEvents.end();
    return full ? Durability::Full : Durability::Normal;
}

bool isTerminalEvent(const ExecutionEvent &event)
{
    return std::ranges::find(TerminalEvents, event.eventType) != TerminalEvents.end();
}

Json toFrame(const ExecutionEvent &event)
{
    Json frame = Json::object();
    frame["type"] = toJson(event.type);
    if (!event.eventType.isEmpty())
        frame["event_type"] = toJson(event.eventType);
    frame["seq"] = event.seq;
    frame["channel"] = toJson(QString(u"ws:execution:"_s + event.executionId.toString()));
    frame["execution_id"] = toJson(event.executionId.toString());
    frame["team_id"] = toJson(event.teamId.toString());
    frame["agent_id"] = event.agentId.isEmpty() ? Json(nullptr) : toJson(event.agentId.toString());
    frame["timestamp"] = toJson(toRfc3339(event.timestamp));
    frame["data"] = event.data;
    return frame;
}

Result<ExecutionEvent> eventFromFrame(const Json &frame)
{
    const std::optional<qint64> seq = integerAt(frame, "seq");
    const std::optional<QString> type = stringAt(frame, "type");
    const std::optional<QString> execution = stringAt(frame, "execution_id");
    const std::optional<Timestamp> time
        = fromRfc3339(stringAt(frame, "timestamp").value_or(QString()));
    const Json *data = memberAt(frame, "data");
    if (!seq || *seq < 1 || !type || !execution || !time || !data || !data->is_object()) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::JsonInvalid),
            u"An event frame lacks one of seq, type, execution_id, timestamp and data."_s };
    }
    ExecutionEvent event;
    event.seq = *seq;
    event.type = *type;
    event.eventType = stringAt(frame, "event_type").value_or(QString());
    event.executionId = ExecutionId(*execution);
    event.teamId = TeamId(stringAt(frame, "team_id").value_or(QString()));
    event.agentId = AgentId(stringAt(frame, "agent_id").value_or(QString()));
    event.timestamp = *time;
    event.data = *data;
    return event;
}

Json errorDetail(const Error &error)
{
    Json args = Json::object();
    for (auto it = error.args.cbegin(); it != error.args.cend(); ++it) {
        const std::string key = it.key().toStdString();
        switch (it.value().typeId()) {
        case QMetaType::Bool:
            args[key] = it.value().toBool();
            break;
        case QMetaType::Int:
        case QMetaType::LongLong:
        case QMetaType::UInt:
            args[key] = it.value().toLongLong();
            break;
        case QMetaType::Double:
            args[key] = it.value().toDouble();
            break;
        default:
            args[key] = toJson(it.value().toString());
        }
    }
    Json detail = Json::object();
    detail["error_type"] = toJson(toString(error.category));
    detail["code"] = toJson(error.code);
    detail["message"] = toJson(error.message);
    detail["args"] = std::move(args);
    return detail;
}

Error errorFromDetail(const Json &detail)
{
    Error error;
    error.category = errorCategoryFromString(stringAt(detail, "error_type").value_or(QString()));
    error.code = stringAt(detail, "code").value_or(QString::fromLatin1(code::Internal));
    error.message = stringAt(detail, "message").value_or(QString());
    const Json *args = memberAt(detail, "args");
    if (!args || !args->is_object())
        return error;
    for (const auto &[key, value] : args->items()) {
        const QString name = QString::fromStdString(key);
        if (value.is_string())
            error.args.insert(name, toQString(value));
        else if (value.is_boolean())
            error.args.insert(name, value.get<bool>());
        else if (value.is_number_integer())
            error.args.insert(name, value.get<qint64>());
        else if (value.is_number())
            error.args.insert(name, value.get<double>());
    }
    return error;
}

} // namespace renum
