// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/workflow_definition.h"
#include "core/net/task_scope.h"

#include <QObject>
#include <QString>

#include <vector>

namespace renum {
class Workspace;
}

namespace renum::ui {

/// A stored team that can be a member of another one.
struct KnownTeam {
    TeamId id;
    QString name;
    WorkflowType type = WorkflowType::Sequential;
    bool isActive = true;
};

/// The stored teams, for members that are teams: read once for all who offer them. Keeps the last
/// ones it knew.
class TeamDirectory : public QObject {
    Q_OBJECT

public:
    enum class State { Unread, Loading, Ready, Failed };

    /// The one of this workspace, which owns it.
    [[nodiscard]] static TeamDirectory *of(Workspace *workspace);

    /// Newest first.
    [[nodiscard]] const std::vector<KnownTeam> &teams() const noexcept { return m_teams; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// Why the last reading failed; empty unless it did.
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    /// Whether the team is certainly gone.
    [[nodiscard]] bool isMissing(const TeamId &team) const;
    /// Reads them, unless they are known or being read.
    void load();

signals:
    void changed();

private:
    explicit TeamDirectory(Workspace *workspace);
    QCoro::Task<> read();

    Workspace *m_workspace;
    State m_state = State::Unread;
    std::vector<KnownTeam> m_teams;
    QString m_problem;
    bool m_changedMeanwhile = false; ///< while they were read
    TaskScope m_tasks;
};

} // namespace renum::ui
