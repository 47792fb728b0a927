// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "ui/monitor/log/log_text.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace renum::ui {

class AttemptsView;
class MarkdownView;
class ResultView;
class StatePill;
class StepHistories;
class Theme;
class ToolsView;

/// One step in full: what it writes, what it was asked, its tools and attempts; and the result of
/// the whole execution. Streamed text is taken over at most every 50 ms.
class StepInspector : public QWidget {
    Q_OBJECT

public:
    enum Tab { OutputTab, InputTab, ToolsTab, AttemptsTab, ResultTab };

    explicit StepInspector(Theme *theme, QWidget *parent = nullptr);

    /// Borrowed until the next call or clear(); the page keeps both alive.
    void setSource(const Execution *execution, const StepHistories *histories);
    /// The source has changed.
    void refresh();
    void clear();
    void showAgent(const AgentId &agent);
    [[nodiscard]] const AgentId &agent() const noexcept { return m_agent; }
    /// Whether the step follows the active agent; when not, a button offers it.
    void setFollowing(bool following, bool running);
    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;

signals:
    void followRequested();
    /// The person wants to run the ended step again, and what builds on it.
    void rerunRequested(const renum::StepId &step);

private:
    void build();
    void buildTabs(Theme *theme);
    void takeOver();
    void updateStep(const StepRecord &step);
    void updateRerun();
    void updateResult();
    void updateTabTitles();
    [[nodiscard]] const StepRecord *step() const;

    QLabel *m_title;
    StatePill *m_state;
    QPushButton *m_follow;
    QPushButton *m_rerun;
    QTabWidget *m_tabs;
    MarkdownView *m_output = nullptr;
    MarkdownView *m_input = nullptr;
    ToolsView *m_tools = nullptr;
    AttemptsView *m_attempts = nullptr;
    ResultView *m_result = nullptr;
    QLabel *m_problem;
    const Execution *m_execution = nullptr;
    const StepHistories *m_histories = nullptr;
    AgentId m_agent;
    QTimer m_pace;
};

} // namespace renum::ui
