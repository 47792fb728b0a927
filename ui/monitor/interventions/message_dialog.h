// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Lets a person write to an agent of the running team.
class MessageDialog : public QDialog {
    Q_OBJECT

public:
    explicit MessageDialog(const StepRecord &step, QWidget *parent = nullptr);

signals:
    void confirmed(const renum::AgentId &agent, const QString &text);

private:
    void updateButtons();

    AgentId m_agent;
    QPlainTextEdit *m_text;
    QPushButton *m_send = nullptr;
};

} // namespace renum::ui
