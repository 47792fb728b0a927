// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/workflow/editing/sample_run.h"

#include <QDialog>

class QComboBox;
class QListWidget;
class QPushButton;

namespace renum::ui {

class ConditionEditor;
class Theme;

/// Where an execution holds: a list of places, each with a switch and a condition of its own.
/// Nothing counts before it is confirmed.
class BreakpointsDialog : public QDialog {
    Q_OBJECT

public:
    BreakpointsDialog(const Execution &execution, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] const Breakpoints &breakpoints() const noexcept { return m_breakpoints; }
    /// Adds one and selects it.
    void add(const AgentId &agent, Breakpoint::Place place);

signals:
    void confirmed(const renum::Breakpoints &breakpoints);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void showList(int row);
    void showCondition();
    void setConditions(const std::vector<Condition> &conditions);
    void removeCurrent();
    [[nodiscard]] QString nameOf(const AgentId &agent) const;
    [[nodiscard]] QString textOf(const Breakpoint &breakpoint) const;
    [[nodiscard]] Breakpoint *current();

    Execution m_execution; ///< its plan is borrowed by the editor
    SampleRun m_sample; ///< what there is so far, to try conditions with
    Breakpoints m_breakpoints;
    QListWidget *m_list;
    QComboBox *m_place;
    QComboBox *m_agent;
    QPushButton *m_remove;
    ConditionEditor *m_condition;
};

/// With this one changed from set to not set, or back. Pure.
[[nodiscard]] Breakpoints toggled(
    Breakpoints breakpoints, const AgentId &agent, Breakpoint::Place place);
[[nodiscard]] bool isSet(
    const Breakpoints &breakpoints, const AgentId &agent, Breakpoint::Place place);

} // namespace renum::ui
