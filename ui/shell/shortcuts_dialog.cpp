// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_dialog.h"

#include "ui/shell/key_bindings.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize DialogSize { 18 * Theme::ControlHeight, 18 * Theme::ControlHeight };
constexpr int KeysWidth = 5 * Theme::ControlHeight;

QString nameOf(const QAction *command)
{
    return command->text().remove(u'&');
}

} // namespace

ShortcutsDialog::ShortcutsDialog(
    const QList<QAction *> &commands, KeyBindings *bindings, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_bindings(bindings)
    , m_said(new QLabel(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(DialogSize);
    m_commands.removeIf([](const QAction *command) { return command->text().isEmpty(); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    auto *heading = new QLabel(windowTitle(), this);
    setTextLook(heading, TextStyle::Title);
    layout->addWidget(heading);
    auto *search = new QLineEdit(this);
    search->setObjectName(u"shortcutSearch"_s);
    search->setPlaceholderText(tr("Search commands…"));
    search->setAccessibleName(tr("Search commands"));
    search->setToolTip(tr("Shows only commands with these letters"));
    connect(search, &QLineEdit::textChanged, this, &ShortcutsDialog::narrow);
    layout->addWidget(search);
    layout->addWidget(makeList(), 1);
    setTextLook(m_said, TextStyle::Label, ColorToken::Warn);
    m_said->setObjectName(u"shortcutSaid"_s);
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    close->setFocus(Qt::OtherFocusReason);
}

QWidget *ShortcutsDialog::makeList()
{
    auto *content = new QWidget;
    setLook(content, Look::Panel);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(0, 0, Theme::Space3, 0);
    m_form->setHorizontalSpacing(2 * Theme::Space6);
    m_form->setVerticalSpacing(Theme::Space2);
    for (QAction *command : std::as_const(m_commands))
        addRow(m_form, command);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    return scroll;
}

void ShortcutsDialog::addRow(QFormLayout *form, QAction *command)
{
    auto *name = new QLabel(nameOf(command), this);
    // As high as the field beside it, or it would stand at its upper edge.
    name->setMinimumHeight(Theme::ControlHeight);
    if (!command->objectName().isEmpty()) {
        form->addRow(name, makeKeys(command));
        return;
    }
    auto *keys = new QLabel(QKeySequence::listToString(command->shortcuts()), this);
    setTextLook(keys, TextStyle::Mono, ColorToken::TextDim);
    form->addRow(name, keys);
}

QWidget *ShortcutsDialog::makeKeys(QAction *command)
{
    auto *row = new QWidget(this);
    auto *keys = new QKeySequenceEdit(command->shortcut(), row);
    keys->setObjectName(u"keys-"_s + command->objectName());
    keys->setAccessibleName(tr("Keys of “%1”").arg(nameOf(command)));
    keys->setToolTip(tr("Press the keys that this command is to have"));
    keys->setFixedWidth(KeysWidth);
    auto *reset = new QToolButton(row);
    setLook(reset, Look::QuietButton);
    reset->setObjectName(u"reset-"_s + command->objectName());
    reset->setText(tr("As before"));
    reset->setToolTip(tr("Gives the command the keys that it came with"));
    reset->setAccessibleName(tr("Reset the keys of “%1”").arg(nameOf(command)));
    reset->setVisible(m_bindings->isChosen(command->objectName()));
    connect(keys, &QKeySequenceEdit::editingFinished, this, [this, command, keys, reset] {
        if (keys->keySequence() == command->shortcut())
            return;
        choose(command, keys->keySequence());
        reset->setVisible(m_bindings->isChosen(command->objectName()));
    });
    connect(reset, &QToolButton::clicked, this, [this, command, keys, reset] {
        m_bindings->reset(command->objectName());
        keys->setKeySequence(command->shortcut());
        reset->hide();
        m_said->clear();
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(keys);
    layout->addWidget(reset);
    layout->addStretch();
    return row;
}

void ShortcutsDialog::choose(QAction *command, const QKeySequence &keys)
{
    m_bindings->choose(command->objectName(), keys);
    const QAction *other = KeyBindings::usedBy(keys, command, m_commands);
    m_said->setText(other ? tr("“%1” has these keys as well: only one of the two will do "
                               "something. Give one of them others.")
                                .arg(nameOf(other))
                          : QString());
}

void ShortcutsDialog::narrow(const QString &text)
{
    for (int row = 0; row < m_form->rowCount(); ++row) {
        QWidget *name = m_form->itemAt(row, QFormLayout::LabelRole)->widget();
        QWidget *keys = m_form->itemAt(row, QFormLayout::FieldRole)->widget();
        const bool found = static_cast<QLabel *>(name)->text().contains(text, Qt::CaseInsensitive);
        name->setVisible(found);
        keys->setVisible(found);
    }
}

} // namespace renum::ui
