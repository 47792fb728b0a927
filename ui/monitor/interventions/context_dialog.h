// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/team/context_write.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Sets or deletes one value of what the team shares.
class ContextDialog : public QDialog {
    Q_OBJECT

public:
    explicit ContextDialog(const Execution &execution, QWidget *parent = nullptr);

signals:
    void confirmed(const renum::ContextWrite &write);

private:
    void build();
    void offerKeys();
    void showValue();
    void check();
    [[nodiscard]] const Json &values() const;
    /// Text that is no JSON counts as a text.
    [[nodiscard]] Json value() const;
    void finish(const std::optional<Json> &value);

    Json m_context;
    Json m_memory;
    QComboBox *m_scope;
    QComboBox *m_key;
    QPlainTextEdit *m_value;
    QLabel *m_kind;
    QPushButton *m_set = nullptr;
    QPushButton *m_delete = nullptr;
};

} // namespace renum::ui
