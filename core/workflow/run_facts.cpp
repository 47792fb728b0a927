// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_facts.h"

#include "core/model/execution_plan.h"
#include "core/model/step_iteration.h"
#include "core/model/step_projection.h"
#include "core/model/workflow_codec.h"

#include <algorithm>
#include <tuple>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const Json &data, const char *key)
{
    return stringAt(data, key).value_or(QString());
}

/// The text of a final result, which is one text or one for each agent.
QString resultText(const Json &result)
{
    if (const std::optional<QString> text = stringAt(result, "result"))
        return *text;
    return result.is_string() ? toQString(result) : QString::fromUtf8(prettyJson(result));
}

std::optional<StepStatus> statusAfter(const QString &eventType)
{
    static const QHash<QString, StepStatus> table {
        { u"step_started"_s, StepStatus::Running },
        { u"step_completed"_s, StepStatus::Completed },
        { u"step_failed"_s, StepStatus::Failed },
        { u"step_skipped"_s, StepStatus::Skipped },
        { u"step_cancelled"_s, StepStatus::Cancelled },
    };
    const auto row = table.constFind(eventType);
    return row == table.cend() ? std::nullopt : std::optional(*row);
}

} // namespace

std::optional<std::chrono::microseconds> ComparedStep::duration() const
{
    if (!start || !end || reused)
        return {};
    return std::max(*end - *start, std::chrono::microseconds(0));
}

std::optional<std::chrono::microseconds> RunFacts::duration() const
{
    if (!m_start)
        return {};
    return std::max(m_last - *m_start, std::chrono::microseconds(0));
}

std::vector<ComparedStep> RunFacts::steps() const
{
    std::vector<ComparedStep> sorted = m_steps;
    std::ranges::stable_sort(sorted, [](const ComparedStep &a, const ComparedStep &b) {
        return std::tie(a.iteration, a.position) < std::tie(b.iteration, b.position);
    });
    return sorted;
}

void RunFacts::apply(const ExecutionEvent &event)
{
    m_last = std::max(m_last, event.timestamp);
    if (event.eventType == "execution_created"_L1) {
        onCreated(event);
    } else if (event.eventType == "plan_created"_L1) {
        onPlan(event);
    } else if (event.eventType == "execution_started"_L1) {
        m_status = ExecutionStatus::Running;
        m_start = event.timestamp;
    } else if (event.type == "step_update"_L1) {
        onStep(event);
    }
    if (isTerminalEvent(event))
        onEnd(event);
}

void RunFacts::onCreated(const ExecutionEvent &event)
{
    m_id = event.executionId;
    m_team = event.teamId;
    m_createdAt = event.timestamp;
    m_teamName = textIn(event.data, "team_name");
    m_prompt = textIn(event.data, "initial_prompt");
    const Json *config = memberAt(event.data, "execution_config");
    if (!config)
        return;
    m_origin = executionConfigFromJson(*config).origin;
    Json shown = *config;
    // The results that are taken over are told with the steps that have them.
    if (shown.is_object())
        shown.erase("origin");
    m_settings["execution_config"] = std::move(shown);
}

void RunFacts::onPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!plan)
        return;
    m_settings["workflow"] = toJson(plan->definition);
    m_steps.clear();
    m_indexOf.clear();
    for (const PlanStep &step : plan->steps) {
        ComparedStep facts;
        facts.id = step.id;
        facts.agent = step.agentId;
        facts.name = step.name;
        facts.position = static_cast<int>(m_steps.size());
        m_indexOf.insert(step.id, m_steps.size());
        m_steps.push_back(std::move(facts));
    }
}

/// A later iteration is another step; what is no step of the plan is none.
ComparedStep *RunFacts::facts(const StepId &id)
{
    const auto known = m_indexOf.constFind(id);
    if (known != m_indexOf.cend())
        return &m_steps[*known];
    const StepIteration iteration = stepIteration(id);
    const auto first = m_indexOf.constFind(iteration.step);
    if (first == m_indexOf.cend())
        return nullptr;
    ComparedStep facts;
    facts.id = id;
    facts.agent = m_steps[*first].agent;
    facts.name = m_steps[*first].name;
    facts.position = m_steps[*first].position;
    facts.iteration = iteration.iteration;
    m_indexOf.insert(id, m_steps.size());
    m_steps.push_back(std::move(facts));
    return &m_steps.back();
}

void RunFacts::onStep(const ExecutionEvent &event)
{
    const bool booked
        = event.eventType == "step_usage"_L1 || event.eventType == "step_nested_ended"_L1;
    // Runs beside the steps cost too.
    if (booked)
        m_usage.add(usageIn(event.data, "usage_metrics"));
    ComparedStep *step = facts(StepId(textIn(event.data, "step_id")));
    if (!step)
        return;
    if (booked)
        step->usage.add(usageIn(event.data, "usage_metrics"));
    else
        note(*step, event);
}

void RunFacts::note(ComparedStep &step, const ExecutionEvent &event)
{
    if (event.eventType == "step_reused"_L1)
        step.reused = true;
    const bool retries
        = event.eventType == "step_failed"_L1 && boolAt(event.data, "will_retry").value_or(false);
    const std::optional<StepStatus> status = retries ? std::nullopt : statusAfter(event.eventType);
    if (!status)
        return;
    step.status = *status;
    if (*status == StepStatus::Running) {
        step.attempts = std::max(step.attempts, int(integerAt(event.data, "attempt").value_or(1)));
        step.prompt = textIn(event.data, "prompt");
        step.start = step.start.value_or(event.timestamp);
        return;
    }
    step.end = event.timestamp;
    if (const Json *result = memberAt(event.data, "result"))
        step.output = stepOutputFromJson(*result).result;
}

void RunFacts::onEnd(const ExecutionEvent &event)
{
    m_status = event.eventType == "execution_completed"_L1 ? ExecutionStatus::Completed
        : event.eventType == "execution_failed"_L1         ? ExecutionStatus::Failed
                                                           : ExecutionStatus::Cancelled;
    const Json *result = memberAt(event.data, "result");
    if (result && !result->is_null())
        m_result = resultText(*result);
}

} // namespace renum
