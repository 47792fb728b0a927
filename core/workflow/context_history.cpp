// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/context_history.h"

#include "core/model/error_codes.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Streamed text and the like may come anywhere.
bool saysNothing(const ExecutionEvent &event)
{
    return event.type == "execution_log"_L1 || event.eventType == "step_output"_L1
        || event.eventType == "execution_progress"_L1;
}

bool endsWork(const ExecutionEvent &event)
{
    return event.eventType == "step_completed"_L1 || event.eventType == "step_failed"_L1
        || event.eventType == "step_cancelled"_L1;
}

Error changeBeforePlan()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
        u"The log of this execution changes a context that it never planned."_s };
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : toJson(text);
}

} // namespace

Json toJson(const ContextVersion &version)
{
    Json json = Json::object();
    json["execution_id"] = toJson(version.execution.toString());
    json["version"] = version.version;
    json["changed_at"] = toJson(toRfc3339(version.at));
    json["changed_by"] = textOrNull(version.changedBy);
    json["restored_from"] = version.restoredFrom ? Json(*version.restoredFrom) : Json();
    Json &changes = json["changes"] = Json::array();
    for (const ContextChange &change : version.changes)
        changes.push_back(toJson(change));
    Json &snapshots = json["snapshots"] = Json::array();
    for (const SnapshotNote &snapshot : version.snapshots) {
        snapshots.push_back({ { "snapshot_at", toJson(toRfc3339(snapshot.at)) },
            { "version", version.version }, { "reason", toJson(toString(snapshot.reason)) },
            { "created_by_agent", textOrNull(snapshot.agent.toString()) } });
    }
    return json;
}

void ContextHistory::apply(const ExecutionEvent &event)
{
    if (m_problem || saysNothing(event))
        return;
    if (event.type == "context_change"_L1) {
        onChange(event);
        m_lastTime = event.timestamp;
        return;
    }
    settle(m_lastTime);
    m_lastTime = event.timestamp;
    if (event.eventType == "plan_created"_L1) {
        m_versions.push_back({ event.executionId, 1, event.timestamp, {}, {}, {}, {} });
        onMoment(ContextMoment::ExecutionCreated, event.timestamp, {});
    } else if (event.eventType == "step_started"_L1
        && integerAt(event.data, "attempt").value_or(1) == 1) {
        onMoment(ContextMoment::StepStarting, event.timestamp, event.agentId);
    } else if (endsWork(event)) {
        m_justEnded.push_back(event.agentId);
    } else if (isTerminalEvent(event)) {
        m_ended = true;
        onMoment(ContextMoment::ExecutionEnded, event.timestamp, {});
    }
}

void ContextHistory::onChange(const ExecutionEvent &event)
{
    Result<ContextChange> change = contextChangeFromJson(event.data);
    if (!change || m_versions.empty()) {
        m_problem = change ? changeBeforePlan() : change.error();
        return;
    }
    if (change->version > m_versions.back().version) {
        m_versions.push_back({ event.executionId, change->version, event.timestamp,
            change->changedBy, change->restoredFrom, {}, {} });
        const bool restored = change->restoredFrom.has_value();
        onMoment(restored ? ContextMoment::Restored : ContextMoment::Changed, event.timestamp,
            AgentId(change->changedBy));
    }
    m_versions.back().changes.push_back(*std::move(change));
}

// What a step contributes comes after the word that it ended, and belongs to its snapshot.
void ContextHistory::settle(Timestamp at)
{
    for (const AgentId &agent : std::exchange(m_justEnded, {}))
        onMoment(ContextMoment::StepEnded, at, agent);
}

void ContextHistory::onMoment(ContextMoment moment, Timestamp at, const AgentId &agent)
{
    if (m_versions.empty())
        return;
    ContextVersion &current = m_versions.back();
    const auto reason
        = snapshotDue(moment, std::exchange(m_askedVersion, current.version), current.version);
    if (!reason)
        return;
    m_lastSnapshot = snapshotTime(m_lastSnapshot, at);
    current.snapshots.push_back({ *reason, *m_lastSnapshot, agent });
}

Result<ContextVersions> ContextHistory::finish()
{
    settle(m_lastTime);
    if (m_problem)
        return *m_problem;
    if (m_ended) {
        for (ContextVersion &version : m_versions) {
            std::erase_if(version.snapshots,
                [](const SnapshotNote &note) { return !isKeptWhenFinished(note.reason); });
        }
    }
    return std::move(m_versions);
}

} // namespace renum
