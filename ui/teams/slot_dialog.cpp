// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/slot_dialog.h"

#include "ui/theme/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChoiceWidth = 8 * Theme::ControlHeight;

/// The member that fills the slot, which knows the name people see.
QString slotTitle(const TeamTemplate &teamTemplate, const TemplateSlot &slot)
{
    const AgentId placeholder(u"slot:"_s + slot.slot);
    const WorkflowAgent *member = teamTemplate.workflow.find(placeholder);
    return member && !member->name.isEmpty() ? member->name : slot.slot;
}

} // namespace

SlotDialog::SlotDialog(const TeamTemplate &teamTemplate, const QList<AgentInfo> &agents,
    const AgentBySlot &matched, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Choose the agents"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    auto *heading = new QLabel(tr("Agents for “%1”").arg(teamTemplate.name), this);
    setTextLook(heading, TextStyle::Title);
    auto *hint = new QLabel(
        tr("Not every place has an agent of the same name. Choose one of the service's agents for "
           "each; one agent can have only one place."),
        this);
    setTextLook(hint, TextStyle::Body, ColorToken::TextDim);
    hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Theme::Space4);
    form->setVerticalSpacing(Theme::Space2);
    for (const TemplateSlot &slot : teamTemplate.slotList)
        form->addRow(
            slotTitle(teamTemplate, slot), makeChoice(slot, agents, matched.value(slot.slot)));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(tr("Create team"), QDialogButtonBox::AcceptRole);
    setLook(m_accept, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(buttons);
    updateAccept();
}

QComboBox *SlotDialog::makeChoice(
    const TemplateSlot &slot, const QList<AgentInfo> &agents, const AgentId &preset)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(u"slot-"_s + slot.slot);
    choice->setMinimumWidth(ChoiceWidth);
    choice->setToolTip(slot.description);
    choice->addItem(tr("Choose an agent…"), QString());
    for (const AgentInfo &agent : agents) {
        const QString text = agent.model.isEmpty() ? agent.name
                                                   //: An agent's name and the model it uses
                                                   : tr("%1 · %2").arg(agent.name, agent.model);
        choice->addItem(text, agent.id.toString());
    }
    choice->setCurrentIndex(std::max(0, choice->findData(preset.toString())));
    m_choices.insert(slot.slot, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &SlotDialog::updateAccept);
    return choice;
}

void SlotDialog::updateAccept()
{
    QList<AgentId> used;
    const AgentBySlot answer = chosen();
    for (const AgentId &agent : answer) {
        if (!agent.isEmpty() && !used.contains(agent))
            used.append(agent);
    }
    if (m_accept)
        m_accept->setEnabled(used.size() == m_choices.size());
}

AgentBySlot SlotDialog::chosen() const
{
    AgentBySlot answer;
    for (auto it = m_choices.cbegin(); it != m_choices.cend(); ++it)
        answer.insert(it.key(), AgentId(it.value()->currentData().toString()));
    return answer;
}

} // namespace renum::ui
