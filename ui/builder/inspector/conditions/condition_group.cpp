// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/conditions/condition_group.h"

#include "ui/builder/inspector/conditions/condition_actions.h"
#include "ui/builder/inspector/conditions/condition_row.h"
#include "ui/theme/look.h"

#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

ConditionPath childPath(const ConditionPath &path, std::size_t index)
{
    ConditionPath child = path;
    child.push_back(index);
    return child;
}

} // namespace

ConditionGroup::ConditionGroup(
    ConditionActions *actions, ConditionPath path, Theme *theme, QWidget *parent)
    : ConditionView(actions, std::move(path), theme, parent)
    , m_kind(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_partsLayout(new QVBoxLayout)
    , m_addTest(new QPushButton(this))
    , m_addGroup(new QPushButton(this))
{
    setObjectName(u"conditionGroup"_s);
    setLook(this, Look::PanelAlt);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space1);
    layout->setSpacing(Theme::Space2);
    m_partsLayout->setSpacing(Theme::Space3);
    makeHead();
    layout->addLayout(m_partsLayout);
    makeButtons();
    ConditionGroup::retranslate();
}

void ConditionGroup::makeHead()
{
    m_kind->control()->setObjectName(u"conditionKind"_s);
    connect(m_kind, &ChoiceField::chosen, this,
        [this](const QString &value) { actions().changeKind(this->path(), groupKind(value)); });
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Space1);
    head->addWidget(m_kind, 1);
    if (!path().empty())
        head->addWidget(makeMenu());
    qobject_cast<QVBoxLayout *>(layout())->addLayout(head);
    setFocusProxy(m_kind->control());
}

void ConditionGroup::makeButtons()
{
    m_addTest->setObjectName(u"addCondition"_s);
    m_addGroup->setObjectName(u"addGroup"_s);
    connect(m_addTest, &QPushButton::clicked, this, [this] { actions().addTest(path()); });
    connect(m_addGroup, &QPushButton::clicked, this, [this] { actions().addGroup(path()); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Space1);
    for (QPushButton *button : { m_addTest, m_addGroup }) {
        setLook(button, Look::LinkButton);
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    qobject_cast<QVBoxLayout *>(layout())->addLayout(buttons);
}

bool ConditionGroup::fits(const ConditionNode &node) const
{
    if (!node.isGroup() || node.parts.size() != m_parts.size())
        return false;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_parts[i]->fits(node.parts[i]))
            return false;
    }
    return true;
}

void ConditionGroup::show(const ConditionNode &node, const ConditionDisplay &display)
{
    if (!fits(node))
        makeParts(node);
    m_kind->setVisible(!node.parts.empty());
    m_kind->show(groupValue(node.kind));
    ConditionDisplay part = display;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        part.verdict = display.verdict ? &display.verdict->parts[i] : nullptr;
        m_parts[i]->show(node.parts[i], part);
    }
    Problems own;
    for (const Problem &problem : display.problems) {
        if (problem.path == node.pointer)
            own.append(problem);
    }
    m_kind->setProblems(own);
    showVerdict(path().empty() ? nullptr : display.verdict);
}

void ConditionGroup::makeParts(const ConditionNode &node)
{
    for (ConditionView *part : std::as_const(m_parts)) {
        // One of them may be asking for this right now.
        part->hide();
        part->deleteLater();
    }
    m_parts.clear();
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const ConditionPath path = childPath(this->path(), i);
        ConditionView *part = nullptr;
        if (node.parts[i].isGroup())
            part = new ConditionGroup(&actions(), path, theme(), this);
        else
            part = new ConditionRow(&actions(), path, theme(), this);
        m_parts.push_back(part);
        m_partsLayout->addWidget(part);
        part->show(); // or it would come later, and could not take the focus now
    }
}

void ConditionGroup::showVerdict(const ConditionVerdict *verdict)
{
    if (!verdict)
        m_kind->setNote({});
    else
        m_kind->setNote(
            verdict->holds ? tr("✓ This group holds.") : tr("✗ This group does not hold."));
}

void ConditionGroup::retranslate()
{
    ConditionView::retranslate();
    m_kind->setChoices(groupChoices());
    m_kind->control()->setAccessibleName(tr("How many must hold"));
    m_addTest->setText(tr("Add condition"));
    m_addGroup->setText(tr("Add group"));
    m_addGroup->setToolTip(tr("Conditions of which, for example, only one must hold"));
    for (ConditionView *part : std::as_const(m_parts))
        part->retranslate();
}

ConditionView *ConditionGroup::viewAt(const ConditionPath &path)
{
    if (path == this->path())
        return this;
    for (ConditionView *part : std::as_const(m_parts)) {
        if (ConditionView *found = part->viewAt(path))
            return found;
    }
    return nullptr;
}

} // namespace renum::ui
