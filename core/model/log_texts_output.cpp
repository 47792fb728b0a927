// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_texts.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

LogEntry callEntry(const ExecutionEvent &event, const QString &tool)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::Agent;
    entry.message = u"Tool "_s + tool + u" called"_s;
    return entry;
}

LogEntry answerEntry(const ExecutionEvent &event, const QString &tool, bool ok)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::Agent;
    entry.level = ok ? LogLevel::Debug : LogLevel::Warning;
    entry.message = u"Tool "_s + tool + (ok ? u" answered"_s : u" failed"_s);
    return entry;
}

LogEntry statusEntry(const ExecutionEvent &event, const QString &status)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::Agent;
    entry.level = LogLevel::Debug;
    entry.message = status;
    return entry;
}

} // namespace

std::optional<LogEntry> outputLogEntry(const ExecutionEvent &output)
{
    const QString kind = stringAt(output.data, "kind").value_or(QString());
    const QString delta = stringAt(output.data, "delta").value_or(QString());
    if (kind == "status"_L1)
        return statusEntry(output, delta);
    const bool isCall = kind == "tool_call"_L1;
    if (!isCall && kind != "tool_result"_L1)
        return std::nullopt;
    const Json *tool = memberAt(output.data, "tool");
    const QString name = tool ? stringAt(*tool, "name").value_or(QString()) : QString();
    const bool ok = !tool || boolAt(*tool, "ok").value_or(true);
    LogEntry entry
        = isCall ? callEntry(output, name.isEmpty() ? delta : name) : answerEntry(output, name, ok);
    if (const std::optional<QString> call = tool ? stringAt(*tool, "call_id") : std::nullopt)
        entry.details["call_id"] = toJson(*call);
    return entry;
}

QList<LogKind> untabledLogKinds()
{
    using L = LogLevel;
    constexpr LogCategory Agent = LogCategory::Agent;
    return {
        { u"step_output"_s, L::Info, Agent, true, u"Tool called answered failed"_s,
            { { L::Info, { u"\"kind\":\"tool_call\""_s } },
                { L::Debug, { u"\"kind\":\"tool_result\""_s, u"\"kind\":\"status\""_s } },
                { L::Warning, { u"\"ok\":false"_s } } } },
        { u"messages_read"_s, L::Debug, Agent, false,
            u"One message was messages were shown to the agent"_s },
        { u"team_message"_s, L::Info, Agent, true, u"Message from the system to the whole team"_s,
            { { L::Info, {} }, { L::Warning, { u"\"message_type\":\"error\""_s } } } },
        { u"context_change"_s, L::Info, Agent, true,
            u"Context Shared memory set deleted restored by"_s, { { L::Info, {} } } },
    };
}

const LogKind &writtenLogKind()
{
    static const LogKind written = [] {
        LogKind kind { u"execution_log"_s, LogLevel::Info, LogCategory::System, true, {}, {} };
        kind.signs[LogLevel::Info] = {}; // also of entries whose level nobody knows
        for (const LogLevel level :
            { LogLevel::Debug, LogLevel::Warning, LogLevel::Error, LogLevel::Critical })
            kind.signs[level] = { u"\"level\":\"%1\""_s.arg(toString(level)) };
        return kind;
    }();
    return written;
}

LogEntry unknownLogEntry(const ExecutionEvent &event)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::System;
    entry.message = u"Event of a later version: "_s
        + (event.eventType.isEmpty() ? event.type : event.eventType);
    entry.details = event.data.is_object() ? event.data : Json({ { "data", event.data } });
    return entry;
}

} // namespace renum
