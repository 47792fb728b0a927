// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace renum {
class Workspace;
}

namespace renum::ui {

class ExecutionListModel;
class Theme;

/// The executions beside the open one: a list, or why there is none.
class ExecutionListPanel : public QWidget {
    Q_OBJECT

public:
    ExecutionListPanel(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    void reload();
    /// Marks the open one, without telling.
    void setCurrent(const ExecutionId &id);
    /// Durations of what runs have grown.
    void tick();

signals:
    void executionChosen(const renum::ExecutionId &id);

private:
    QWidget *buildList(Theme *theme);
    QWidget *buildMessage();
    void showState();
    void markCurrent();

    ExecutionListModel *m_model;
    QStackedWidget *m_stack;
    QListView *m_list = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_retry = nullptr;
    ExecutionId m_current;
};

} // namespace renum::ui
