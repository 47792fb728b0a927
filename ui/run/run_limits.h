// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace renum::ui {

/// What a person may limit for one run, and the model of all its agents.
class RunLimits : public QWidget {
    Q_OBJECT

public:
    explicit RunLimits(QWidget *parent = nullptr);

    /// Writes what was chosen; the rest stays as it is.
    void apply(ExecutionConfig &config) const;

private:
    void addTimes(QFormLayout *form);
    void addSpending(QFormLayout *form);
    [[nodiscard]] SpendingCap cap() const;
    void offerActions();

    QSpinBox *m_seconds;
    QSpinBox *m_stepSeconds;
    QLineEdit *m_model;
    QDoubleSpinBox *m_dollars;
    QSpinBox *m_tokens;
    QSpinBox *m_calls;
    QComboBox *m_action;
};

} // namespace renum::ui
