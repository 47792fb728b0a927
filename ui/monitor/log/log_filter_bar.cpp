// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_filter_bar.h"

#include "ui/monitor/log/flow_layout.h"
#include "ui/monitor/log/log_look.h"
#include "ui/monitor/log/single_line.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// More members than these are in a menu.
constexpr int MostAgentChips = 8;

} // namespace

LogFilterBar::LogFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
{
    m_layout->setContentsMargins(Theme::Space3, 0, Theme::Space3, Theme::Space2);
    for (const LogLevel level : allLevels())
        m_levels.emplace_back(level, addChip(u"level_"_s + toString(level)));
    for (const LogCategory category : allCategories())
        m_categories.emplace_back(category, addChip(u"category_"_s + toString(category)));
    for (const auto &[level, chip] : m_levels)
        connect(chip, &QToolButton::toggled, this, &LogFilterBar::changed);
    for (const auto &[category, chip] : m_categories)
        connect(chip, &QToolButton::toggled, this, &LogFilterBar::changed);
    retranslate();
}

QToolButton *LogFilterBar::addChip(const QString &name)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setCheckable(true);
    chip->setFocusPolicy(Qt::TabFocus);
    setLook(chip, Look::Chip);
    m_layout->addWidget(chip);
    return chip;
}

void LogFilterBar::retranslate()
{
    for (const auto &[level, chip] : m_levels) {
        chip->setText(levelText(level));
        //: a level of the log, such as "warning"
        chip->setToolTip(tr("Only lines of the level “%1”").arg(levelText(level)));
        chip->setAccessibleName(chip->toolTip());
    }
    for (const auto &[category, chip] : m_categories) {
        chip->setText(categoryText(category));
        //: a category of the log, such as "network"
        chip->setToolTip(tr("Only lines of the category “%1”").arg(categoryText(category)));
        chip->setAccessibleName(chip->toolTip());
    }
    for (const auto &[agent, action] : m_agentActions)
        action->setToolTip(tr("Only lines about %1").arg(action->iconText()));
}

void LogFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogFilterBar::setAgents(const QList<std::pair<AgentId, QString>> &agents)
{
    if (agents == m_agents)
        return;
    QList<AgentId> chosen;
    for (const auto &[agent, action] : m_agentActions) {
        if (action->isChecked())
            chosen.append(agent);
        action->deleteLater();
    }
    qDeleteAll(m_agentButtons);
    m_agentButtons.clear();
    m_agentActions.clear();
    m_agents = agents;
    for (const auto &[agent, name] : agents) {
        auto *action = new QAction(singleLine(name).replace(u'&', u"&&"_s), this);
        action->setIconText(singleLine(name));
        action->setCheckable(true);
        action->setChecked(chosen.contains(agent));
        connect(action, &QAction::toggled, this, &LogFilterBar::changed);
        m_agentActions.emplace_back(agent, action);
    }
    if (agents.size() > MostAgentChips)
        addAgentMenu();
    else
        addAgentChips();
    retranslate();
}

void LogFilterBar::addAgentChips()
{
    for (const auto &[agent, action] : m_agentActions) {
        QToolButton *chip = addChip(u"agent_"_s + agent.toString());
        chip->setDefaultAction(action);
        m_agentButtons.append(chip);
    }
}

void LogFilterBar::addAgentMenu()
{
    QToolButton *chip = addChip(u"agentMenu"_s);
    chip->setCheckable(false);
    chip->setText(tr("agents…"));
    chip->setToolTip(tr("Only lines about some of the agents"));
    chip->setAccessibleName(chip->toolTip());
    chip->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(chip);
    for (const auto &[agent, action] : m_agentActions)
        menu->addAction(action);
    chip->setMenu(menu);
    m_agentButtons.append(chip);
}

void LogFilterBar::choose(const AgentId &agent)
{
    for (const auto &[id, action] : m_agentActions)
        action->setChecked(id == agent);
}

void LogFilterBar::clear()
{
    for (const auto &[level, chip] : m_levels)
        chip->setChecked(false);
    for (const auto &[category, chip] : m_categories)
        chip->setChecked(false);
    for (const auto &[agent, action] : m_agentActions)
        action->setChecked(false);
}

bool LogFilterBar::narrows() const
{
    const auto isChosen = [](const auto &entry) { return entry.second->isChecked(); };
    return std::ranges::any_of(m_levels, isChosen) || std::ranges::any_of(m_categories, isChosen)
        || std::ranges::any_of(m_agentActions, isChosen);
}

void LogFilterBar::writeTo(LogFilter &filter) const
{
    filter.levels.clear();
    filter.categories.clear();
    filter.agents.clear();
    for (const auto &[level, chip] : m_levels) {
        if (chip->isChecked())
            filter.levels.append(level);
    }
    for (const auto &[category, chip] : m_categories) {
        if (chip->isChecked())
            filter.categories.append(category);
    }
    for (const auto &[agent, action] : m_agentActions) {
        if (action->isChecked())
            filter.agents.append(agent);
    }
}

} // namespace renum::ui
