// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace renum {
class Workspace;
}

namespace renum::ui {

class ExecutionFilters;
class ExecutionGroups;
class ExecutionListModel;
class ExecutionRemover;
class Theme;

/// The executions beside the open one (feature EM-09): lists with counters, filters, and under each
/// execution those that work for it. Or why there is none.
class ExecutionListPanel : public QWidget {
    Q_OBJECT

public:
    ExecutionListPanel(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    void reload();
    /// Marks the open one, without telling.
    void setCurrent(const ExecutionId &id);
    /// Durations of what runs have grown.
    void tick();
    void showGroup(ExecutionGroup group);
    void focusSearch();

signals:
    void executionChosen(const renum::ExecutionId &id);
    void openInTabRequested(const renum::ExecutionId &id);
    void openInWindowRequested(const renum::ExecutionId &id);
    /// Two are chosen to be shown side by side; `before` is the older one.
    void compareRequested(const renum::ExecutionId &before, const renum::ExecutionId &after);
    /// These were deleted; it may be undone yet.
    void removed(const QList<renum::ExecutionId> &ids);
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildList(Theme *theme);
    QWidget *buildMessage();
    void connectParts();
    void retranslate();
    void filter();
    void showState();
    void markCurrent();
    void choose(const QModelIndex &index);
    void showMenu(const QPoint &at);
    void removeSelected();
    void compareSelected();
    [[nodiscard]] QList<ExecutionId> selected() const;
    [[nodiscard]] ExecutionId currentId() const;

    ExecutionListModel *m_model;
    ExecutionRemover *m_remover;
    QLabel *m_title;
    ExecutionGroups *m_groups;
    ExecutionFilters *m_filters;
    QStackedWidget *m_stack;
    QTreeView *m_list = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_action = nullptr;
    ExecutionId m_current;
};

} // namespace renum::ui
