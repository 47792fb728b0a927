// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/plan_rows.h"

#include "core/workflow/strategy_rules.h"
#include "ui/builder/views/member_text.h"
#include "ui/graph/graph_text.h"
#include "ui/text/estimate_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

QString seenText(const PlanStep &step, const MemberNames &names)
{
    const QString input = inputText(step.input, names);
    if (step.kind != MemberKind::Agent || !step.input.includeContext)
        return input;
    //: what an agent gets
    return PlanText::tr("%1, and what the team shares").arg(input);
}

QString waitText(const PlanStep &step, const MemberNames &names)
{
    std::vector<AgentId> producers;
    for (const StepId &id : step.dependencies)
        producers.emplace_back(id.toString());
    return producers.empty() ? PlanText::tr("Nobody") : names.of(producers);
}

QString whenText(const PlanStep &step, const MemberNames &names)
{
    const QString conditions = conditionsText(step.conditions, names);
    return step.conditions.empty() || conditions.isEmpty() ? PlanText::tr("Always") : conditions;
}

QString noteText(const PlanStep &step, const QString &doubts, const MemberNames &names)
{
    QStringList notes;
    if (step.kind != MemberKind::Agent)
        notes.append(kindText(step.kind));
    if (step.feedback)
        notes.append(PlanText::tr("Sends work %1").arg(feedbackText(*step.feedback, names)));
    if (!doubts.isEmpty())
        notes.append(doubts);
    return notes.join(u" · "_s);
}

TreeRow stepRow(const PlanStep &step, const QString &doubts, const MemberNames &names,
    const RunEstimate *estimate = nullptr)
{
    const RunEstimate::Step *outlook = estimate ? estimate->find(step.id) : nullptr;
    TreeRow row;
    row.key = step.id.toString();
    row.member = step.agentId;
    //: place in the order, and who works then
    row.texts = { PlanText::tr("%L1. %2").arg(step.order).arg(names.of(step.agentId)),
        seenText(step, names), waitText(step, names), whenText(step, names),
        durationText(step.timeoutSeconds), outlook ? format::stepTime(*outlook) : QString(),
        outlook ? format::stepCost(*outlook) : QString(), noteText(step, doubts, names) };
    return row;
}

TreeRow waveRow(int number, std::vector<TreeRow> steps)
{
    const QString name = PlanText::tr("Wave %L1").arg(number);
    const QString size = PlanText::tr("%n side by side", nullptr, int(steps.size()));
    const QString start = number == 1 ? PlanText::tr("Starts at once")
                                      : PlanText::tr("Starts after wave %L1").arg(number - 1);
    return { u"wave %1"_s.arg(number), {}, { name, steps.size() > 1 ? size : QString(), start }, {},
        std::move(steps) };
}

TreeRow inactiveRow(const ExecutionPlan &plan, const MemberNames &names)
{
    TreeRow row;
    row.key = u"off"_s;
    row.texts = { PlanText::tr("Switched off") };
    for (const PlanStep &step : plan.steps) {
        if (!step.isActive)
            row.children.push_back(stepRow(step, {}, names));
    }
    return row;
}

} // namespace

std::vector<TreeRow> planRows(const ExecutionPlan &plan,
    const std::function<QString(const AgentId &)> &notesOf, const RunEstimate *estimate)
{
    const MemberNames names(plan.definition);
    QHash<StepId, const PlanStep *> stepOf;
    for (const PlanStep &step : plan.steps)
        stepOf.insert(step.id, &step);
    const bool ordered = strategyRules(plan.strategy).ordered;
    std::vector<TreeRow> rows;
    for (const std::vector<StepId> &wave : plan.waves) {
        std::vector<TreeRow> steps;
        for (const StepId &id : wave) {
            if (const PlanStep *step = stepOf.value(id))
                steps.push_back(stepRow(*step, notesOf(step->agentId), names, estimate));
        }
        if (ordered)
            std::ranges::move(steps, std::back_inserter(rows));
        else
            rows.push_back(waveRow(int(rows.size()) + 1, std::move(steps)));
    }
    TreeRow off = inactiveRow(plan, names);
    if (!off.children.empty())
        rows.push_back(std::move(off));
    return rows;
}

QString planSummary(const ExecutionPlan &plan)
{
    const auto active = std::ranges::count(plan.steps, true, &PlanStep::isActive);
    const QString members = PlanText::tr("%n member(s)", nullptr, int(active));
    const QString waves = strategyRules(plan.strategy).ordered
        ? PlanText::tr("one after the other")
        : PlanText::tr("%n wave(s)", nullptr, int(plan.waves.size()));
    if (plan.estimatedDurationSeconds <= 0)
        return PlanText::tr("%1 · %2").arg(members, waves);
    //: members, waves, a duration
    return PlanText::tr("%1 · %2 · about %3")
        .arg(members, waves, durationText(plan.estimatedDurationSeconds));
}

} // namespace renum::ui
