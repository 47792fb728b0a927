// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QString>

#include <vector>

namespace renum {

/// One line of the audit log (contract §6.5, §8.4). Nothing in it is secret; of a prompt it has the
/// SHA-256 alone.
struct AuditEntry {
    enum class Actor { User, System };
    QString id; ///< follows from the execution and the event, the same each time
    QString eventType; ///< `execution.started` and the like
    QString entityType;
    QString entityId;
    Actor actorType = Actor::System;
    QString actorId; ///< empty when nobody is known by name
    Json details = Json::object();
    Timestamp createdAt;

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
};
using AuditEntries = std::vector<AuditEntry>;
[[nodiscard]] Json toJson(const AuditEntry &entry);

/// What the audit log says about one execution, folded from its events. Each entry names the team
/// and its version, the agents, and the hash of the prompt.
class ExecutionAudit {
public:
    /// The next event, in order.
    void apply(const ExecutionEvent &event);
    /// Oldest first.
    [[nodiscard]] const AuditEntries &entries() const noexcept { return m_entries; }

private:
    void learn(const ExecutionEvent &created);
    void learnAgents(const ExecutionEvent &plan);
    AuditEntry &add(const ExecutionEvent &event, const QString &eventType);
    void addApproval(const ExecutionEvent &event);

    Json m_subject = Json::object(); ///< what every entry says
    AuditEntries m_entries;
};

} // namespace renum
