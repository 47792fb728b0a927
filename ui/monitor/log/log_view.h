// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/net/task_scope.h"
#include "ui/monitor/log/log_text.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace renum {
class Workspace;
}

namespace renum::ui {

class Theme;

/// The log of one execution (feature EM-05): filters, full-text search with hits marked, following
/// its end, jumps in time, details of a line, and export. Of any length: only what is seen is read.
class LogView : public QWidget {
    Q_OBJECT

public:
    LogView(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);
    ~LogView() override;

    /// Shows the log of that execution; an empty id: none.
    void open(const ExecutionId &id);
    /// There are events up to this seq.
    void grew(qint64 last);
    /// Who its members are, and when it began.
    void setExecution(const Execution &execution);
    /// As the log was after that event; none: as it is now.
    void showUntil(std::optional<qint64> seq);
    /// Goes to the line of that event, or the next one.
    void showMoment(qint64 seq);
    /// Goes to where that was written.
    void showTime(Timestamp time);
    void focusSearch();

signals:
    /// A line about an agent was chosen.
    void agentChosen(const renum::AgentId &agent);
    /// The person wants to see the step that a line is about.
    void stepChosen(const renum::StepId &step, const renum::AgentId &agent);
    /// A line was chosen: this instant.
    void momentChosen(qint64 seq);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
