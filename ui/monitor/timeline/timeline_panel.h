// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_view.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace renum::ui {

/// A timeline with its tools: folding of idle times, the critical path, zoom; and what lies in the
/// selected range, or else how long the critical path took.
class TimelinePanel : public QWidget {
    Q_OBJECT

public:
    explicit TimelinePanel(Theme *theme, QWidget *parent = nullptr);

    /// Shows these lanes, another state of the same execution. Borrows them until clear().
    /// `running`: the axis grows with the clock and now is marked.
    void showLanes(const TimelineLanes *lanes, bool running);
    /// Forgets everything, for another execution.
    void clear();
    void selectAgent(const AgentId &agent) { m_view->selectAgent(agent); }
    [[nodiscard]] TimelineView *view() const { return m_view; }

signals:
    void agentChosen(const renum::AgentId &agent);
    void momentChosen(qint64 seq);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addTool(const QString &name);
    void retranslate();
    void updateSummary();

    TimelineView *m_view;
    QLabel *m_summary;
    QToolButton *m_fold;
    QToolButton *m_path;
    QToolButton *m_out;
    QToolButton *m_all;
    QToolButton *m_in;
};

} // namespace renum::ui
