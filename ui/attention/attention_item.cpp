// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attention/attention_item.h"

#include "core/model/step_iteration.h"
#include "ui/monitor/interventions/asking_step.h"
#include "ui/monitor/step_name.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

namespace {

struct Attention {
    Q_DECLARE_TR_FUNCTIONS(Attention)
};

AttentionItem holdItem(const Execution &execution)
{
    const ExecutionHold &hold = *execution.hold;
    AttentionItem item;
    item.kind = hold.reason == ExecutionHold::Reason::Cap ? AttentionItem::Kind::Cap
                                                          : AttentionItem::Kind::Breakpoint;
    item.budget = budgetThatHolds(execution);
    if (!item.budget.isEmpty())
        item.kind = AttentionItem::Kind::Budget;
    item.place = hold.place;
    if (const StepRecord *step = execution.step(stepIteration(hold.step).step)) {
        item.agent = step->agentId;
        item.stepName = stepName(*step);
    }
    item.since = execution.updatedAt;
    return item;
}

bool holdsAtCap(const Execution &execution)
{
    return execution.hold && execution.hold->reason == ExecutionHold::Reason::Cap;
}

bool asks(const Execution &execution, const StepRecord &step)
{
    const StepRecord *known = execution.step(step.id);
    return known && asksPerson(*known);
}

} // namespace

AttentionItems attentionOf(const Execution &execution)
{
    AttentionItems items;
    if (execution.interrupted && !isTerminal(execution.status) && !execution.parent) {
        AttentionItem item;
        item.kind = AttentionItem::Kind::Interrupted;
        item.execution = execution.id;
        item.teamName = execution.teamName;
        item.since = execution.updatedAt;
        return { item };
    }
    const bool driven = execution.status == ExecutionStatus::Running && !execution.interrupted
        && !execution.stopRequested;
    if (!driven)
        return items;
    if (execution.hold)
        items.append(holdItem(execution));
    for (const StepRecord &step : execution.steps) {
        if (!asksPerson(step))
            continue;
        AttentionItem item;
        item.agent = step.agentId;
        item.stepName = stepName(step);
        item.since = step.approval->requestedAt;
        items.append(item);
    }
    for (AttentionItem &item : items) {
        item.execution = execution.id;
        item.teamName = execution.teamName;
    }
    return items;
}

QString attentionText(const AttentionItem &item)
{
    switch (item.kind) {
    case AttentionItem::Kind::Approval: //: agent, team
        return Attention::tr("%1 of %2 waits for your approval").arg(item.stepName, item.teamName);
    case AttentionItem::Kind::Cap: //: team
        return Attention::tr("%1 holds at its spending limit").arg(item.teamName);
    case AttentionItem::Kind::Budget: //: team, name of a budget
        return Attention::tr("%1 holds at the budget %2").arg(item.teamName, item.budget);
    case AttentionItem::Kind::Interrupted: //: team
        return Attention::tr("%1 was interrupted: nobody drives it").arg(item.teamName);
    case AttentionItem::Kind::Breakpoint:
        break;
    }
    return item.place == Breakpoint::Place::After
        //: team, agent
        ? Attention::tr("%1 holds after %2").arg(item.teamName, item.stepName)
        : Attention::tr("%1 holds before %2").arg(item.teamName, item.stepName);
}

Execution asItStoodAt(Execution execution, Timestamp then)
{
    if (execution.createdAt >= then || execution.completedAt >= then)
        execution.status = ExecutionStatus::Running;
    for (StepRecord &step : execution.steps) {
        if (step.approval && step.approval->requestedAt >= then)
            step.approval.reset();
    }
    if (execution.updatedAt >= then)
        execution.hold.reset();
    return execution;
}

QList<Notice> noticesOf(const Execution &before, const Execution &now)
{
    QList<Notice> notices;
    const bool ended = !isTerminal(before.status) && isTerminal(now.status) && !now.parent;
    if (ended && now.status == ExecutionStatus::Completed)
        notices.append(Notice::Finished);
    else if (ended && now.status == ExecutionStatus::Failed)
        notices.append(Notice::Failed);
    const auto isNew
        = [&](const StepRecord &step) { return asksPerson(step) && !asks(before, step); };
    if (!isTerminal(now.status) && std::ranges::any_of(now.steps, isNew))
        notices.append(Notice::Approval);
    if (holdsAtCap(now) && !holdsAtCap(before))
        notices.append(Notice::Budget);
    return notices;
}

} // namespace renum::ui
