// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_context.h"

#include <QStringList>

#include <map>

namespace renum {

/// Writes the contributions of one batch into a context object (contract §3.7.2, §5.2): who wrote
/// what, what collided, what had to be refused.
class Consolidation {
public:
    /// Both are borrowed and kept up to date. `otherBytes` is what the rest of the context takes of
    /// its limit.
    Consolidation(
        Json &contextObject, WrittenValues &written, qsizetype otherBytes, bool deepMerge);

    void add(const ContextContribution &contribution);
    /// Everything that was done, as one version.
    [[nodiscard]] ContextUpdate finish(int version);

private:
    void writeResult(const ContextContribution &contribution);
    void writeValue(const QString &key, const Json &value, const AgentId &agentId);
    [[nodiscard]] std::optional<ContextRefusal::Reason> refusal(
        const QString &key, qsizetype bytes) const;
    struct Touched {
        Json previous;
        AgentId lastWriter;
        QStringList paths; ///< of the values within that were written, first write first
        std::map<QString, std::vector<AgentId>> writers; ///< by path
    };
    Touched &remember(const QString &key, const AgentId &agentId);
    void merge(Touched &touched, Json &target, const Json &value, const QString &path);
    static void noteWriter(Touched &touched, const QString &path);
    [[nodiscard]] static std::vector<ContextConflict> conflicts(const Touched &touched);

    Json &m_contextObject;
    WrittenValues &m_written;
    qsizetype m_otherBytes;
    bool m_deepMerge;
    QStringList m_order; ///< touched keys, first touch first
    std::map<QString, Touched> m_touched;
    ContextUpdate m_update;
};

} // namespace renum
