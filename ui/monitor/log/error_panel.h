// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_error.h"
#include "core/net/task_scope.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace renum {
class Workspace;
}

namespace renum::ui {

class Theme;

/// The failures of one execution (feature EM-08), the newest first: what happened, how bad it is
/// and what can be done, in the person's words.
class ErrorPanel : public QWidget {
    Q_OBJECT

public:
    ErrorPanel(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    /// Shows the failures of that execution; an empty id: none.
    void open(const ExecutionId &id);
    /// Some of these may be failures, or the end of some.
    void advance(const ExecutionEvents &events);
    /// It has ended, so that steps can run again.
    void setEnded(bool ended);
    /// Not put away and not resolved; for a badge.
    [[nodiscard]] int openCount() const;

signals:
    void openCountChanged(int count);
    void retryRequested();
    void rerunRequested(const renum::StepId &step);
    void agentChosen(const renum::AgentId &agent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void readSoon();
    QCoro::Task<> read(ExecutionId id);
    QCoro::Task<> dismiss(ExecutionId id, QString error, bool dismissed);
    void rebuild();
    void showMessage();
    [[nodiscard]] bool isShown(const ExecutionError &error) const;
    void addCard(const ExecutionError &error);

    Workspace *m_workspace;
    Theme *m_theme;
    ExecutionId m_execution;
    ExecutionErrorList m_errors;
    QSet<QString> m_dismissed;
    std::optional<Error> m_failure; ///< of reading them
    bool m_isRead = false;
    bool m_isEnded = false;
    int m_shown; ///< cards at most
    QComboBox *m_severity;
    QToolButton *m_showDismissed;
    QVBoxLayout *m_cards = nullptr;
    QLabel *m_message;
    QPushButton *m_more;
    QTimer m_soon;
    TaskScope m_tasks;
};

} // namespace renum::ui
