// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/timeline_builder.h"

namespace renum::sim {

TimelineBuilder::TimelineBuilder(RunFacts facts, IdSource ids)
    : m_facts(std::move(facts))
    , m_ids(ids)
{
}

Timestamp TimelineBuilder::now() const
{
    return m_facts.startedAt + m_at;
}

qint64 TimelineBuilder::nowMilliseconds() const
{
    return std::chrono::floor<std::chrono::milliseconds>(now()).time_since_epoch().count();
}

void TimelineBuilder::wait(std::chrono::microseconds duration)
{
    const double scaled = static_cast<double>(duration.count()) / m_facts.speed;
    m_at += std::chrono::microseconds(static_cast<qint64>(scaled));
}

void TimelineBuilder::add(TimelineAction action)
{
    m_timeline.push_back({ m_at, std::move(action) });
}

void TimelineBuilder::emitEvent(WireJson event, Closing closing)
{
    add(EmitEvent { std::move(event), closing });
}

void TimelineBuilder::signal(WireJson event)
{
    add(SignalListeners { std::move(event) });
}

void TimelineBuilder::useTool(const QString &name, const Json &arguments)
{
    add(UseTool { name, arguments });
}

void TimelineBuilder::endRun(const QString &status, const QString &error)
{
    add(EndRun { status, error });
}

WireJson TimelineBuilder::event(const StreamRow &row, const WireJson &messageId) const
{
    const std::string time = isoTime(now());
    return { { "message_id", messageId }, { "thread_id", utf8(m_facts.threadId) },
        { "type", utf8(row.type) }, { "is_llm_message", row.isLlmMessage },
        { "content", pythonJson(row.content) }, { "metadata", pythonJson(row.metadata) },
        { "created_at", time }, { "updated_at", time } };
}

void TimelineBuilder::stream(const StreamRow &row, std::optional<int> sequence)
{
    const WireJson streamed = event(row, nullptr);
    if (!sequence) {
        emitEvent(streamed);
        return;
    }
    WireJson chunk { { "sequence", *sequence } };
    chunk.update(streamed);
    emitEvent(chunk);
}

QString TimelineBuilder::saveAndStream(const StreamRow &row)
{
    const QString id = newId();
    saveAndStream(row, id, WireJson::object());
    return id;
}

void TimelineBuilder::saveAndStream(
    const StreamRow &row, const QString &id, const WireJson &streamedMetadata)
{
    store(row, id);
    StreamRow streamed = row;
    streamed.metadata.update(streamedMetadata);
    WireJson saved = event(streamed, utf8(id));
    saved["agent_id"] = textOrNull(m_facts.agentId);
    saved["agent_version_id"] = nullptr;
    emitEvent(saved);
}

void TimelineBuilder::save(const StreamRow &row)
{
    store(row, newId());
}

void TimelineBuilder::store(const StreamRow &row, const QString &id)
{
    add(StoreMessage { { id, m_facts.threadId, row.type, row.isLlmMessage, row.content,
        row.metadata, now(), m_facts.agentId } });
}

} // namespace renum::sim
