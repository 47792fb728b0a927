// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_context.h"

#include <QHash>
#include <QStringList>

namespace renum {

/// Writes the contributions of one batch into a context object (contract §3.7.2, §5.2): who wrote
/// what, what collided, what had to be refused.
class Consolidation {
public:
    /// Both are borrowed and kept up to date.
    Consolidation(Json &contextObject, WrittenValues &written, bool deepMerge);

    void add(const ContextContribution &contribution);
    /// Everything that was done, as one version.
    [[nodiscard]] ContextUpdate finish(int version);

private:
    void writeResult(const ContextContribution &contribution);
    void writeValue(const QString &key, const Json &value, const AgentId &agentId);
    [[nodiscard]] std::optional<ContextRefusal::Reason> refusal(
        const QString &key, qsizetype bytes) const;
    void merge(Json &target, const Json &value, const QString &path, const AgentId &agentId);
    void noteWriter(const QString &path, const AgentId &agentId);
    void remember(const QString &key, const AgentId &agentId);

    struct Touched {
        Json previous;
        AgentId lastWriter;
    };

    Json &m_contextObject;
    WrittenValues &m_written;
    bool m_deepMerge;
    QStringList m_order; ///< touched keys, first touch first
    QHash<QString, Touched> m_touched;
    QStringList m_pathOrder;
    QHash<QString, std::vector<AgentId>> m_writers; ///< by path of the value
    ContextUpdate m_update;
};

} // namespace renum
