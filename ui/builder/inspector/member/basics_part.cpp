// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/basics_part.h"

#include "core/workflow/editing/member_edits.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_directory.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/long_text_field.h"
#include "ui/builder/inspector/fields/text_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int InstructionLines = 5;
const auto Leader = u"leader"_s;
const auto Coordinator = u"coordinator"_s;
const auto Member = u"member"_s;

} // namespace

BasicsPart::BasicsPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_name(new TextField(this))
    , m_agent(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_replace(new QPushButton(this))
    , m_team(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_role(new ChoiceField(ChoiceField::Kind::Open, this))
    , m_instructions(new LongTextField(InstructionLines, this))
    , m_model(new ChoiceField(ChoiceField::Kind::Open, this))
{
    add(m_name, u"memberName"_s, { u"/name"_s });
    add(m_agent, u"memberAgent"_s, { u"/agent_id"_s });
    setLook(m_replace, Look::LinkButton);
    m_replace->setObjectName(u"replaceAgent"_s);
    m_replace->setAutoDefault(false);
    rows()->addWidget(m_replace, 0, Qt::AlignLeft);
    add(m_team, u"memberTeam"_s, { u"/team_id"_s });
    add(m_role, u"memberRole"_s, { u"/role"_s });
    add(m_instructions, u"memberInstructions"_s, { u"/agent_config/instructions"_s });
    add(m_model, u"memberModel"_s, { u"/agent_config/model_name"_s });
    connectFields();
}

void BasicsPart::connectFields()
{
    connect(m_name, &TextField::edited, this, [this](const QString &name) {
        target().editMember(tr("Rename a member"), u"name"_s,
            [&name](WorkflowAgent &member) { member.name = name; });
    });
    connect(m_agent, &ChoiceField::chosen, this,
        [this](const QString &id) { replaceAgent(AgentId(id)); });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        if (context().catalog->state() == AgentCatalog::State::Failed)
            context().catalog->reload();
        else
            m_agent->openList();
    });
    connect(m_team, &ChoiceField::chosen, this, [this](const QString &id) {
        target().editMember(tr("Choose another team"), {},
            [&id](WorkflowAgent &member) { member.teamId = TeamId(id); });
    });
    connect(
        m_role, &ChoiceField::chosen, this, [this](const QString &role) { changeRole(role, {}); });
    connect(m_role, &ChoiceField::typed, this,
        [this](const QString &role) { changeRole(role, u"role"_s); });
    connect(m_instructions, &LongTextField::edited, this, [this](const QString &text) {
        target().editMember(tr("Change instructions"), u"instructions"_s,
            [&text](WorkflowAgent &member) { member.config.instructions = text; });
    });
    connect(m_model, &ChoiceField::chosen, this,
        [this](const QString &model) { changeModel(model, {}); });
    connect(m_model, &ChoiceField::typed, this,
        [this](const QString &model) { changeModel(model, u"model"_s); });
}

QString BasicsPart::title() const
{
    return tr("Basics");
}

void BasicsPart::retranslate()
{
    m_name->setLabel(tr("Name"));
    m_agent->setLabel(tr("Agent"));
    m_team->setLabel(tr("Team"));
    m_role->setLabel(tr("Role"));
    m_role->setChoices(
        { { Leader, tr("Leader") }, { Coordinator, tr("Coordinator") }, { Member, tr("Member") } });
    m_role->setPlaceholder(tr("Member"));
    m_instructions->setLabel(tr("Instructions"));
    m_model->setLabel(tr("Model"));
}

void BasicsPart::refresh()
{
    const WorkflowAgent &member = *target().member();
    const bool isAgent = member.kind == MemberKind::Agent;
    for (Field *field : { static_cast<Field *>(m_role), static_cast<Field *>(m_model) })
        field->setVisible(isAgent);
    m_instructions->setVisible(member.kind != MemberKind::Team);
    m_instructions->setPlaceholder(isAgent ? tr("What it is told before every task")
                                           : tr("What the person should look at before agreeing"));
    m_name->show(member.name);
    m_name->setPlaceholder(member.agentId.toString());
    m_instructions->show(member.config.instructions);
    refreshAgent();
    refreshTeam();
    refreshRole();
    m_model->setChoices(modelChoices(*context().catalog, target().workflow()));
    m_model->show(member.config.modelName.value_or(QString()));
    const AgentInfo *agent = context().catalog->find(member.agentId);
    const QString inherited
        = target().draft().config.modelName.value_or(agent ? agent->model : QString());
    m_model->setPlaceholder(inherited.isEmpty() ? tr("As the agent's service says") : inherited);
}

void BasicsPart::refreshAgent()
{
    const WorkflowAgent &member = *target().member();
    const AgentCatalog &catalog = *context().catalog;
    m_agent->setVisible(member.kind == MemberKind::Agent);
    const bool isMissing = catalog.isMissing(member.agentId);
    const bool failed = catalog.state() == AgentCatalog::State::Failed;
    m_replace->setVisible(member.kind == MemberKind::Agent && (isMissing || failed));
    m_replace->setText(isMissing ? tr("Replace agent…") : tr("Read the agents again"));
    std::vector<Choice> choices;
    if (!catalog.find(member.agentId)) {
        const QString id = member.agentId.toString();
        choices.push_back({ id, isMissing ? tr("%1 (missing)").arg(id) : id });
    }
    for (const AgentInfo &agent : catalog.agents()) {
        // An agent is a member only once.
        if (agent.id == member.agentId || !target().workflow().find(agent.id))
            choices.push_back({ agent.id.toString(), agent.name });
    }
    m_agent->setChoices(choices);
    m_agent->show(member.agentId.toString());
    if (isMissing)
        m_agent->setOwnProblem(tr("No service has this agent any more. Choose another one."));
    else
        m_agent->setOwnProblem({});
    m_agent->setNote(
        failed ? tr("The agents cannot be read. %1").arg(errorText(*catalog.error())) : QString());
}

void BasicsPart::refreshTeam()
{
    const WorkflowAgent &member = *target().member();
    const bool isTeam = member.kind == MemberKind::Team;
    m_team->setVisible(isTeam);
    if (!isTeam)
        return;
    TeamDirectory &teams = *context().teams;
    teams.load();
    std::vector<Choice> choices;
    for (const KnownTeam &team : teams.teams())
        choices.push_back({ team.id.toString(), team.name });
    m_team->setChoices(choices);
    m_team->setPlaceholder(tr("Choose a team"));
    m_team->show(member.teamId.toString());
    m_team->setNote(teams.problem());
    m_team->setOwnProblem(!member.teamId.isEmpty() && teams.isMissing(member.teamId)
            ? tr("This team is gone. Choose another one.")
            : QString());
}

void BasicsPart::refreshRole()
{
    const QString role = target().member()->role;
    m_role->show(role);
    if (role == Leader)
        m_role->setNote(tr("Gets messages to everyone first. Its result can be that of the team."));
    else if (role == Coordinator)
        m_role->setNote(tr("May send requests to any member, even where others may not."));
    else if (role.isEmpty() || role == Member)
        m_role->setNote(tr("Works on its own step."));
    else
        m_role->setNote(tr("Works as a member; the others see this role."));
}

void BasicsPart::replaceAgent(const AgentId &agent)
{
    const AgentId old = target().memberId();
    const AgentInfo *info = context().catalog->find(agent);
    if (agent == old || !info)
        return;
    const QString name = info->name;
    target().edit(tr("Replace an agent"), {},
        [&](TeamDraft &draft) { draft = withAgentReplaced(std::move(draft), old, agent, name); });
    context().selection->select(agent);
}

void BasicsPart::changeRole(const QString &role, const QString &mergeKey)
{
    target().editMember(
        tr("Change a role"), mergeKey, [&role](WorkflowAgent &member) { member.role = role; });
}

void BasicsPart::changeModel(const QString &model, const QString &mergeKey)
{
    target().editMember(tr("Change a model"), mergeKey,
        [&model](WorkflowAgent &member) { member.config.modelName = optionalText(model); });
}

} // namespace renum::ui
