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
class ContextChangesView;
class DocumentView;
class MonitorState;
class StatePill;
class Theme;
class ToolsView;
class UsageView;
struct StepHistory;

/// One step in full: what it writes, what it was asked and where that came from, its tools and
/// attempts, what it changed and what it took; and the result of the whole execution. Streamed text
/// is taken over at most every 50 ms.
class StepInspector : public QWidget {
    Q_OBJECT

public:
    enum Tab { OutputTab, InputTab, ToolsTab, AttemptsTab, ContextTab, UsageTab, ResultTab };

    explicit StepInspector(Theme *theme, QWidget *parent = nullptr);

    /// Borrowed until the next call or clear(). The same source again means that it has changed.
    /// `now` measures what still runs.
    void setSource(const MonitorState *state, Timestamp now);
    void clear();
    void showAgent(const AgentId &agent);
    [[nodiscard]] const AgentId &agent() const noexcept { return m_agent; }
    /// Whether the step follows the active agent; when not, a button offers it.
    void setFollowing(bool following, bool running);
    void showTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;

protected:
    void changeEvent(QEvent *event) override;

signals:
    void followRequested();
    /// The person wants to run the ended step again, and what builds on it.
    void rerunRequested(const renum::StepId &step);

private:
    void build();
    void buildTabs(Theme *theme);
    void takeOver();
    void updateStep(const StepRecord &step);
    void showNothing();
    void updateTab(const StepRecord &step);
    void updateInput(const StepRecord &step);
    QWidget *buildInput(Theme *theme);
    void retranslate();
    [[nodiscard]] const Execution &execution() const;
    [[nodiscard]] const StepHistory &history() const;
    void updateRerun();
    void updateResult();
    void updateTabTitles();
    [[nodiscard]] const StepRecord *step() const;

    QLabel *m_title;
    StatePill *m_state;
    QPushButton *m_follow;
    QPushButton *m_rerun;
    QTabWidget *m_tabs;
    DocumentView *m_output = nullptr;
    DocumentView *m_input = nullptr;
    QLabel *m_inputSource = nullptr;
    ToolsView *m_tools = nullptr;
    AttemptsView *m_attempts = nullptr;
    ContextChangesView *m_context = nullptr;
    UsageView *m_usage = nullptr;
    DocumentView *m_result = nullptr;
    QLabel *m_problem;
    QLabel *m_note;
    const MonitorState *m_source = nullptr;
    Timestamp m_now;
    AgentId m_agent;
    QTimer m_pace;
};

} // namespace renum::ui
