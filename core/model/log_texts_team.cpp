// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event_fields.h"
#include "core/model/log_texts.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

void copyDetails(LogEntry &entry, const Json &data, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const Json *value = memberAt(data, key); value && !value->is_null())
            entry.details[key] = *value;
    }
}

LogEntry messageEntry(const ExecutionEvent &event)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::Agent;
    entry.correlationId = textIn(event.data, "message_id");
    const QString type = textIn(event.data, "message_type");
    const QString from = textIn(event.data, "from_agent_id");
    const QString to = textIn(event.data, "to_agent_id");
    if (type == "error"_L1)
        entry.level = LogLevel::Warning;
    entry.message = u"Message (%1) from %2 to %3"_s.arg(
        type, from.isEmpty() ? u"the system"_s : from, to.isEmpty() ? u"the whole team"_s : to);
    copyDetails(entry, event.data,
        { "message_id", "message_type", "from_agent_id", "to_agent_id", "in_reply_to", "late" });
    return entry;
}

LogEntry readEntry(const ExecutionEvent &event)
{
    LogEntry entry = entryAbout(event);
    entry.level = LogLevel::Debug;
    entry.category = LogCategory::Agent;
    const Json *ids = memberAt(event.data, "message_ids");
    const std::size_t count = ids && ids->is_array() ? ids->size() : 0;
    entry.message = count == 1 ? u"One message was shown to the agent"_s
                               : u"%1 messages were shown to the agent"_s.arg(count);
    copyDetails(entry, event.data, { "message_ids" });
    return entry;
}

LogEntry contextEntry(const ExecutionEvent &event)
{
    LogEntry entry = entryAbout(event);
    entry.category = LogCategory::Agent;
    const QString scope
        = textIn(event.data, "scope") == "shared_memory"_L1 ? u"Shared memory"_s : u"Context"_s;
    const bool deleted = boolAt(event.data, "deleted").value_or(false);
    const QString verb = deleted                ? u"deleted"_s
        : memberAt(event.data, "restored_from") ? u"restored"_s
                                                : u"set"_s;
    entry.message = u"%1 \"%2\" %3 by %4"_s.arg(
        scope, textIn(event.data, "key"), verb, textIn(event.data, "changed_by"));
    copyDetails(entry, event.data,
        { "key", "scope", "version", "changed_by", "restored_from", "expires_at" });
    return entry;
}

} // namespace

std::optional<LogEntry> teamLogEntry(const ExecutionEvent &event)
{
    if (event.type == "context_change"_L1)
        return contextEntry(event);
    if (event.type != "team_message"_L1)
        return std::nullopt;
    if (event.eventType == "messages_read"_L1)
        return readEntry(event);
    return event.eventType.isEmpty() ? std::optional(messageEntry(event)) : std::nullopt;
}

} // namespace renum
