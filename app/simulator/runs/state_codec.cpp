// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/state_codec.h"

#include "app/simulator/scenario/object_reader.h"

namespace renum::sim {

namespace {

constexpr qint64 LatestTime = 10'000'000'000'000'000; // in the year 2286

WireJson timeJson(const std::optional<Timestamp> &time)
{
    return time ? WireJson(toMicroseconds(*time)) : WireJson(nullptr);
}

Timestamp readTime(ObjectReader &reader, const char *key)
{
    return fromMicroseconds(reader.integer(key, 0, 0, LatestTime));
}

std::optional<Timestamp> readOptionalTime(ObjectReader &reader, const char *key)
{
    const Json *value = reader.member(key);
    return value && !value->is_null() ? std::optional(readTime(reader, key)) : std::nullopt;
}

/// JSON that travels as text.
WireJson readText(ObjectReader &reader, const char *key)
{
    WireJson value = WireJson::parse(utf8(reader.text(key)), nullptr, false);
    if (value.is_discarded())
        reader.fail(reader.path(key), QStringLiteral("must hold JSON as text."));
    return value.is_discarded() ? WireJson::object() : value;
}

WireJson savedMessage(const StoredMessage &message)
{
    return { { "id", utf8(message.id) }, { "type", utf8(message.type) },
        { "is_llm_message", message.isLlmMessage }, { "content", message.content.dump() },
        { "metadata", message.metadata.dump() },
        { "created_at", toMicroseconds(message.createdAt) },
        { "agent_id", utf8(message.agentId) } };
}

StoredMessage readMessage(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    StoredMessage message;
    message.id = reader.requiredText("id");
    message.type = reader.requiredText("type");
    message.isLlmMessage = reader.boolean("is_llm_message", true);
    message.content = readText(reader, "content");
    message.metadata = readText(reader, "metadata");
    message.createdAt = readTime(reader, "created_at");
    message.agentId = reader.text("agent_id");
    reader.finish();
    return message;
}

WireJson savedEvent(const StreamEvent &event)
{
    return { { "ms", event.milliseconds }, { "number", event.number },
        { "json", event.json.toStdString() }, { "closing", event.closing == Closing::Yes },
        { "live_only", event.liveOnly }, { "safe_boundary", event.safeBoundary } };
}

StreamEvent readEvent(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    StreamEvent event;
    event.milliseconds = reader.integer("ms", 0, 0, LatestTime);
    event.number = static_cast<int>(reader.integer("number", 0, 0, INT32_MAX));
    event.json = reader.requiredText("json").toUtf8();
    event.closing = reader.boolean("closing", false) ? Closing::Yes : Closing::No;
    event.liveOnly = reader.boolean("live_only", false);
    event.safeBoundary = reader.boolean("safe_boundary", false);
    reader.finish();
    return event;
}

WireJson savedPending(const std::optional<PendingStart> &start)
{
    if (!start)
        return nullptr;
    return { { "ready_at", toMicroseconds(start->readyAt) }, { "agent_id", utf8(start->agentId) },
        { "model", utf8(start->model) } };
}

std::optional<PendingStart> readPending(ObjectReader &outer, Problems &problems)
{
    const Json *json = outer.member("pending_start");
    if (!json || json->is_null())
        return std::nullopt;
    ObjectReader reader(*json, outer.path("pending_start"), problems);
    PendingStart start { readTime(reader, "ready_at"), reader.requiredText("agent_id"),
        reader.text("model") };
    reader.finish();
    return start;
}

} // namespace

WireJson savedThread(const ThreadRecord &thread)
{
    WireJson messages = WireJson::array();
    for (const StoredMessage &message : thread.messages)
        messages.push_back(savedMessage(message));
    return { { "id", utf8(thread.id) }, { "project_id", utf8(thread.projectId) },
        { "name", utf8(thread.name) }, { "created_at", toMicroseconds(thread.createdAt) },
        { "updated_at", toMicroseconds(thread.updatedAt) }, { "has_sandbox", thread.hasSandbox },
        { "pending_start", savedPending(thread.pendingStart) }, { "messages", messages } };
}

ThreadRecord readThread(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    ThreadRecord thread;
    thread.id = reader.requiredText("id");
    thread.projectId = reader.requiredText("project_id");
    thread.name = reader.text("name");
    thread.createdAt = readTime(reader, "created_at");
    thread.updatedAt = readTime(reader, "updated_at");
    thread.hasSandbox = reader.boolean("has_sandbox", true);
    thread.pendingStart = readPending(reader, problems);
    size_t index = 0;
    for (const Json &message : reader.array("messages")) {
        thread.messages.push_back(
            readMessage(message, pointer(reader.path("messages"), index++), problems));
        thread.messages.back().threadId = thread.id;
    }
    reader.finish();
    return thread;
}

WireJson savedRun(const RunRecord &run)
{
    WireJson events = WireJson::array();
    for (const StreamEvent &event : run.events)
        events.push_back(savedEvent(event));
    return { { "id", utf8(run.id) }, { "thread_id", utf8(run.threadId) },
        { "agent_id", utf8(run.agentId) }, { "prompt", utf8(run.prompt) },
        { "model", utf8(run.model) }, { "response", utf8(run.response) },
        { "status", utf8(run.status) }, { "error", utf8(run.error) },
        { "started_at", toMicroseconds(run.startedAt) },
        { "completed_at", timeJson(run.completedAt) },
        { "visible_from", toMicroseconds(run.visibleFrom) }, { "first_kept", run.firstKept },
        { "events", events } };
}

RunRecord readRun(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    RunRecord run;
    run.id = reader.requiredText("id");
    run.threadId = reader.requiredText("thread_id");
    run.agentId = reader.text("agent_id");
    run.prompt = reader.text("prompt");
    run.model = reader.text("model");
    run.response = reader.text("response");
    run.status = reader.requiredText("status");
    run.error = reader.text("error");
    run.startedAt = readTime(reader, "started_at");
    run.completedAt = readOptionalTime(reader, "completed_at");
    run.visibleFrom = readTime(reader, "visible_from");
    size_t index = 0;
    for (const Json &event : reader.array("events"))
        run.events.push_back(readEvent(event, pointer(reader.path("events"), index++), problems));
    run.firstKept = static_cast<size_t>(
        reader.integer("first_kept", 0, 0, static_cast<qint64>(run.events.size())));
    reader.finish();
    return run;
}

WireJson savedEntry(const Ledger::Entry &entry)
{
    return { { "kind", utf8(entry.kind) }, { "at", toMicroseconds(entry.at) },
        { "thread_id", utf8(entry.threadId) }, { "run_id", utf8(entry.runId) },
        { "agent_id", utf8(entry.agentId) }, { "prompt", utf8(entry.prompt) } };
}

Ledger::Entry readEntry(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    Ledger::Entry entry { reader.requiredText("kind"), readTime(reader, "at"),
        reader.text("thread_id"), reader.text("run_id"), reader.text("agent_id"),
        reader.text("prompt") };
    reader.finish();
    return entry;
}

} // namespace renum::sim
