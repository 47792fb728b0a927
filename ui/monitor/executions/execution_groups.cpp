// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_groups.h"

#include "ui/monitor/log/flow_layout.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Group = ExecutionGroup;

int countOf(const ExecutionCounts &counts, Group group)
{
    switch (group) {
    case Group::All:
        return counts.all;
    case Group::Active:
        return counts.active;
    case Group::WaitingForMe:
        return counts.waitingForMe;
    case Group::Completed:
        return counts.completed;
    case Group::Failed:
        return counts.failed;
    }
    return 0;
}

} // namespace

ExecutionGroups::ExecutionGroups(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(this);
    row->setContentsMargins(Theme::Space3, 0, Theme::Space3, Theme::Space2);
    auto *choice = new QButtonGroup(this);
    const std::pair<Group, QString> all[] { { Group::All, u"groupAll"_s },
        { Group::Active, u"groupActive"_s }, { Group::WaitingForMe, u"groupWaiting"_s },
        { Group::Completed, u"groupCompleted"_s }, { Group::Failed, u"groupFailed"_s } };
    for (const auto &[group, name] : all) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        setLook(button, Look::Chip);
        choice->addButton(button);
        row->addWidget(button);
        m_buttons.emplace_back(group, button);
    }
    m_buttons.front().second->setChecked(true);
    connect(choice, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool checked) {
        if (checked)
            emit groupChanged();
    });
    showWords();
}

void ExecutionGroups::showWords()
{
    const auto show = [this](Group group, const QString &word, const QString &tip) {
        const auto entry
            = std::ranges::find(m_buttons, group, &std::pair<Group, QToolButton *>::first);
        const QString count = QLocale().toString(countOf(m_counts, group));
        //: name of a list, how many are in it
        entry->second->setText(tr("%1 %2").arg(word, count));
        entry->second->setToolTip(tip);
        //: name of a list, how many are in it
        entry->second->setAccessibleName(tr("%1: %2").arg(tip, count));
    };
    show(Group::All, tr("All"), tr("All executions"));
    show(Group::Active, tr("Active"), tr("Executions that have not ended"));
    show(Group::WaitingForMe, tr("Waiting for me"),
        tr("Executions that go on only when you do something"));
    show(Group::Completed, tr("Completed"), tr("Executions that completed"));
    show(Group::Failed, tr("Failed"), tr("Executions that failed"));
    updateGeometry();
}

void ExecutionGroups::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

void ExecutionGroups::setCounts(const ExecutionCounts &counts)
{
    m_counts = counts;
    showWords();
}

ExecutionGroup ExecutionGroups::group() const
{
    const auto chosen = std::ranges::find_if(
        m_buttons, [](const auto &each) { return each.second->isChecked(); });
    return chosen == m_buttons.end() ? Group::All : chosen->first;
}

void ExecutionGroups::setGroup(ExecutionGroup group)
{
    for (const auto &[each, button] : m_buttons) {
        if (each == group)
            button->setChecked(true);
    }
}

} // namespace renum::ui
