// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/task_scope.h"
#include "ui/builder/inspector/fields/choice_field.h"

#include <QObject>

#include <vector>

namespace renum {
class Workspace;
}

namespace renum::ui {

/// The names of the stored teams, for members that are teams. Keeps the last ones it knew.
class TeamDirectory : public QObject {
    Q_OBJECT

public:
    enum class State { Unread, Loading, Ready, Failed };

    /// `workspace` outlives this.
    explicit TeamDirectory(Workspace *workspace, QObject *parent = nullptr);

    /// Ids and names, newest first.
    [[nodiscard]] const std::vector<Choice> &teams() const noexcept { return m_teams; }
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
    QCoro::Task<> read();

    Workspace *m_workspace;
    State m_state = State::Unread;
    std::vector<Choice> m_teams;
    QString m_problem;
    bool m_changedMeanwhile = false; ///< while they were read
    TaskScope m_tasks;
};

} // namespace renum::ui
