// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/attention/attention_item.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace renum::ui {

class AttentionWatch;

/// Everything that waits for the person, in all executions. Return opens the run, A approves, R
/// rejects, C goes on.
class InboxPanel : public QFrame {
    Q_OBJECT

public:
    InboxPanel(Workspace *workspace, AttentionWatch *watch, QWidget *parent = nullptr);

signals:
    /// The person wants to see this run.
    void executionRequested(const renum::ExecutionId &id);
    void failed(const renum::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void retranslate();
    void updateButtons();
    void open();
    void approve();
    void reject();
    void goOn();
    QCoro::Task<> tell(QCoro::Task<Result<void>> request);
    [[nodiscard]] const AttentionItem *current() const;

    Workspace *m_workspace;
    AttentionWatch *m_watch;
    AttentionItems m_items; ///< as they are listed
    QLabel *m_title;
    QLabel *m_nothing;
    QListWidget *m_list;
    QPushButton *m_approve;
    QPushButton *m_reject;
    QPushButton *m_goOn;
    QPushButton *m_open;
    TaskScope m_tasks;
};

} // namespace renum::ui
