// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

#include <optional>

namespace renum::ui {

/// Executions, newest first, loaded page by page while scrolling and kept up to date. How the list
/// stands as a whole is state().
class ExecutionListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< ExecutionId
        TeamRole,
        PromptRole,
        StatusRole, ///< int of ExecutionStatus
        InterruptedRole,
        StartedRole, ///< microseconds since the epoch
        DurationRole, ///< milliseconds so far
    };
    enum class State { Loading, Ready, Empty, Failed };

    explicit ExecutionListModel(Workspace *workspace, QObject *parent = nullptr);

    /// Reads the first page again.
    void reload();
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// Of the last failed reading.
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }
    [[nodiscard]] QModelIndex indexOf(const ExecutionId &id) const;
    /// Durations of what runs have grown.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();

private:
    QCoro::Task<> loadPage(QString after);
    QCoro::Task<> refresh(ExecutionId id);
    void refreshChanged();
    void applyPage(const renum::Page<Execution> &page, bool first);
    void appendPage(QList<Execution> items);
    void upsert(const Execution &execution);
    void setState(State state);

    Workspace *m_workspace;
    QList<Execution> m_rows;
    QString m_next;
    bool m_loading = false;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    QSet<ExecutionId> m_changed; ///< read once a frame
    QTimer m_frame;
    TaskScope m_tasks;
};

} // namespace renum::ui
