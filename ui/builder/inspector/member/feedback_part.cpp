// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member/feedback_part.h"

#include "core/workflow/editing/member_choices.h"
#include "ui/builder/inspector/conditions/condition_editor.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualRounds = 3; // contract §3.8
constexpr NumberField::Range RoundsRange { 1, 100, 1, UsualRounds };

} // namespace

FeedbackPart::FeedbackPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_to(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_heading(new QLabel(this))
    , m_conditions(new ConditionEditor(context.theme, this))
    , m_rounds(new NumberField(NumberField::Kind::Whole, RoundsRange, this))
{
    setTextLook(m_heading, TextStyle::Label, ColorToken::TextDim);
    m_heading->setBuddy(m_conditions);
    m_conditions->setObjectName(u"feedbackConditions"_s);
    rows()->addWidget(m_to);
    rows()->addWidget(m_heading);
    rows()->addWidget(m_conditions);
    add(m_rounds, u"feedbackRounds"_s, { u"/feedback/max_iterations"_s });
    // Last, so that it gets what is said of the feedback as a whole.
    adopt(m_to, u"feedbackTo"_s, { u"/feedback"_s });
    connectFields();
}

void FeedbackPart::connectFields()
{
    connect(m_to, &ChoiceField::chosen, this, &FeedbackPart::changeReceiver);
    connect(m_conditions, &ConditionEditor::edited, this,
        [this](const std::vector<Condition> &conditions, const QString &key) {
            const QString mergeKey = key.isEmpty() ? QString() : u"feedback "_s + key;
            target().editMember(tr("Change conditions of feedback"), mergeKey,
                [&conditions](WorkflowAgent &member) {
                    if (member.feedback)
                        member.feedback->conditions = conditions;
                });
        });
    connect(m_conditions, &ConditionEditor::left, this, [this] { target().endMerging(); });
    connect(m_rounds, &NumberField::edited, this, [this](std::optional<double> rounds) {
        target().editMember(
            tr("Change the number of rounds"), u"rounds"_s, [rounds](WorkflowAgent &member) {
                if (member.feedback)
                    member.feedback->maxIterations = toInt(rounds);
            });
    });
}

void FeedbackPart::changeReceiver(const QString &id)
{
    target().editMember(id.isEmpty() ? tr("Send no work back") : tr("Send work back"), {},
        [&id](WorkflowAgent &member) {
            if (id.isEmpty())
                member.feedback.reset();
            else if (member.feedback)
                member.feedback->to = AgentId(id);
            else
                member.feedback = FeedbackSpec { AgentId(id), {}, {} };
        });
}

QString FeedbackPart::title() const
{
    return tr("Feedback");
}

bool FeedbackPart::applies() const
{
    const WorkflowAgent &member = *target().member();
    return member.feedback || !feedbackTargets(target().workflow(), member.agentId).empty();
}

void FeedbackPart::retranslate()
{
    m_to->setLabel(tr("Sends work back to"));
    m_heading->setText(tr("If"));
    m_conditions->setName(tr("Conditions of the feedback"));
    m_conditions->retranslate();
    m_rounds->setLabel(tr("At most this often"));
}

void FeedbackPart::refresh()
{
    const WorkflowAgent &member = *target().member();
    const WorkflowDefinition &workflow = target().workflow();
    std::vector<AgentId> targets = feedbackTargets(workflow, member.agentId);
    std::vector<AgentId> tested = targets;
    tested.insert(tested.begin(), member.agentId);
    if (member.feedback && std::ranges::find(targets, member.feedback->to) == targets.end())
        targets.push_back(member.feedback->to);
    std::vector<Choice> choices { { QString(), tr("Nobody") } };
    const std::vector<Choice> members = memberChoices(workflow, targets);
    choices.insert(choices.end(), members.begin(), members.end());
    m_to->setChoices(choices);
    m_to->show(member.feedback ? member.feedback->to.toString() : QString());
    m_heading->setVisible(member.feedback.has_value());
    m_conditions->setVisible(member.feedback.has_value());
    m_rounds->setVisible(member.feedback.has_value());
    m_rounds->setPlaceholder(
        QLocale().toString(workflow.config.maxIterations.value_or(UsualRounds)));
    if (!member.feedback)
        return;
    m_rounds->show(member.feedback->maxIterations);
    const std::optional<SampleRun> &run = context().samples->run();
    const Json *seen = run ? &run->context.contextObject() : nullptr;
    m_conditions->show({ member.feedback->conditions, conditionFields(workflow, tested, seen),
        &workflow, run ? &*run : nullptr, {} });
}

Problems FeedbackPart::showProblems(const Problems &problems)
{
    Problems rest = problems;
    const QString pointer = u"/feedback/conditions"_s;
    Problems own = takeProblems(rest, { pointer });
    for (Problem &problem : own)
        problem.path.remove(0, pointer.size());
    m_conditions->setProblems(own);
    return InspectorPart::showProblems(rest);
}

void FeedbackPart::forgetTyping()
{
    InspectorPart::forgetTyping();
    m_conditions->forgetTyping();
}

} // namespace renum::ui
