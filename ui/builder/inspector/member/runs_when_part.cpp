// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/runs_when_part.h"

#include "core/workflow/editing/approval_edits.h"
#include "core/workflow/editing/member_choices.h"
#include "core/workflow/strategy_rules.h"
#include "ui/builder/inspector/conditions/condition_editor.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/member_list_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/builder/inspector/sample_picker.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

RunsWhenPart::RunsWhenPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_heading(new QLabel(this))
    , m_conditions(new ConditionEditor(context.theme, this))
    , m_samples(new SamplePicker(context.samples, this))
    , m_dependencies(new MemberListField(context.theme, this))
    , m_approval(new FlagField(this))
{
    setTextLook(m_heading, TextStyle::Label, ColorToken::TextDim);
    m_heading->setBuddy(m_conditions);
    m_conditions->setObjectName(u"memberConditions"_s);
    rows()->addWidget(m_heading);
    rows()->addWidget(m_conditions);
    rows()->addWidget(m_samples);
    add(m_dependencies, u"addDependency"_s, { u"/dependencies"_s });
    add(m_approval, u"approvalBefore"_s);
    connectFields();
}

void RunsWhenPart::connectFields()
{
    connect(m_conditions, &ConditionEditor::edited, this,
        [this](const std::vector<Condition> &conditions, const QString &key) {
            target().editMember(tr("Change conditions"), key,
                [&conditions](WorkflowAgent &member) { member.conditions = conditions; });
        });
    connect(m_conditions, &ConditionEditor::left, this, [this] { target().endMerging(); });
    connect(m_dependencies, &MemberListField::added, this, [this](const QString &id) {
        target().editMember(tr("Wait for another member"), {},
            [&id](WorkflowAgent &member) { member.dependencies.emplace_back(id); });
    });
    connect(m_dependencies, &MemberListField::removed, this, [this](const QString &id) {
        target().editMember(tr("Wait for a member no more"), {},
            [&id](WorkflowAgent &member) { std::erase(member.dependencies, AgentId(id)); });
    });
    connect(m_approval, &FlagField::edited, this, [this](bool on) {
        const AgentId id = target().memberId();
        const QString step
            = on ? tr("Ask before a member starts") : tr("Ask nobody before a member");
        target().edit(step, {}, [&](TeamDraft &draft) {
            draft = on ? withApprovalBefore(std::move(draft), id)
                       : withoutApprovalBefore(std::move(draft), id);
        });
    });
}

QString RunsWhenPart::title() const
{
    return tr("Runs when");
}

void RunsWhenPart::retranslate()
{
    m_heading->setText(tr("Only if"));
    m_conditions->setName(tr("Conditions of this member"));
    m_conditions->retranslate();
    m_dependencies->setLabel(tr("Waits for"));
    m_dependencies->setPrompt(tr("Add a member to wait for…"));
    m_approval->setText(tr("Ask a person before this step"));
}

void RunsWhenPart::refresh()
{
    const WorkflowAgent &member = *target().member();
    const std::vector<AgentId> producers = possibleProducers(target().workflow(), member.agentId);
    refreshConditions(producers);
    refreshDependencies(producers);
    m_approval->setVisible(member.kind != MemberKind::Approval);
    m_approval->show(asksBefore(target().workflow().config, member.agentId));
}

void RunsWhenPart::refreshConditions(const std::vector<AgentId> &producers)
{
    const WorkflowAgent &member = *target().member();
    const WorkflowDefinition &workflow = target().workflow();
    const SampleRun *run = context().samples->runBefore(member.agentId);
    const auto fields = [this, producers, id = member.agentId] {
        const SampleRun *now = context().samples->runBefore(id);
        const Json *seen = now ? &now->context.contextObject() : nullptr;
        return conditionFields(target().workflow(), producers, seen);
    };
    ConditionEditor::Content content { member.conditions, {}, &workflow, run, member.input };
    // Of a large team there are thousands, and most members have no conditions.
    if (member.conditions.empty())
        content.laterFields = fields;
    else
        content.fields = fields();
    m_samples->setVisible(!member.conditions.empty());
    m_conditions->show(content);
}

void RunsWhenPart::refreshDependencies(const std::vector<AgentId> &producers)
{
    const WorkflowAgent &member = *target().member();
    std::vector<AgentId> offered;
    std::ranges::copy_if(producers, std::back_inserter(offered), [&member](const AgentId &id) {
        return std::ranges::find(member.dependencies, id) == member.dependencies.end();
    });
    // Where everyone waits for the one before, only what was written elsewhere is shown.
    const bool isOrdered = strategyRules(target().workflow().type).ordered;
    m_dependencies->setVisible(!isOrdered || !member.dependencies.empty());
    m_dependencies->show(memberChoices(target().workflow(), member.dependencies),
        memberChoices(target().workflow(), offered));
}

Problems RunsWhenPart::showProblems(const Problems &problems)
{
    Problems rest = InspectorPart::showProblems(problems);
    const QString pointer = u"/conditions"_s;
    Problems own = takeProblems(rest, { pointer });
    for (Problem &problem : own)
        problem.path.remove(0, pointer.size());
    // Those about all of them (as "can never hold") belong to no row.
    const auto isGeneral = [](const Problem &problem) { return problem.path.isEmpty(); };
    for (const Problem &problem : std::as_const(own)) {
        if (isGeneral(problem) && problem.code != "L-04"_L1)
            rest.append(problem);
    }
    own.removeIf(isGeneral);
    m_conditions->setProblems(own);
    return rest;
}

void RunsWhenPart::forgetTyping()
{
    InspectorPart::forgetTyping();
    m_conditions->forgetTyping();
}

} // namespace renum::ui
