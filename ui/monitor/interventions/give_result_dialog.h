// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Lets a person give a step's result, a text or JSON, or skip the step without one.
class GiveResultDialog : public QDialog {
    Q_OBJECT

public:
    explicit GiveResultDialog(const StepRecord &step, QWidget *parent = nullptr);

signals:
    /// Without a value the step is skipped.
    void confirmed(const renum::StepId &step, const std::optional<QString> &value);

private:
    void finish(const std::optional<QString> &value);
    void updateButtons();

    StepId m_step;
    QPlainTextEdit *m_value;
    QPushButton *m_use;
};

} // namespace renum::ui
