// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_texts.h"

#include "core/model/execution_plan.h"
#include "core/model/log_template.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Finish = void (*)(LogEntry &entry, const Json &data);

/// How the log speaks of one kind of event.
struct Row {
    QLatin1StringView eventType;
    LogLevel level;
    LogCategory category;
    const char *message; ///< {name} stands for a member of the event's data
    std::array<const char *, 5> details {}; ///< members that are taken over
    Finish finish = nullptr;
    bool varies = false; ///< `finish` may change level or category
    const char *warns = ""; ///< what the data has when `finish` makes a warning of it
};

void copyDetail(LogEntry &entry, const Json &data, const char *key)
{
    if (const Json *value = memberAt(data, key); value && !value->is_null())
        entry.details[key] = *value;
}

// --- what a table cannot say --------------------------------------------------------------------

void sayStarted(LogEntry &entry, const Json &)
{
    entry.details["suna_agent_run_id"] = nullptr; // not known yet
}

void sayReused(LogEntry &entry, const Json &data)
{
    if (boolAt(data, "kept").value_or(false))
        entry.message = u"Kept result used, nobody is called"_s;
}

void onRun(LogEntry &entry, const Json &data)
{
    entry.correlationId = stringAt(data, "agent_run_id").value_or(QString());
}

void sayBound(LogEntry &entry, const Json &data)
{
    onRun(entry, data);
    if (boolAt(data, "adopted").value_or(false))
        entry.message = u"Agent run found again"_s;
}

void onStepCompleted(LogEntry &entry, const Json &data)
{
    if (const Json *result = memberAt(data, "result")) {
        copyDetail(entry, *result, "execution_time");
        entry.correlationId = stringAt(*result, "agent_run_id").value_or(QString());
    }
}

void onStepFailed(LogEntry &entry, const Json &data)
{
    if (const Json *error = memberAt(data, "error"))
        entry.details["error_message"] = *error;
}

void sayCompleted(LogEntry &entry, const Json &data)
{
    if (boolAt(data, "has_errors").value_or(false))
        entry.level = LogLevel::Warning;
}

void sayRetrying(LogEntry &entry, const Json &data)
{
    const QString wait = QString::number(numberAt(data, "delay_seconds").value_or(0), 'f', 1);
    entry.message = u"Agent execution is tried again in %1 s (attempt %2 of %3): "_s.arg(wait,
                        plain(memberAt(data, "attempt")), plain(memberAt(data, "max_attempts")))
        + plain(memberAt(data, "error"));
}

void sayWaiting(LogEntry &entry, const Json &data)
{
    const QString reason = stringAt(data, "reason").value_or(QString());
    if (reason == "run_slot"_L1)
        return;
    if (reason == "spending_cap"_L1) {
        entry.message = u"Waiting at the spending limit"_s;
        return;
    }
    if (reason == "budget"_L1) {
        entry.message = u"Waiting: agents at work may need the rest of the budget "_s
            + plain(memberAt(data, "budget"));
        return;
    }
    entry.level = LogLevel::Warning;
    entry.category = LogCategory::Network;
    entry.message = reason == "service_busy"_L1
        ? u"The agent service has no free slot; it is asked again"_s
        : u"The agent service does not answer; it is left alone for a while"_s;
}

void onTeamAction(LogEntry &entry, const Json &data)
{
    entry.correlationId = stringAt(data, "request_id").value_or(QString());
    const Json *error = memberAt(data, "error_detail");
    if (!error || !error->is_object())
        return;
    entry.level = LogLevel::Warning;
    const QString tool = plain(memberAt(data, "action"));
    entry.message = (tool.isEmpty() ? u"Team actions were refused: "_s
                                    : QString(u"Team tool "_s + tool + u" was refused: "_s))
        + plain(memberAt(*error, "message"));
}

void sayUsage(LogEntry &entry, const Json &data)
{
    onRun(entry, data);
    const Json *usage = memberAt(data, "usage_metrics");
    if (!usage)
        return;
    for (const char *key : { "model_name", "tokens_input", "tokens_output", "estimated" })
        copyDetail(entry, *usage, key);
}

void onDecided(LogEntry &entry, const Json &data)
{
    const QString state = stringAt(data, "state").value_or(QString());
    if (state == "rejected"_L1 || state == "expired"_L1)
        entry.level = LogLevel::Warning;
    if (state == "auto_approved"_L1)
        entry.message = u"Approved by a rule of the team"_s;
    else if (state == "expired"_L1)
        entry.message = u"Nobody approved in time"_s;
    else if (state == "rejected"_L1)
        entry.message.replace(0, 8, u"Rejected"_s);
}

void onHeld(LogEntry &entry, const Json &data)
{
    if (stringAt(data, "reason") == u"cap"_s)
        entry.message = u"Execution holds at its spending limit"_s;
    else
        entry.message = u"Execution holds %1 a step"_s.arg(plain(memberAt(data, "place")));
}

void sayResultGiven(LogEntry &entry, const Json &data)
{
    const bool skips = !memberAt(data, "result");
    entry.message = plain(memberAt(data, "requested_by"))
        + (skips ? u" skipped the step"_s : u" gave the step's result"_s);
}

void onAuxiliaryEnded(LogEntry &entry, const Json &data)
{
    entry.correlationId = stringAt(data, "request_id").value_or(QString());
    if (memberAt(data, "error_detail")) {
        entry.level = LogLevel::Warning;
        entry.message
            = QString(u"Agent run for a request failed: "_s + plain(memberAt(data, "error")));
    }
}

void onRequest(LogEntry &entry, const Json &data)
{
    entry.correlationId = stringAt(data, "request_id").value_or(QString());
}

// --- the table ----------------------------------------------------------------------------------

using L = LogLevel;
using C = LogCategory;

const std::array Rows {
    Row { "execution_created"_L1, L::Info, C::Execution, "Execution created",
        { "team_name", "workflow_type", "retry_of", "forked_from" } },
    Row { "plan_created"_L1, L::Info, C::Execution,
        "Execution plan created with {total_steps} steps",
        { "total_steps", "estimated_duration" } },
    Row { "execution_started"_L1, L::Info, C::Execution, "Execution started",
        { "workflow_type", "owner" } },
    Row { "execution_resumed"_L1, L::Info, C::System, "Execution goes on after an interruption",
        { "owner" } },
    Row { "execution_paused"_L1, L::Info, C::UserAction, "Execution paused by {requested_by}",
        { "requested_by" } },
    Row { "execution_continued"_L1, L::Info, C::UserAction, "Execution continued by {requested_by}",
        { "requested_by" } },
    Row {
        "execution_held"_L1, L::Info, C::Execution, "", { "reason", "step_id", "place" }, onHeld },
    Row { "execution_breakpoints_set"_L1, L::Info, C::UserAction,
        "Breakpoints changed by {requested_by}", { "requested_by", "breakpoints" } },
    Row { "execution_cap_set"_L1, L::Info, C::UserAction, "Spending limit set by {requested_by}",
        { "requested_by", "cap" } },
    Row { "execution_cap_reached"_L1, L::Warning, C::Execution, "The spending limit is reached",
        { "at_limit", "cap", "spent", "calls_at_work" } },
    Row { "execution_budget_reached"_L1, L::Warning, C::Execution, "A budget is reached: {error}",
        { "at_limit", "budget_id", "budget", "error_detail" } },
    Row { "execution_budget_warning"_L1, L::Warning, C::Execution,
        "{percent} percent of the budget {budget} are spent", { "budget_id", "status" } },
    Row { "execution_deadline_reached"_L1, L::Warning, C::Execution,
        "Execution reached its time limit of {seconds} s", { "seconds" } },
    Row { "execution_stop_requested"_L1, L::Info, C::UserAction, "Stop requested by {requested_by}",
        { "requested_by", "reason" } },
    Row { "execution_completed"_L1, L::Info, C::Execution, "{message}",
        { "has_errors", "usage_totals" }, sayCompleted, true, "\"has_errors\":true" },
    Row { "execution_failed"_L1, L::Error, C::Execution, "Execution failed: {error}",
        { "progress" } },
    Row { "execution_cancelled"_L1, L::Warning, C::Execution, "{message}", { "cancelled_by" } },

    Row { "step_started"_L1, L::Info, C::Agent, "Agent execution started",
        { "step_order", "attempt", "model_name" }, sayStarted },
    Row { "step_waiting"_L1, L::Info, C::Performance, "Waiting for a free slot for agent runs",
        { "reason", "position", "retry_at", "until" }, sayWaiting, true },
    Row { "step_reused"_L1, L::Info, C::Agent, "Result taken over from an earlier execution",
        { "step_order", "from_execution", "kept" }, sayReused },
    Row { "step_run_intent"_L1, L::Debug, C::Network, "Agent run is about to be requested",
        { "attempt", "turn", "backend", "payload_hash" } },
    Row { "step_run_sent"_L1, L::Debug, C::Network, "Agent run requested",
        { "attempt", "thread_id", "project_id" } },
    Row { "step_run_bound"_L1, L::Debug, C::Network, "Agent run is at work",
        { "attempt", "agent_run_id", "thread_id", "adopted" }, sayBound },
    Row { "step_run_rejected"_L1, L::Warning, C::Network, "Agent run was refused: {error}",
        { "attempt" } },
    Row { "step_run_unknown"_L1, L::Warning, C::Network,
        "It is not known yet whether the agent run began: {error}", { "attempt", "watch_until" } },
    Row { "step_run_duplicate"_L1, L::Warning, C::Network, "A second agent run was found: {action}",
        { "attempt", "agent_run_id", "action" }, onRun },
    Row { "step_team_action"_L1, L::Info, C::Agent, "Team tool {action}",
        { "attempt", "turn", "action", "request_id" }, onTeamAction, true, "\"error_detail\":" },
    Row { "step_nested_started"_L1, L::Info, C::Agent, "The member team began to work",
        { "attempt", "execution_id", "team_id" } },
    Row { "step_nested_waiting"_L1, L::Info, C::Agent, "The member team waits for a person",
        { "attempt" } },
    Row { "step_nested_continued"_L1, L::Info, C::Agent, "The member team goes on", { "attempt" } },
    Row { "step_nested_ended"_L1, L::Info, C::Agent, "The member team ended: {execution_status}",
        { "attempt", "execution_id", "execution_status" } },
    Row { "team_tools_given"_L1, L::Info, C::Network, "The agent was given the team's tools",
        { "agent_id", "name" } },
    Row { "team_tools_taken"_L1, L::Info, C::Network, "The team's tools were taken away again",
        { "agent_id", "name" } },
    Row { "step_usage"_L1, L::Info, C::Performance, "Tokens booked", { "attempt", "agent_run_id" },
        sayUsage },
    Row { "step_retrying"_L1, L::Warning, C::Agent, "",
        { "step_order", "reason", "attempt", "max_attempts", "delay_seconds" }, sayRetrying },
    Row { "step_approval_requested"_L1, L::Info, C::UserAction, "Waiting for an approval",
        { "step_order", "expires_at" } },
    Row { "step_approval_decided"_L1, L::Info, C::UserAction, "Approved by {decided_by}",
        { "step_order", "state", "decided_by", "comment" }, onDecided, true },
    Row { "step_result_given"_L1, L::Info, C::UserAction, "", { "step_order", "requested_by" },
        sayResultGiven },
    Row { "step_repeat_requested"_L1, L::Info, C::UserAction,
        "{requested_by} lets the step run again", { "step_order", "requested_by" } },
    Row { "step_reopened"_L1, L::Info, C::Agent, "The step begins anew", { "step_order" } },
    Row { "step_completed"_L1, L::Info, C::Agent, "Agent execution completed successfully",
        { "step_order", "attempt" }, onStepCompleted },
    Row { "step_failed"_L1, L::Error, C::Agent, "Agent execution failed: {error}",
        { "step_order", "attempt" }, onStepFailed },
    Row { "step_skipped"_L1, L::Info, C::Agent, "Agent execution skipped",
        { "step_order", "reason" } },
    Row { "step_cancelled"_L1, L::Warning, C::Agent, "Agent execution cancelled",
        { "step_order", "reason" } },

    Row { "auxiliary_run_started"_L1, L::Info, C::Agent,
        "Agent run started to answer a request of {requested_by}", { "request_id", "requested_by" },
        onRequest },
    Row { "auxiliary_run_ended"_L1, L::Info, C::Agent, "Agent run for a request ended",
        { "request_id" }, onAuxiliaryEnded, true, "\"error_detail\":" },
};

/// The first character after a name in braces, or the end.
qsizetype afterName(const QString &form, qsizetype open)
{
    const qsizetype close = form.indexOf(u'}', open);
    return close < 0 ? form.size() : close + 1;
}

QString logWordsOf(const Row &row)
{
    const QString form = QString::fromLatin1(row.message);
    QString words;
    for (qsizetype at = 0; at < form.size();) {
        const qsizetype open = form.indexOf(u'{', at);
        words += form.mid(at, open < 0 ? -1 : open - at);
        at = open < 0 ? form.size() : afterName(form, open);
    }
    return words;
}

QHash<LogLevel, QStringList> signsOf(const Row &row)
{
    if (!row.varies)
        return {};
    const QString warns = QString::fromLatin1(row.warns);
    return { { row.level, {} },
        { L::Warning, warns.isEmpty() ? QStringList() : QStringList(warns) } };
}

/// An entry that the engine wrote as such.
LogEntry writtenEntry(const ExecutionEvent &event)
{
    LogEntry entry = entryAbout(event);
    const Json *written = memberAt(event.data, "log_entry");
    if (!written)
        return entry;
    const auto text
        = [written](const char *key) { return stringAt(*written, key).value_or(u""_s); };
    entry.level = logLevelFromString(text("level")).value_or(L::Info);
    entry.category = logCategoryFromString(text("category")).value_or(C::System);
    entry.message = text("message");
    if (const Json *details = memberAt(*written, "details"); details && details->is_object())
        entry.details = *details;
    return entry;
}

} // namespace

LogEntry entryAbout(const ExecutionEvent &event)
{
    LogEntry entry;
    entry.id = event.seq;
    entry.executionId = event.executionId;
    entry.timestamp = event.timestamp;
    entry.agentId = event.agentId;
    return entry;
}

std::optional<LogEntry> logEntry(const ExecutionEvent &event)
{
    if (event.type == "execution_log"_L1)
        return writtenEntry(event);
    if (event.eventType == "step_output"_L1)
        return outputLogEntry(event);
    if (event.eventType == "execution_progress"_L1)
        return std::nullopt;
    const auto row = std::ranges::find(Rows, event.eventType, &Row::eventType);
    if (row == Rows.end()) {
        const std::optional<LogEntry> shared = teamLogEntry(event);
        return shared ? *shared : unknownLogEntry(event);
    }
    LogEntry entry = entryAbout(event);
    entry.level = row->level;
    entry.category = row->category;
    entry.message = filled(row->message, event.data);
    for (const char *key : row->details) {
        if (key)
            copyDetail(entry, event.data, key);
    }
    if (const Json *error = memberAt(event.data, "error_detail")) {
        copyDetail(entry, *error, "error_type");
        copyDetail(entry, *error, "code");
    }
    if (row->finish)
        row->finish(entry, event.data);
    return entry;
}

const QList<LogKind> &logKinds()
{
    static const QList<LogKind> kinds = [] {
        QList<LogKind> list;
        for (const Row &row : Rows) {
            list.append({ row.eventType, row.level, row.category, row.varies, logWordsOf(row),
                signsOf(row) });
        }
        list += untabledLogKinds();
        return list;
    }();
    return kinds;
}

QHash<AgentId, QString> namesInPlan(const ExecutionEvent &planCreated)
{
    QHash<AgentId, QString> names;
    const Json *json = memberAt(planCreated.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!plan)
        return names;
    for (const PlanStep &step : plan->steps)
        names.insert(step.agentId, step.name);
    return names;
}

} // namespace renum
