// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Defines an agent of one's own, or changes one. Closes once it is saved.
class AgentDialog : public QDialog {
    Q_OBJECT

public:
    /// An agent with an empty id is a new one. There is at least one endpoint.
    AgentDialog(Workspace *workspace, const LocalAgent &agent,
        const EndpointDefinitionList &endpoints, QWidget *parent = nullptr);

private:
    QFormLayout *makeForm();
    QDialogButtonBox *makeButtons();
    void showAgent(const EndpointDefinitionList &endpoints);
    /// None when the schema is no JSON; then the problem is shown.
    [[nodiscard]] std::optional<LocalAgent> entered();
    void save();
    QCoro::Task<> saveNow(LocalAgent agent);
    void showProblem(const QString &text);

    Workspace *m_workspace;
    LocalAgent m_agent;
    QLineEdit *m_name;
    QComboBox *m_endpoint;
    QLineEdit *m_model;
    QCheckBox *m_ownTemperature;
    QDoubleSpinBox *m_temperature;
    QCheckBox *m_tools;
    QLineEdit *m_description;
    QPlainTextEdit *m_instructions;
    QPlainTextEdit *m_schema;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
    TaskScope m_tasks;
};

} // namespace renum::ui
