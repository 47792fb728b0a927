// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QFormLayout;
class QLabel;

namespace renum::ui {

class KeyBindings;

/// Which keys do what right now, as the commands themselves say; each can be given others.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// The commands and `bindings` outlive it.
    ShortcutsDialog(
        const QList<QAction *> &commands, KeyBindings *bindings, QWidget *parent = nullptr);

private:
    QWidget *makeList();
    void addRow(QFormLayout *form, QAction *command);
    QWidget *makeKeys(QAction *command);
    void choose(QAction *command, const QKeySequence &keys);
    void narrow(const QString &text);

    QList<QAction *> m_commands;
    KeyBindings *m_bindings;
    QFormLayout *m_form = nullptr;
    QLabel *m_said; ///< that the keys belong to another command
};

} // namespace renum::ui
