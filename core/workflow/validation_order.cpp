// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_check.h"
#include "core/workflow/planner.h"
#include "core/workflow/step_references.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Nobody has an order, or all have the same, which is what an unset column looks like.
bool isUnordered(const std::vector<WorkflowAgent> &members)
{
    const auto &first = members.front().executionOrder;
    return (!first || members.size() > 1)
        && std::ranges::all_of(members,
            [&first](const WorkflowAgent &agent) { return agent.executionOrder == first; });
}

void checkOrders(DraftCheck &check)
{
    std::vector<WorkflowAgent> &members = check.members();
    if (isUnordered(members)) {
        for (size_t i = 0; i < members.size(); ++i)
            members[i].executionOrder = int(i) + 1;
        return;
    }
    QSet<int> taken;
    for (size_t i = 0; i < members.size(); ++i) {
        const std::optional<int> order = members[i].executionOrder;
        const QString path = memberPath(i, u"/execution_order"_s);
        if (!order) {
            if (!check.rules->chained && !check.report.isUnreadable(path)) {
                check.report.error(u"W-08"_s, path,
                    u"\"%1\" has no execution order, but others have. Give every agent one, or "
                    "none."_s.arg(members[i].displayName()),
                    { { u"agent"_s, members[i].displayName() } });
            }
            continue;
        }
        if (taken.contains(*order)) {
            check.report.error(u"W-09"_s, path,
                u"The execution order %1 is there twice. Give \"%2\" another one."_s.arg(
                    QString::number(*order), members[i].displayName()),
                { { u"agent"_s, members[i].displayName() }, { u"order"_s, *order } });
        }
        taken.insert(*order);
    }
}

void checkSigns(const DraftCheck &check)
{
    for (size_t i = 0; i < check.members().size(); ++i) {
        if (check.members()[i].executionOrder.value_or(0) < 0) {
            check.report.error(u"validation_error"_s, memberPath(i, u"/execution_order"_s),
                u"An execution order is 0 or more. Change it."_s);
        }
    }
}

bool isPrompt(const InputSpec &input)
{
    return !input.combined && !input.sources.empty()
        && input.sources.front().kind == InputSource::Kind::InitialPrompt;
}

/// W-10 for one member behind others. `before` are the producers it may name: the member right
/// before it, and when that is inactive the last active one.
void checkChainInput(DraftCheck &check, size_t i, const std::vector<AgentId> &before)
{
    WorkflowAgent &agent = check.members()[i];
    const QString path = memberPath(i, u"/input"_s);
    if (check.report.isUnreadable(path) || before.front().isEmpty())
        return;
    if (!agent.input || isPrompt(*agent.input)) {
        InputSpec input = agent.input.value_or(InputSpec());
        input.sources = { { InputSource::Kind::AgentResult, before.front(), {} } };
        agent.input = std::move(input);
        check.report.warning(u"W-10"_s, path,
            u"In a pipeline \"%1\" gets the result of \"%2\"; its input was set to that."_s.arg(
                agent.displayName(), before.front().toString()),
            { { u"agent"_s, agent.displayName() }, { u"source"_s, before.front().toString() } });
        return;
    }
    const std::optional<AgentId> source = singleAgent(*agent.input);
    // Empty, unknown and own ids are W-14's and W-15's business.
    if (source && (source == agent.agentId || !check.agents.contains(*source)))
        return;
    if (!source || std::ranges::find(before, *source) == before.end()) {
        check.report.error(u"W-10"_s, path,
            u"In a pipeline the input of \"%1\" must be the result of \"%2\", the agent before it. "
            "Change the input, or make the team sequential."_s.arg(
                agent.displayName(), before.front().toString()),
            { { u"agent"_s, agent.displayName() }, { u"source"_s, before.front().toString() } });
    }
}

void checkChain(DraftCheck &check, const std::vector<size_t> &order)
{
    AgentId lastActive;
    for (size_t k = 0; k < order.size(); ++k) {
        if (k > 0) {
            std::vector<AgentId> before { check.members()[order[k - 1]].agentId };
            if (!lastActive.isEmpty())
                before.push_back(lastActive);
            checkChainInput(check, order[k], before);
        }
        if (check.members()[order[k]].isActive)
            lastActive = check.members()[order[k]].agentId;
    }
}

} // namespace

void checkOrder(DraftCheck &check)
{
    checkSigns(check);
    if (!check.isOrdered() || check.members().empty())
        return;
    checkOrders(check);
    const std::vector<size_t> order = memberOrder(check.draft.workflow);
    check.ranks.resize(order.size());
    for (size_t rank = 0; rank < order.size(); ++rank)
        check.ranks[order[rank]] = rank;
    if (check.rules->chained)
        checkChain(check, order);
}

} // namespace renum
