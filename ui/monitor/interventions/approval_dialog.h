// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Asks a person whether a step may start (contract §3.8) and takes a comment. Closing it decides
/// nothing.
class ApprovalDialog : public QDialog {
    Q_OBJECT

public:
    explicit ApprovalDialog(const StepRecord &step, QWidget *parent = nullptr);

    /// What Return does.
    void prefer(bool approve);

signals:
    void decided(const renum::AgentId &agent, bool approved, const QString &comment);

private:
    void finish(bool approved);

    AgentId m_agent;
    QPlainTextEdit *m_comment;
    QPushButton *m_approve = nullptr;
    QPushButton *m_reject = nullptr;
};

} // namespace renum::ui
