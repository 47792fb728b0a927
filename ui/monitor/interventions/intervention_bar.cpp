// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/intervention_bar.h"

#include "ui/theme/look.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

bool beginsGroup(Intervention what)
{
    return what == Intervention::Approve || what == Intervention::Retry
        || what == Intervention::EditContext;
}

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
    for (const Intervention what : AllInterventions) {
        if (beginsGroup(what))
            addSeparator();
        auto *action = new QAction(this);
        action->setObjectName(nameOf(what) + u"Action"_s);
        connect(action, &QAction::triggered, this, [this, what] { emit chosen(what); });
        addAction(action);
        if (QWidget *button = widgetForAction(action)) {
            button->setObjectName(nameOf(what) + u"Button"_s);
            button->setFocusPolicy(Qt::TabFocus);
        }
        m_actions.emplace(what, action);
    }
    const auto dressAll = [this] {
        for (const Intervention what : AllInterventions)
            dress(what);
    };
    connect(theme, &Theme::changed, this, dressAll);
    dressAll();
    show(InterventionScene {});
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
}

} // namespace renum::ui
