// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"
#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace renum::ui {

class Theme;

/// What a list of executions is narrowed to: a text, and on demand team, status, time and cost.
class ExecutionFilters : public QWidget {
    Q_OBJECT

public:
    ExecutionFilters(Workspace *workspace, const Theme *theme, QWidget *parent = nullptr);

    /// Sets everything but the group.
    void writeTo(ExecutionFilter &filter) const;
    [[nodiscard]] bool narrows() const;
    void clear();
    void focusField();
    /// Reads the teams to choose from.
    void reload();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addCombo(const QString &name);
    QDoubleSpinBox *addCost(const QString &name);
    void build(const Theme *theme);
    void connectParts();
    void retranslate();
    QCoro::Task<> readTeams();

    Workspace *m_workspace;
    QLineEdit *m_text;
    QToolButton *m_more;
    QWidget *m_fields;
    QFormLayout *m_form;
    QComboBox *m_team;
    QComboBox *m_status;
    QComboBox *m_time;
    QDoubleSpinBox *m_costFrom;
    QDoubleSpinBox *m_costTo;
    QTimer m_pause; ///< while somebody types
    TaskScope m_tasks;
};

} // namespace renum::ui
