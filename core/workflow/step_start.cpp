// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/step_start.h"

#include "core/workflow/intervention.h"
#include "core/workflow/outcome.h"
#include "core/workflow/prompt_envelope.h"
#include "core/workflow/step_references.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using StepIndex = SchedulerState::StepIndex;

/// Whether the step takes what the pipeline carries rather than a certain agent's result.
bool isChained(const Transition &t, StepIndex i)
{
    return t.rules().chained && singleAgent(t.plan(i).input);
}

/// The last completed step before this one, preferably one with a text.
std::optional<StepIndex> chainProducer(const Transition &t, StepIndex i)
{
    std::optional<StepIndex> last;
    for (StepIndex before = i; before-- > 0;) {
        const ScheduledStep &step = t.step(before);
        if (step.status != StepStatus::Completed)
            continue;
        if (!step.output->result.isEmpty())
            return before;
        if (!last)
            last = before;
    }
    return last;
}

/// What a step of the chain takes in place of what is written.
InputSpec chainedSpec(const Transition &t, StepIndex i)
{
    InputSpec input = t.plan(i).input;
    if (const std::optional<StepIndex> producer = chainProducer(t, i))
        input.sources = { { InputSource::Kind::AgentResult, t.plan(*producer).agentId, {} } };
    else
        input.sources = { InputSource {} };
    return input;
}

/// Contract §3.8: whether the step may start without asking anyone (any more).
bool isApproved(Transition &t, StepIndex i)
{
    if (t.plan(i).kind == MemberKind::Approval)
        return t.step(i).approved;
    const std::optional<ApprovalSpec> &spec = t.state().plan.approval;
    if (!spec || t.step(i).approved || !std::ranges::count(spec->before, t.plan(i).agentId))
        return true;
    if (spec->autoApprove.empty() || !evaluate(spec->autoApprove, t.scope(currentProducer(t, i))))
        return false;
    t.step(i).approved = true;
    t.command(AskApproval { t.plan(i).id, t.step(i).iteration, true, {} });
    return true;
}

std::optional<std::chrono::seconds> approvalTimeout(const Transition &t, StepIndex i)
{
    const ExecutionPlan &plan = t.state().plan;
    const AgentId &id = t.plan(i).agentId;
    const WorkflowAgent *member = plan.definition.find(id);
    std::optional<int> seconds;
    if (t.plan(i).kind == MemberKind::Approval)
        seconds = member ? member->timeoutSeconds : std::nullopt;
    else
        seconds = plan.approval->timeoutSeconds;
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

/// A person has agreed to what comes in; it goes on as it is.
void passOn(Transition &t, StepIndex i, const QString &text)
{
    t.beginAttempt(i);
    StepOutput output = readStepOutput(text);
    output.outputContext = Json::object(); // whose contribution it is was settled before
    t.complete(i, std::move(output));
    holdAfter(t, i);
}

/// What a pipeline's step finds as `pipeline_input`; taken back when it fails.
void publishChain(Transition &t, StepIndex i)
{
    const std::optional<StepIndex> producer = chainProducer(t, i);
    if (!isChained(t, i) || !producer)
        return;
    SchedulerState &state = t.state();
    state.uncommitted = state.context.setSystemVariable(
        u"pipeline_input"_s, toJson(t.step(*producer).output->result));
    t.publish(state.uncommitted);
}

} // namespace

std::optional<AgentId> currentProducer(const Transition &t, StepIndex i)
{
    return isChained(t, i) ? singleAgent(chainedSpec(t, i)) : singleAgent(t.plan(i).input);
}

std::variant<ResolvedInput, InputMissing> currentInput(const Transition &t, StepIndex i)
{
    const SchedulerState &state = t.state();
    const auto given = state.givenInputs.constFind(t.plan(i).id);
    const bool first = t.step(i).iteration - t.step(i).repeats == 1;
    if (given != state.givenInputs.cend() && first)
        return ResolvedInput { *given, u"given"_s, {} };
    const InputMaterial material { state.initialPrompt, &state.context, state.results };
    std::variant<ResolvedInput, InputMissing> input = isChained(t, i)
        ? resolveInput(chainedSpec(t, i), material)
        : resolveInput(t.plan(i).input, material);
    if (ResolvedInput *resolved = std::get_if<ResolvedInput>(&input)) {
        if (const QString feedback = state.feedback.value(t.plan(i).id); !feedback.isEmpty())
            resolved->text += "\n\n"_L1 + feedback;
    }
    return input;
}

void startAttempt(Transition &t, StepIndex i)
{
    const std::variant<ResolvedInput, InputMissing> input = currentInput(t, i);
    if (const InputMissing *missing = std::get_if<InputMissing>(&input)) {
        t.fail(i, invalidInput(missing->what));
        return;
    }
    const ResolvedInput &resolved = *std::get_if<ResolvedInput>(&input);
    if (t.plan(i).kind == MemberKind::Approval) {
        passOn(t, i, resolved.text);
        return;
    }
    if (t.step(i).attempts == 0)
        publishChain(t, i);
    t.beginAttempt(i);
    const SchedulerState &state = t.state();
    const QString executionId
        = stringAt(state.context.contextObject(), "execution_id").value_or(QString());
    StartStep start;
    start.step = t.plan(i).id;
    start.iteration = t.step(i).iteration;
    start.attempt = t.step(i).attempts;
    start.input = resolved.text;
    start.prompt = composePrompt(
        t.plan(i), int(state.plan.steps.size()), resolved.text, state.context, executionId);
    start.source = resolved.source;
    start.resolvedFrom = resolved.resolvedFrom;
    start.contextVersion = state.context.version();
    t.command(std::move(start));
}

void startQueued(Transition &t)
{
    SchedulerState &state = t.state();
    if (state.paused)
        return;
    const int places = std::max(1, state.plan.maxParallel);
    auto next = state.queued.begin();
    for (; next != state.queued.end() && state.runningSteps < places && !state.paused; ++next) {
        if (holdBefore(t, *next))
            break;
        if (isApproved(t, *next))
            startAttempt(t, *next);
        else
            t.awaitApproval(*next, approvalTimeout(t, *next));
    }
    state.queued.erase(state.queued.begin(), next);
}

} // namespace renum
