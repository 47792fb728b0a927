// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QDialog>

#include <optional>

class QPlainTextEdit;

namespace renum::ui {

/// Offers to run one step of an ended execution again, and what builds on it, as a new execution
/// (EX-11); with another input, when the person writes one.
class RerunDialog : public QDialog {
    Q_OBJECT

public:
    RerunDialog(const Execution &execution, const StepRecord &step, QWidget *parent = nullptr);

signals:
    void confirmed(const renum::StepId &step, const std::optional<QString> &input);

private:
    void finish();

    StepId m_step;
    QPlainTextEdit *m_input;
};

/// The steps that run again with it: those that need its result, directly or not, in the order of
/// the plan. Pure; empty without a plan.
[[nodiscard]] QStringList stepsAfter(const Execution &execution, const StepId &step);

} // namespace renum::ui
