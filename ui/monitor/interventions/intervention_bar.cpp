// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/intervention_bar.h"

#include "ui/theme/look.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QToolButton>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

ColorToken colorOf(Intervention what)
{
    switch (what) {
    case Intervention::Stop:
    case Intervention::Reject:
        return ColorToken::Err;
    case Intervention::Approve:
        return ColorToken::Ok;
    default:
        return ColorToken::Text;
    }
}

} // namespace

InterventionBar::InterventionBar(Theme *theme, QWidget *parent)
    : QToolBar(parent)
    , m_theme(theme)
{
    setObjectName(u"interventionBar"_s);
    setLook(this, Look::Panel);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
    for (const Intervention what : AllInterventions)
        makeAction(what);
    using I = Intervention;
    addGroup({ I::StepOver });
    addGroup({ I::Approve, I::Reject });
    addGroup({ I::Retry, I::GiveResult, I::SendMessage });
    addGroup({ I::EditContext, I::RaiseCap, I::Breakpoints });
    const auto dressAll = [this] {
        for (const Intervention what : AllInterventions)
            dress(what);
    };
    connect(theme, &Theme::changed, this, dressAll);
    dressAll();
    show(InterventionScene {});
}

void InterventionBar::makeAction(Intervention what)
{
    auto *action = new QAction(this);
    action->setObjectName(nameOf(what) + u"Action"_s);
    action->setShortcut(keysOf(what));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, what] { emit chosen(what); });
    m_actions.emplace(what, action);
}

void InterventionBar::addGroup(std::initializer_list<Intervention> group)
{
    QAction *separator = addSeparator();
    for (const Intervention what : group) {
        QAction *action = m_actions.at(what);
        addAction(action);
        if (QWidget *button = widgetForAction(action)) {
            button->setObjectName(nameOf(what) + u"Button"_s);
            button->setFocusPolicy(Qt::TabFocus);
        }
        m_groups[separator].append(action);
    }
}

QList<QAction *> InterventionBar::commands() const
{
    QList<QAction *> commands;
    for (const auto &[what, action] : m_actions)
        commands.append(action);
    return commands;
}

void InterventionBar::dress(Intervention what)
{
    m_actions.at(what)->setIcon(m_theme->icon(iconOf(what), colorOf(what)));
}

void InterventionBar::show(const InterventionScene &scene)
{
    setAccessibleName(tr("What you can do"));
    setWindowTitle(accessibleName());
    for (const auto &[what, action] : m_actions) {
        action->setVisible(isShown(what, scene));
        action->setEnabled(refusalText(what, scene).isEmpty());
        action->setText(titleOf(what, scene));
        action->setToolTip(toolTipOf(what, scene));
    }
    // No line before the first button, nor before a group of which nothing is shown.
    bool first = true;
    for (QAction *separator : actions()) {
        const auto group = m_groups.find(separator);
        if (group == m_groups.end())
            continue;
        const bool any = std::ranges::any_of(group->second, &QAction::isVisible);
        separator->setVisible(any && !first);
        first = first && !any;
    }
    setVisible(scene.execution && !isTerminal(scene.execution->status));
}

} // namespace renum::ui
