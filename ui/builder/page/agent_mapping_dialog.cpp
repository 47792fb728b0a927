// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/agent_mapping_dialog.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workspace/slot_matching.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MappingWidth = 16 * Theme::ControlHeight;
constexpr int MappingHeight = 4 * Theme::ControlHeight;
constexpr int ChoiceWidth = 8 * Theme::ControlHeight;
constexpr int ScoreRole = Qt::UserRole + 1;

AgentId chosenIn(const QComboBox *choice)
{
    return AgentId(choice->currentData().toString());
}

} // namespace

AgentMappingDialog::AgentMappingDialog(const TeamDraft &team, const std::vector<AgentId> &missing,
    const QList<AgentInfo> &agents, QWidget *parent)
    : QDialog(parent)
    , m_twice(wrappedText(tr("One agent can have only one place. Choose another one."),
          TextStyle::Body, ColorToken::Err, this))
{
    setWindowTitle(tr("Replace missing agents"));
    setMinimumWidth(MappingWidth);
    for (const AgentInfo &agent : agents)
        m_names.insert(agent.id, agent.name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(wrappedText(windowTitle(), TextStyle::Title, ColorToken::Text, this));
    layout->addWidget(wrappedText(tr("The connected services do not have these agents of “%1”. "
                                     "Choose who does their work here; the best matches come "
                                     "first.")
                                      .arg(team.name),
        TextStyle::Body, ColorToken::TextDim, this));
    addRows(layout, team, missing, agents);
    m_twice->setObjectName(u"agentChosenTwice"_s);
    layout->addWidget(m_twice);
    layout->addWidget(makeButtons());
    preset();
    check();
}

void AgentMappingDialog::addRows(QVBoxLayout *layout, const TeamDraft &team,
    const std::vector<AgentId> &missing, const QList<AgentInfo> &agents)
{
    // An agent is a member once.
    QList<AgentInfo> free;
    std::ranges::copy_if(agents, std::back_inserter(free),
        [&team](const AgentInfo &agent) { return !team.workflow.find(agent.id); });
    auto *list = new QWidget;
    setLook(list, Look::Panel);
    auto *form = new QFormLayout(list);
    form->setContentsMargins(0, 0, Theme::Space3, 0);
    form->setHorizontalSpacing(Theme::Space4);
    form->setVerticalSpacing(Theme::Space2);
    for (const AgentId &id : missing) {
        const WorkflowAgent *member = team.workflow.find(id);
        if (!member)
            continue;
        QComboBox *choice = makeChoice(*member, free);
        form->addRow(member->displayName(), choice);
        m_rows.push_back({ id, choice });
    }
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(MappingHeight);
    scroll->setWidget(list);
    layout->addWidget(scroll, 1);
}

QComboBox *AgentMappingDialog::makeChoice(
    const WorkflowAgent &member, const QList<AgentInfo> &agents)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(u"agentFor-"_s + member.agentId.toString());
    choice->setAccessibleName(tr("Agent for %1").arg(member.displayName()));
    choice->setMinimumWidth(ChoiceWidth);
    choice->addItem(tr("Leave it missing"), QString());
    const TemplateSlot place { member.displayName(), member.role, {}, {} };
    const QList<RankedAgent> ranked = rankedAgents(place, agents);
    for (const RankedAgent &candidate : ranked) {
        const AgentInfo &agent = candidate.agent;
        const QString text = agent.model.isEmpty() ? agent.name
                                                   //: An agent's name and the model it uses
                                                   : tr("%1 · %2").arg(agent.name, agent.model);
        choice->addItem(text, agent.id.toString());
        choice->setItemData(choice->count() - 1, candidate.score, ScoreRole);
        choice->setItemData(choice->count() - 1, agent.description, Qt::ToolTipRole);
    }
    connect(choice, &QComboBox::currentIndexChanged, this, &AgentMappingDialog::check);
    return choice;
}

QWidget *AgentMappingDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *later = buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    later->setObjectName(u"keepMissing"_s);
    m_accept = buttons->addButton(tr("Replace"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"replaceAgents"_s);
    setLook(m_accept, Look::PrimaryButton);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

/// The best match of each, as long as nobody before has it.
void AgentMappingDialog::preset()
{
    QSet<AgentId> taken;
    for (const Row &row : m_rows) {
        for (int i = 1; i < row.choice->count(); ++i) {
            const AgentId agent(row.choice->itemData(i).toString());
            if (row.choice->itemData(i, ScoreRole).toInt() == 0)
                break;
            if (taken.contains(agent))
                continue;
            taken.insert(agent);
            row.choice->setCurrentIndex(i);
            break;
        }
    }
}

void AgentMappingDialog::check()
{
    if (!m_accept)
        return;
    QSet<AgentId> chosen;
    bool isTwice = false;
    for (const Row &row : m_rows) {
        const AgentId agent = chosenIn(row.choice);
        isTwice = isTwice || (!agent.isEmpty() && chosen.contains(agent));
        if (!agent.isEmpty())
            chosen.insert(agent);
    }
    m_twice->setVisible(isTwice);
    m_accept->setEnabled(!isTwice && !chosen.isEmpty());
}

TeamDraft AgentMappingDialog::replaced(TeamDraft team) const
{
    for (const Row &row : m_rows) {
        const AgentId agent = chosenIn(row.choice);
        const WorkflowAgent *member = team.workflow.find(row.member);
        if (agent.isEmpty() || !member || team.workflow.find(agent))
            continue;
        // What people call the member stays, where they call it anything.
        const QString name = member->name.isEmpty() ? m_names.value(agent) : member->name;
        team = withAgentReplaced(std::move(team), row.member, agent, name);
    }
    return team;
}

bool AgentMappingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return handled;
}

} // namespace renum::ui
