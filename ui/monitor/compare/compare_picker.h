// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace renum::ui {

class Theme;

/// Asks with which other execution of the same team one shall be compared.
class ComparePicker : public QDialog {
    Q_OBJECT

public:
    /// `workspace` outlives the dialog.
    ComparePicker(
        Workspace *workspace, Theme *theme, const Execution &execution, QWidget *parent = nullptr);

signals:
    /// The older one first.
    void confirmed(const renum::ExecutionId &before, const renum::ExecutionId &after);

private:
    void build();
    QCoro::Task<> read();
    void add(const Execution &execution);
    void finish();

    Workspace *m_workspace;
    Theme *m_theme;
    ExecutionId m_execution;
    TeamId m_team;
    Timestamp m_createdAt;
    QLabel *m_message;
    QListWidget *m_list;
    QPushButton *m_compare;
    TaskScope m_tasks;
};

} // namespace renum::ui
