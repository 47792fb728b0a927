// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/execution_archive.h"
#include "core/workspace/workspace.h"
#include "ui/monitor/executions/execution_nodes.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <optional>

namespace renum::ui {

/// Executions that a filter finds, newest first, loaded page by page while scrolling and kept up to
/// date; under each those that work for it. How the list stands as a whole is state().
class ExecutionListModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< ExecutionId
        TeamRole,
        PromptRole,
        StatusRole, ///< int of ExecutionStatus
        InterruptedRole,
        WaitsRole, ///< goes on only when a person does something
        StartedRole, ///< microseconds since the epoch
        DurationRole, ///< milliseconds so far
        CostRole, ///< text, empty when unknown
    };
    enum class State { Loading, Ready, Empty, Failed };

    explicit ExecutionListModel(Workspace *workspace, QObject *parent = nullptr);

    /// Shows what this filter finds.
    void setFilter(const ExecutionFilter &filter);
    [[nodiscard]] const ExecutionFilter &filter() const noexcept { return m_filter; }
    /// Reads what is listed again.
    void reload();
    [[nodiscard]] State state() const noexcept { return m_state; }
    /// Of the last failed reading.
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }
    [[nodiscard]] const ExecutionCounts &counts() const noexcept { return m_counts; }
    [[nodiscard]] QModelIndex indexOf(const ExecutionId &id) const;
    /// Durations of what runs have grown.
    void tick();

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();
    void countsChanged();

private:
    QCoro::Task<> loadPage(ExecutionFilter filter, int turn);
    QCoro::Task<> refresh(ExecutionFilter filter, int turn);
    QCoro::Task<> readCounts(ExecutionFilter filter, int turn);
    QCoro::Task<> loadNested(ExecutionId parent, int turn);
    void refreshAll();
    void apply(ExecutionNode *node, const QList<FoundExecution> &wanted, bool isPart);
    void setState(State state);
    void noteAnswer(const Error *error);
    [[nodiscard]] ExecutionNode *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const ExecutionNode *node) const;
    [[nodiscard]] QString accessibleText(const Execution &execution) const;

    Workspace *m_workspace;
    ExecutionArchive *m_archive;
    ExecutionFilter m_filter;
    std::unique_ptr<ExecutionNode> m_root;
    QString m_next;
    int m_turn = 0; ///< answers to an earlier filter come too late
    bool m_loading = false;
    bool m_refreshing = false;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    ExecutionCounts m_counts;
    QTimer m_soon; ///< changes are read together
    TaskScope m_tasks;
};

} // namespace renum::ui
