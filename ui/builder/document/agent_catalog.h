// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/result.h"
#include "core/net/task_scope.h"

#include <QList>
#include <QObject>

#include <optional>

namespace renum {
class Workspace;
}

namespace renum::ui {

/// The agents that a team can be made of, as the connected services tell them. Keeps the last list
/// when a later reading fails, so that nothing vanishes while a service is away.
class AgentCatalog : public QObject {
    Q_OBJECT

public:
    enum class State {
        Unread, ///< nobody has asked yet
        Loading,
        Ready,
        Failed, ///< error() says why; agents() are the last that were known
    };

    /// `workspace` outlives this.
    explicit AgentCatalog(Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const QList<AgentInfo> &agents() const noexcept { return m_agents; }
    /// Null when no such agent is known. Borrowed until the next change.
    [[nodiscard]] const AgentInfo *find(const AgentId &id) const;
    /// Whether the agent is certainly gone: the list was read and it is not in there.
    [[nodiscard]] bool isMissing(const AgentId &id) const;
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }

    /// Reads the list again; does nothing while it is being read.
    void reload();

signals:
    /// State or agents are others.
    void changed();

private:
    QCoro::Task<> read();

    Workspace *m_workspace;
    State m_state = State::Unread;
    QList<AgentInfo> m_agents;
    std::optional<Error> m_error;
    TaskScope m_tasks;
};

} // namespace renum::ui
