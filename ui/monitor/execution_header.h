// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace renum::ui {

class ElidedLabel;
class StatePill;
class Theme;

/// The header of the monitor: which team, which prompt, how it stands, how long, and what can be
/// done about it.
class ExecutionHeader : public QWidget {
    Q_OBJECT

public:
    explicit ExecutionHeader(Theme *theme, QWidget *parent = nullptr);

    void setExecution(const Execution &execution, bool interrupted, Timestamp now);
    /// Nothing is open.
    void clear();
    /// To stop, or to pause or go on, was asked for and has not been answered.
    void setPending(bool stop, bool pause);
    /// What the buttons do that no other view offers, for keys and the list of commands.
    [[nodiscard]] QList<QAction *> commands() const;
    /// Offers the choice of views; borrowed.
    void setViewsMenu(QMenu *menu);
    /// Whether there is a list of executions to show or hide.
    void setListOffered(bool offered);
    /// Whether the list of executions is shown.
    void setListShown(bool shown);

protected:
    void changeEvent(QEvent *event) override;

signals:
    void stopRequested();
    void pauseRequested();
    void continueRequested();
    void runAgainRequested();
    /// A new execution that keeps what was finished.
    void retryRequested();
    /// With another execution of the team.
    void compareRequested();
    void listToggled(bool shown);

private:
    void build(Theme *theme);
    void makeActions();
    void retranslate();
    void showMoney(const Execution &execution);
    void updateButtons();

    QToolButton *m_list;
    QToolButton *m_views;
    QLabel *m_team;
    ElidedLabel *m_prompt;
    StatePill *m_state;
    QLabel *m_money;
    QLabel *m_elapsed;
    QPushButton *m_compare;
    QPushButton *m_again;
    QPushButton *m_retry;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QAction *m_compareAction;
    QAction *m_againAction;
    bool m_open = false;
    bool m_driven = false; ///< an engine works at it, here
    bool m_paused = false;
    bool m_retryable = false;
    bool m_terminal = false;
    bool m_stopping = false;
    bool m_stopPending = false;
    bool m_pausePending = false;
};

/// "Running · step 2 of 3" and the like. Pure.
[[nodiscard]] QString stateText(const Execution &execution, bool interrupted);
/// What it has cost, and of how much when there is a limit; empty before anything was booked. Pure.
[[nodiscard]] QString spentText(const Execution &execution);
/// From its start (or creation) to its end or `now`.
[[nodiscard]] std::chrono::milliseconds elapsedTime(const Execution &execution, Timestamp now);

} // namespace renum::ui
