// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/team/team_people_part.h"

#include "core/workflow/editing/approval_edits.h"
#include "core/workflow/editing/member_choices.h"
#include "ui/builder/inspector/conditions/condition_editor.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_list_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr NumberField::Range TimeoutRange { 1, 21.0 * 86'400, 600, 3600 };
const auto ApprovalPath = u"/workflow_definition/config/approval"_s;

} // namespace

TeamPeoplePart::TeamPeoplePart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_before(new MemberListField(context.theme, this))
    , m_heading(new QLabel(this))
    , m_autoApprove(new ConditionEditor(context.theme, this))
    , m_timeout(new NumberField(NumberField::Kind::Whole, TimeoutRange, this))
    , m_restrict(new FlagField(this))
    , m_tools(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_notify(new FlagField(this))
{
    setTextLook(m_heading, TextStyle::Label, ColorToken::TextDim);
    m_heading->setBuddy(m_autoApprove);
    m_autoApprove->setObjectName(u"autoApprove"_s);
    add(m_before, u"addApproval"_s, { ApprovalPath + "/before"_L1 });
    rows()->addWidget(m_heading);
    rows()->addWidget(m_autoApprove);
    add(m_timeout, u"approvalTimeout"_s, { ApprovalPath + "/timeout_seconds"_L1 });
    add(m_tools, u"teamTools"_s, { u"/team_config/tools_mode"_s });
    add(m_restrict, u"restrictRequests"_s, { u"/workflow_definition/config/restrict_requests"_s });
    add(m_notify, u"teamNotify"_s, { u"/team_config/notify"_s });
    connectApprovals();
    connectTeamwork();
}

void TeamPeoplePart::connectApprovals()
{
    connect(m_before, &MemberListField::added, this, [this](const QString &id) {
        target().edit(tr("Ask before a member starts"), {},
            [&id](TeamDraft &draft) { draft = withApprovalBefore(std::move(draft), AgentId(id)); });
    });
    connect(m_before, &MemberListField::removed, this, [this](const QString &id) {
        target().edit(tr("Ask nobody before a member"), {}, [&id](TeamDraft &draft) {
            draft = withoutApprovalBefore(std::move(draft), AgentId(id));
        });
    });
    connect(m_autoApprove, &ConditionEditor::edited, this,
        [this](const std::vector<Condition> &conditions, const QString &key) {
            target().edit(tr("Change when nobody is asked"), key, [&conditions](TeamDraft &draft) {
                if (draft.workflow.config.approval)
                    draft.workflow.config.approval->autoApprove = conditions;
            });
        });
    connect(m_autoApprove, &ConditionEditor::left, this, [this] { target().endMerging(); });
    connect(m_timeout, &NumberField::edited, this, [this](std::optional<double> seconds) {
        target().edit(tr("Change how long people are waited for"), u"approvalTimeout"_s,
            [seconds](TeamDraft &draft) {
                if (draft.workflow.config.approval)
                    draft.workflow.config.approval->timeoutSeconds = toInt(seconds);
            });
    });
}

void TeamPeoplePart::connectTeamwork()
{
    connect(m_restrict, &FlagField::edited, this, [this](bool on) {
        target().edit(tr("Change who may ask whom"), {},
            [on](TeamDraft &draft) { draft.workflow.config.restrictRequests = on; });
    });
    connect(m_tools, &ChoiceField::chosen, this, [this](const QString &mode) {
        target().edit(tr("Change team tools"), {},
            [&mode](TeamDraft &draft) { draft.config.toolsMode = optionalText(mode); });
    });
    connect(m_notify, &FlagField::edited, this, [this](bool on) {
        // On is the default, which needs no word.
        target().edit(tr("Change notifications"), {}, [on](TeamDraft &draft) {
            draft.config.notify = on ? std::nullopt : std::optional(false);
        });
    });
}

QString TeamPeoplePart::title() const
{
    return tr("People and teamwork");
}

void TeamPeoplePart::retranslate()
{
    m_before->setLabel(tr("Ask a person before"));
    m_before->setPrompt(tr("Add a member to ask before…"));
    m_heading->setText(tr("Ask nobody if"));
    m_autoApprove->setName(tr("Conditions under which nobody is asked"));
    m_autoApprove->retranslate();
    m_timeout->setLabel(tr("Wait for an answer (s)"));
    m_timeout->setPlaceholder(tr("As long as it takes"));
    m_restrict->setText(tr("Only coordinators may ask other members"));
    m_tools->setLabel(tr("Team tools"));
    const std::vector<Choice> modes = toolsModeChoices({});
    m_tools->setChoices(toolsModeChoices(tr("Usual: %1").arg(modes.at(1).text)));
    m_notify->setText(tr("Tell me when a run ends"));
}

void TeamPeoplePart::refresh()
{
    const TeamDraft &draft = target().draft();
    refreshApprovals();
    m_restrict->show(draft.workflow.config.restrictRequests);
    m_tools->show(draft.config.toolsMode.value_or(QString()));
    m_notify->show(draft.config.notify.value_or(true));
}

void TeamPeoplePart::refreshApprovals()
{
    const WorkflowDefinition &workflow = target().workflow();
    const std::optional<ApprovalSpec> &approval = workflow.config.approval;
    std::vector<AgentId> all;
    std::vector<AgentId> offered;
    for (const WorkflowAgent &member : workflow.agents) {
        all.push_back(member.agentId);
        // A member that is an approval asks anyway.
        if (member.kind != MemberKind::Approval && !asksBefore(workflow.config, member.agentId))
            offered.push_back(member.agentId);
    }
    m_before->show(memberChoices(workflow, approval ? approval->before : std::vector<AgentId>()),
        memberChoices(workflow, offered));
    m_heading->setVisible(approval.has_value());
    m_autoApprove->setVisible(approval.has_value());
    m_timeout->setVisible(approval.has_value());
    m_timeout->show(approval ? approval->timeoutSeconds : std::nullopt);
    if (!approval)
        return;
    const std::optional<SampleRun> &run = context().samples->run();
    const Json *seen = run ? &run->context.contextObject() : nullptr;
    m_autoApprove->show({ approval->autoApprove, conditionFields(workflow, all, seen), &workflow,
        run ? &*run : nullptr, {} });
}

Problems TeamPeoplePart::showProblems(const Problems &problems)
{
    Problems rest = problems;
    const QString pointer = ApprovalPath + "/auto_approve"_L1;
    Problems own = takeProblems(rest, { pointer });
    for (Problem &problem : own)
        problem.path.remove(0, pointer.size());
    m_autoApprove->setProblems(own);
    return InspectorPart::showProblems(rest);
}

void TeamPeoplePart::forgetTyping()
{
    InspectorPart::forgetTyping();
    m_autoApprove->forgetTyping();
}

} // namespace renum::ui
