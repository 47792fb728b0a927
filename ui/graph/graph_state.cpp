// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_model.h"
#include "ui/graph/graph_text.h"
#include "ui/graph/graph_words.h"
#include "ui/graph/wall_clock.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>

#include <algorithm>

/// How an execution shows on the cards and wires of its plan.
namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// The step row of an agent's latest iteration.
const StepRecord *latestStep(const Execution &execution, const AgentId &agent)
{
    const auto reversed = std::ranges::find_if(execution.steps.rbegin(), execution.steps.rend(),
        [&](const StepRecord &step) { return step.agentId == agent; });
    return reversed == execution.steps.rend() ? nullptr : &*reversed;
}

bool isDelivered(const GraphNode &node)
{
    return node.status == StepStatus::Completed;
}

bool isOver(const GraphNode &node)
{
    return node.status && isTerminal(*node.status);
}

/// "Waits for Researcher ✓, Analyst": every producer, those that are ready ticked off.
QString waitsForText(const GraphModel &graph, int node)
{
    QStringList names;
    for (const GraphWire &wire : graph.wires) {
        if (wire.to != node || wire.kind == GraphWire::Kind::Feedback)
            continue;
        const GraphNode &producer = graph.nodes[static_cast<std::size_t>(wire.from)];
        if (producer.kind != NodeKind::Agent)
            continue;
        //: an agent whose result is ready
        names << (isDelivered(producer) ? GraphWords::tr("%1 ✓").arg(producer.title)
                                        : producer.title);
    }
    if (names.isEmpty())
        return GraphWords::tr("Waits for its turn");
    return GraphWords::tr("Waits for %1")
        .arg(names.join(GraphWords::tr(", ", "between names in a list")));
}

QString runningText(const StepRecord &step)
{
    if (step.retryAt)
        return step.error ? errorText(*step.error) : GraphWords::tr("Tries again soon.");
    if (step.waiting)
        return GraphWords::tr("Waits for leave to start.");
    if (!step.activity.isEmpty())
        return step.activity.simplified(); // a name, not Markdown
    if (!step.nested.isEmpty())
        return GraphWords::tr("A team works here");
    return step.liveText.isEmpty() ? GraphWords::tr("Starting…") : lastWords(step.liveText);
}

QString bodyText(const GraphModel &graph, int node, const StepRecord &step)
{
    switch (step.status) {
    case StepStatus::Pending:
        if (step.approval && step.approval->state == ApprovalState::Waiting)
            return GraphWords::tr("Waits for your approval");
        return waitsForText(graph, node);
    case StepStatus::Running:
        return runningText(step);
    case StepStatus::Completed:
        return oneLine(step.output ? step.output->result : step.liveText);
    case StepStatus::Failed:
        return step.error ? errorText(*step.error) : GraphWords::tr("It failed.");
    case StepStatus::Skipped:
        return step.skipReason ? skipText(*step.skipReason) : GraphWords::tr("It was not needed.");
    case StepStatus::Cancelled:
        return step.startedAt ? GraphWords::tr("Stopped before it finished.")
                              : GraphWords::tr("Stopped before it started.");
    }
    return {};
}

/// Nobody worked at it in this execution.
bool isKept(const StepRecord &step, const PlanStep *planned)
{
    return step.status == StepStatus::Completed && !step.startedAt && planned
        && planned->kind != MemberKind::Approval;
}

QString footerText(const StepRecord &step, const PlanStep *planned, Timestamp now)
{
    if (isKept(step, planned))
        return GraphWords::tr("Kept result, nobody was called");
    QStringList parts;
    if (step.startedAt)
        parts << format::duration(between(*step.startedAt, step.completedAt.value_or(now)));
    const QString money = format::money(step.usage.cost);
    if (!money.isEmpty())
        parts << money;
    else if (step.usage.cost.calls() > 0) // unknown is not zero
        parts << GraphWords::tr("no price");
    const QString tokens = format::tokens(step.usage);
    if (!tokens.isEmpty())
        parts << tokens;
    return parts.join(u"   "_s);
}

QString subtitleText(const StepRecord &step, const PlanStep *planned)
{
    if (planned && planned->kind != MemberKind::Agent)
        return kindText(planned->kind);
    const QString model = step.modelName.isEmpty() && planned ? planned->modelName : step.modelName;
    if (step.attempts > 1)
        return modelAndRole(model, GraphWords::tr("attempt %1").arg(step.attempts));
    return modelAndRole(model, planned ? planned->role : step.role);
}

void applyStatus(GraphModel &graph, const Execution &execution)
{
    for (GraphNode &node : graph.nodes) {
        if (const StepRecord *step = latestStep(execution, node.agent)) {
            node.status = step->status;
            node.look = Theme::look(*step);
        }
    }
}

void applyTexts(GraphModel &graph, const Execution &execution, Timestamp now)
{
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        GraphNode &node = graph.nodes[i];
        const StepRecord *step = latestStep(execution, node.agent);
        if (!step)
            continue;
        const PlanStep *planned = execution.plan ? execution.plan->findAgent(node.agent) : nullptr;
        node.subtitle = subtitleText(*step, planned);
        node.body = bodyText(graph, static_cast<int>(i), *step);
        node.footer = footerText(*step, planned, now);
        node.live = step->status == StepStatus::Running && !step->retryAt
            && step->activity.isEmpty() && !step->liveText.isEmpty();
    }
}

GraphWire::State wireState(const GraphModel &graph, const GraphWire &wire)
{
    const GraphNode &from = graph.nodes[static_cast<std::size_t>(wire.from)];
    const GraphNode &to = graph.nodes[static_cast<std::size_t>(wire.to)];
    const bool toUnused = to.kind == NodeKind::Agent
        && (to.status == StepStatus::Skipped
            || (isOver(to) && !isDelivered(to) && to.footer.isEmpty()));
    if (toUnused)
        return GraphWire::State::Unused;
    // Nobody knows before how a condition comes out.
    const bool open = wire.kind == GraphWire::Kind::Condition && to.status == StepStatus::Pending;
    if (open)
        return GraphWire::State::Waiting;
    if (from.kind == NodeKind::Prompt || isDelivered(from))
        return GraphWire::State::Done;
    return isOver(from) ? GraphWire::State::Unused : GraphWire::State::Waiting;
}

/// A back edge was taken when an iteration after the first exists.
bool wasTaken(const Execution &execution, const GraphNode &target)
{
    return std::ranges::any_of(execution.steps, [&](const StepRecord &step) {
        return step.agentId == target.agent && step.id.toString() != target.agent.toString();
    });
}

} // namespace

void applyExecution(GraphModel &graph, const Execution &execution, Timestamp now)
{
    if (graph.nodes.empty())
        return;
    graph.nodes.front().body = oneLine(execution.initialPrompt);
    applyStatus(graph, execution);
    applyTexts(graph, execution, now);
    for (GraphWire &wire : graph.wires) {
        if (wire.kind != GraphWire::Kind::Feedback)
            wire.state = wireState(graph, wire);
        else if (wasTaken(execution, graph.nodes[static_cast<std::size_t>(wire.to)]))
            wire.state = GraphWire::State::Done;
        else
            wire.state = GraphWire::State::Waiting;
    }
}

} // namespace renum::ui
