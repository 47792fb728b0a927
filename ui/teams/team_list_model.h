// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QAbstractListModel>

#include <optional>

namespace renum::ui {

/// Stored teams, newest first, read page by page as the view asks for more.
class TeamListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        TypeRole, ///< WorkflowType as int
        AgentCountRole,
        AgentNamesRole, ///< QStringList in the order of the workflow
        DescriptionRole,
        UpdatedRole, ///< microseconds since the epoch
        ActiveRole,
    };
    enum class State { Loading, Ready, Failed };

    explicit TeamListModel(Workspace *workspace, QObject *parent = nullptr);

    /// Reads the rows anew. What is shown stays until the answer is there.
    void reload();
    /// Filters by a part of name or description; reads anew when it changed.
    void setSearch(const QString &text);
    [[nodiscard]] const QString &search() const noexcept { return m_search; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const Error &error() const noexcept { return m_error; }
    /// The row's team, or nullptr. Borrowed until the model changes.
    [[nodiscard]] const Team *team(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const TeamId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();

private:
    QCoro::Task<> load(TeamQuery query, int generation);
    void begin(const PageRequest &page);
    void setState(State state);
    /// Makes the rows equal to `teams`, announcing each difference.
    void replaceRows(const QList<Team> &teams);
    void append(const QList<Team> &teams);

    Workspace *m_workspace;
    QList<Team> m_teams;
    QString m_search;
    QString m_next; ///< key of the next page; empty when all rows are here
    State m_state = State::Loading;
    Error m_error;
    int m_generation = 0; ///< answers to earlier questions are dropped
    bool m_fetching = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
