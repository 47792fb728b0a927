// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/team/team_run_part.h"

#include "core/workflow/editing/member_references.h"
#include "core/workflow/strategy_rules.h"
#include "ui/builder/inspector/edit_target.h"
#include "ui/builder/inspector/fields/choice_field.h"
#include "ui/builder/inspector/fields/flag_field.h"
#include "ui/builder/inspector/fields/number_field.h"
#include "ui/builder/inspector/member_words.h"
#include "ui/builder/inspector/team/failure_words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = NumberField::Kind;

constexpr NumberField::Range ParallelRange { 1, 10, 1, 10 };
constexpr NumberField::Range RoundsRange { 1, 100, 1, 3 };
const auto Last = u"last"_s;
const auto All = u"all"_s;
const auto Leader = u"leader"_s;

} // namespace

TeamRunPart::TeamRunPart(const InspectorContext &context, QWidget *parent)
    : InspectorPart(context, parent)
    , m_failure(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_finalResult(new ChoiceField(ChoiceField::Kind::Closed, this))
    , m_parallel(new NumberField(Kind::Whole, ParallelRange, this))
    , m_rounds(new NumberField(Kind::Whole, RoundsRange, this))
    , m_failFast(new FlagField(this))
    , m_deepMerge(new FlagField(this))
{
    const QString config = u"/workflow_definition/config"_s;
    add(m_failure, u"onStepFailure"_s, { config + "/on_step_failure"_L1 });
    add(m_finalResult, u"finalResult"_s, { config + "/final_result"_L1 });
    adopt(m_parallel, u"maxParallel"_s, { config + "/max_parallel"_L1 });
    adopt(m_rounds, u"maxIterations"_s, { config + "/max_iterations"_L1 });
    addPair(m_parallel, m_rounds);
    add(m_failFast, u"failFast"_s, { config + "/fail_fast"_L1 });
    add(m_deepMerge, u"deepMerge"_s, { config + "/merge"_L1 });
    connectFields();
}

void TeamRunPart::connectFields()
{
    connect(m_failure, &ChoiceField::chosen, this, [this](const QString &policy) {
        change(tr("Change what a failure means"), {},
            [&policy](WorkflowConfig &config) { config.onStepFailure = failurePolicy(policy); });
    });
    connect(m_finalResult, &ChoiceField::chosen, this, [this](const QString &form) {
        change(tr("Change the result of the team"), {},
            [&form](WorkflowConfig &config) { config.finalResult = optionalText(form); });
    });
    connect(m_parallel, &NumberField::edited, this, [this](std::optional<double> value) {
        change(tr("Change how many run at once"), u"parallel"_s,
            [value](WorkflowConfig &config) { config.maxParallel = toInt(value); });
    });
    connect(m_rounds, &NumberField::edited, this, [this](std::optional<double> value) {
        change(tr("Change the rounds of feedback"), u"rounds"_s,
            [value](WorkflowConfig &config) { config.maxIterations = toInt(value); });
    });
    connect(m_failFast, &FlagField::edited, this, [this](bool on) {
        change(tr("Change what a failure stops"), {},
            [on](WorkflowConfig &config) { config.failFast = on; });
    });
    connect(m_deepMerge, &FlagField::edited, this, [this](bool on) {
        change(tr("Change how values are joined"), {},
            [on](WorkflowConfig &config) { config.deepMerge = on; });
    });
}

void TeamRunPart::change(
    const QString &step, const QString &key, const std::function<void(WorkflowConfig &)> &change)
{
    target().edit(step, key, [&change](TeamDraft &draft) { change(draft.workflow.config); });
}

QString TeamRunPart::title() const
{
    return tr("How it runs");
}

void TeamRunPart::retranslate()
{
    m_failure->setLabel(tr("If a step fails"));
    m_finalResult->setLabel(tr("Result of the team"));
    m_parallel->setLabel(tr("Run at once"));
    m_parallel->setPlaceholder(QLocale().toString(ParallelRange.usual));
    m_rounds->setLabel(tr("Rounds of feedback"));
    m_rounds->setPlaceholder(QLocale().toString(RoundsRange.usual));
    m_failFast->setText(tr("Stop the others at the first failure"));
    m_deepMerge->setText(tr("Join shared objects part by part"));
    m_deepMerge->setNote(tr("Otherwise a later object takes the place of an earlier one."));
}

void TeamRunPart::refresh()
{
    const WorkflowDefinition &workflow = target().workflow();
    const StrategyRules &rules = strategyRules(workflow.type);
    const WorkflowConfig &config = workflow.config;
    m_failure->setChoices(failureChoices(workflow.type));
    m_failure->show(failureValue(config.onStepFailure));
    refreshFinalResult();
    // Settings without a meaning here are shown only where somebody has set them.
    m_parallel->setVisible(!rules.ordered || config.maxParallel);
    m_rounds->setVisible(rules.ordered || config.maxIterations);
    m_failFast->setVisible(rules.honoursFailFast || config.failFast);
    m_parallel->show(config.maxParallel);
    m_rounds->show(config.maxIterations);
    m_failFast->show(config.failFast);
    m_deepMerge->show(config.deepMerge);
}

void TeamRunPart::refreshFinalResult()
{
    const WorkflowDefinition &workflow = target().workflow();
    const auto words = [](const QString &form) {
        return form == All   ? tr("The results of all members")
            : form == Leader ? tr("The result of the leader")
                             : tr("The result of the last member");
    };
    const QString usual = QString::fromLatin1(strategyRules(workflow.type).finalResult);
    //: %1 is what happens unless something else is chosen
    std::vector<Choice> choices { { QString(), tr("Usual: %1").arg(words(usual)) } };
    for (const QString &form : { Last, All, Leader })
        choices.push_back({ form, words(form) });
    std::vector<AgentId> ids;
    for (const WorkflowAgent &member : workflow.agents)
        ids.push_back(member.agentId);
    const std::vector<Choice> members = memberChoices(workflow, ids);
    for (const Choice &member : members)
        choices.push_back(
            { finalResultOf(AgentId(member.value)), tr("The result of %1").arg(member.text) });
    m_finalResult->setChoices(choices);
    m_finalResult->show(workflow.config.finalResult.value_or(QString()));
}

} // namespace renum::ui
