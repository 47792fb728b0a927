// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/conditions/condition_view.h"

#include "ui/builder/inspector/conditions/condition_actions.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

const std::array<ConditionCommand, 4> &conditionCommands()
{
    static const std::array<ConditionCommand, 4> commands {
        ConditionCommand { "moveUp", QT_TRANSLATE_NOOP("renum::ui::ConditionView", "Move up"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Up,
            [](ConditionActions &actions, const ConditionPath &path) {
                actions.move(path, ConditionMove::Up);
            } },
        ConditionCommand { "moveDown", QT_TRANSLATE_NOOP("renum::ui::ConditionView", "Move down"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Down,
            [](ConditionActions &actions, const ConditionPath &path) {
                actions.move(path, ConditionMove::Down);
            } },
        ConditionCommand { "putIntoGroup",
            QT_TRANSLATE_NOOP("renum::ui::ConditionView", "Put into a group"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_G,
            [](ConditionActions &actions, const ConditionPath &path) {
                actions.putIntoGroup(path);
            } },
        ConditionCommand { "removeCondition",
            QT_TRANSLATE_NOOP("renum::ui::ConditionView", "Remove"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
            [](ConditionActions &actions, const ConditionPath &path) { actions.remove(path); } },
    };
    return commands;
}

ConditionView::ConditionView(
    ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_path(std::move(path))
    , m_theme(theme)
{
}

ConditionView *ConditionView::viewAt(const ConditionPath &path)
{
    return path == m_path ? this : nullptr;
}

QToolButton *ConditionView::makeMenu()
{
    m_menu = new QToolButton(this);
    m_menu->setObjectName(u"conditionMenu"_s);
    setLook(m_menu, Look::QuietButton);
    m_menu->setIcon(m_theme->icon(u"more"_s, ColorToken::TextDim));
    m_menu->setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_menu);
    m_menu->setMenu(menu);
    const auto addAction = [this, menu](const QString &name, const ConditionCommand &command) {
        QAction *action = menu->addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this,
            [this, act = command.act] { act(*m_actions, m_path); });
        m_entries.push_back({ action, command.text, command.keys });
    };
    for (const ConditionCommand &command : conditionCommands())
        addAction(QString::fromLatin1(command.name), command);
    return m_menu;
}

void ConditionView::retranslate()
{
    for (const Entry &entry : m_entries) {
        // The keys belong to the editor: each view having them would make them ambiguous.
        entry.action->setText(
            tr(entry.text) + u'\t' + entry.keys.toString(QKeySequence::NativeText));
    }
    if (!m_menu)
        return;
    m_menu->setToolTip(tr("Move, group or remove"));
    m_menu->setAccessibleName(m_menu->toolTip());
}

} // namespace renum::ui
