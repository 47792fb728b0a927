// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit_entry.h"

#include "core/model/event_fields.h"
#include "core/model/execution_plan.h"

#include <QCryptographicHash>
#include <QUuid>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

void copy(Json &to, const Json &from, const char *key)
{
    if (const Json *value = memberAt(from, key))
        to[key] = *value;
}

// Neither a rule of the team nor a clock is a person.
void setPerson(AuditEntry &entry, const QString &who)
{
    if (who == "system"_L1 || who == "rules"_L1)
        return;
    entry.actorType = AuditEntry::Actor::User;
    entry.actorId = who;
}

} // namespace

Json toJson(const AuditEntry &entry)
{
    Json json = Json::object();
    json["id"] = toJson(entry.id);
    json["event_type"] = toJson(entry.eventType);
    json["entity_type"] = toJson(entry.entityType);
    json["entity_id"] = toJson(entry.entityId);
    json["actor_type"] = entry.actorType == AuditEntry::Actor::User ? "user" : "system";
    json["actor_id"] = entry.actorId.isEmpty() ? Json() : toJson(entry.actorId);
    json["details"] = entry.details;
    json["created_at"] = toJson(toRfc3339(entry.createdAt));
    return json;
}

void ExecutionAudit::apply(const ExecutionEvent &event)
{
    const QString &type = event.eventType;
    if (type == "execution_created"_L1) {
        learn(event);
    } else if (type == "plan_created"_L1) {
        learnAgents(event);
    } else if (type == "execution_started"_L1) {
        setPerson(add(event, u"execution.started"_s), QString());
    } else if (type == "execution_completed"_L1) {
        copy(add(event, u"execution.completed"_s).details, event.data, "has_errors");
    } else if (type == "execution_failed"_L1) {
        const Json *error = memberAt(event.data, "error_detail");
        copy(add(event, u"execution.failed"_s).details, error ? *error : Json(), "code");
    } else if (type == "execution_cancelled"_L1) {
        setPerson(add(event, u"execution.cancelled"_s), textIn(event.data, "cancelled_by"));
    } else if (type == "step_approval_requested"_L1 || type == "step_approval_decided"_L1) {
        addApproval(event);
    }
}

void ExecutionAudit::learn(const ExecutionEvent &created)
{
    const QByteArray prompt = textIn(created.data, "initial_prompt").toUtf8();
    m_subject["team_id"] = toJson(created.teamId.toString());
    m_subject["prompt_sha256"] = toJson(
        QString::fromLatin1(QCryptographicHash::hash(prompt, QCryptographicHash::Sha256).toHex()));
    for (const char *key : { "team_name", "team_version", "retry_of", "forked_from" })
        copy(m_subject, created.data, key);
}

void ExecutionAudit::learnAgents(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    Json agents = Json::array();
    if (plan) {
        for (const PlanStep &step : plan->steps)
            agents.push_back(toJson(step.agentId.toString()));
    }
    m_subject["agent_ids"] = std::move(agents);
    if (m_subject.contains("retry_of"))
        setPerson(add(event, u"execution.retried"_s), QString());
}

AuditEntry &ExecutionAudit::add(const ExecutionEvent &event, const QString &eventType)
{
    AuditEntry entry;
    entry.id = QUuid::createUuidV5(QUuid(),
        QString(u"audit:"_s + event.executionId.toString() + u':' + QString::number(event.seq)))
                   .toString(QUuid::WithoutBraces);
    entry.eventType = eventType;
    entry.entityType = u"execution"_s;
    entry.entityId = event.executionId.toString();
    entry.details = m_subject;
    entry.createdAt = event.timestamp;
    m_entries.push_back(std::move(entry));
    return m_entries.back();
}

void ExecutionAudit::addApproval(const ExecutionEvent &event)
{
    const QString state = textIn(event.data, "state");
    AuditEntry &entry
        = add(event, u"execution.approval."_s + (state.isEmpty() ? u"requested"_s : state));
    entry.details["agent_id"] = toJson(event.agentId.toString());
    if (state.isEmpty())
        return;
    copy(entry.details, event.data, "comment");
    setPerson(entry, textIn(event.data, "decided_by"));
}

} // namespace renum
