// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/context_write.h"
#include "ui/monitor/context/context_fold.h"
#include "ui/monitor/context/typed_value.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace renum::ui {

/// Sets, adds or deletes one key of a running execution's context. What cannot be written is said
/// while it is typed.
class ContextKeyDialog : public QDialog {
    Q_OBJECT

public:
    /// Without an entry it is a new key.
    explicit ContextKeyDialog(const std::optional<ContextEntry> &entry, QWidget *parent = nullptr);
    /// For any key of these: those that are there are proposed, with what they hold.
    ContextKeyDialog(Json memory, Json contextObject, QWidget *parent = nullptr);

    /// As it stands in the dialog. Errors: context_key_invalid, context_key_reserved and those of
    /// typedValue().
    [[nodiscard]] Result<ContextWrite> write() const;

signals:
    void confirmed(const renum::ContextWrite &write);

private:
    void build(const std::optional<ContextEntry> &entry);
    QWidget *buildButtons();
    void proposeKeys();
    void showKnown();
    void check();
    void confirm();
    void confirmDeletion();
    [[nodiscard]] ContextChange::Scope scope() const;

    QComboBox *m_scope;
    QLineEdit *m_key;
    QComboBox *m_kind;
    QPlainTextEdit *m_value;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
    QPushButton *m_remove = nullptr;
    Json m_memory = Json::object(); ///< keys that are there, and what they hold
    Json m_contextObject = Json::object();
};

} // namespace renum::ui
