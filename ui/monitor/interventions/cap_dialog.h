// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace renum::ui {

/// Changes what an execution may spend while it runs: money, tokens, calls, and what happens then.
class CapDialog : public QDialog {
    Q_OBJECT

public:
    explicit CapDialog(const Execution &execution, QWidget *parent = nullptr);

    [[nodiscard]] SpendingCap cap() const;

signals:
    void confirmed(const renum::SpendingCap &cap);

private:
    void build();
    void fill(const Execution &execution);
    void update();
    using QDialog::update;

    Usage m_spent;
    QCheckBox *m_usesMoney;
    QDoubleSpinBox *m_money;
    QCheckBox *m_usesTokens;
    QSpinBox *m_tokens;
    QCheckBox *m_usesCalls;
    QSpinBox *m_calls;
    QComboBox *m_action;
    QLabel *m_problem;
    QPushButton *m_set = nullptr;
};

} // namespace renum::ui
