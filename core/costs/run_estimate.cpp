// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/run_estimate.h"

#include "core/costs/costing.h"
#include "core/costs/prompt_tokens.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int EnoughRuns = 3;
// What an answer usually has; a step also reads what the steps before it wrote.
constexpr AmountRange AnswerTokens { 200, 800, 3000 };
constexpr qint64 InstructionTokens = 500;

/// What one agent took in each earlier run.
struct AgentHistory {
    std::vector<qint64> tokens;
    std::vector<qint64> nanoUsd; ///< of runs in which everything had a price
    QString provider;
    QString model;
};

std::map<AgentId, AgentHistory> historyByAgent(const RunSpendings &history)
{
    std::map<std::pair<AgentId, ExecutionId>, SpendingRow> runs;
    for (const auto &[execution, row] : history) {
        SpendingRow &sum = runs[{ row.agent, execution }];
        sum.provider = row.provider;
        sum.model = row.model;
        sum.spending.add(row.spending);
    }
    std::map<AgentId, AgentHistory> agents;
    for (const auto &[key, row] : runs) {
        AgentHistory &agent = agents[key.first];
        agent.tokens.push_back(row.spending.tokensInput + row.spending.tokensOutput);
        agent.provider = row.provider;
        agent.model = row.model;
        if (row.spending.cost.unpricedCalls == 0 && row.spending.cost.isKnown())
            agent.nanoUsd.push_back(row.spending.cost.nanoUsd);
    }
    return agents;
}

std::optional<qint64> amountFor(const PriceEntry &price, qint64 input, qint64 output)
{
    Usage usage;
    usage.tokensInput = input;
    usage.tokensOutput = output;
    return amountOf(usage, price.ratesFor(input));
}

/// From the prompt: the first steps read it, the later ones also what came before.
void fromPrompt(RunEstimate::Step &step, const PlanStep &planned, qsizetype promptLength,
    const PriceEntry *price)
{
    const qint64 prompt = tokensOfText(promptLength) + InstructionTokens;
    const auto before = qint64(planned.dependencies.size());
    const auto inputFor = [&](qint64 answer) { return prompt + before * answer; };
    const AmountRange input { inputFor(AnswerTokens.low), inputFor(AnswerTokens.likely),
        inputFor(AnswerTokens.high) };
    step.tokens = { input.low + AnswerTokens.low, input.likely + AnswerTokens.likely,
        input.high + AnswerTokens.high };
    if (!price)
        return;
    const auto low = amountFor(*price, input.low, AnswerTokens.low);
    const auto likely = amountFor(*price, input.likely, AnswerTokens.likely);
    const auto high = amountFor(*price, input.high, AnswerTokens.high);
    if (!low || !likely || !high)
        return;
    step.basis = RunEstimate::Basis::PromptSize;
    step.nanoUsd = { *low, *likely, *high };
}

Json rangeJson(const AmountRange &range)
{
    return { { "low", range.low }, { "likely", range.likely }, { "high", range.high } };
}

} // namespace

AmountRange rangeOf(std::vector<qint64> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return { values.front(), values[(values.size() - 1) / 2], values.back() };
}

void AmountRange::add(const AmountRange &other)
{
    low += other.low;
    likely += other.likely;
    high += other.high;
}

QString toString(RunEstimate::Basis basis)
{
    static const std::array names { u"history"_s, u"prompt_size"_s, u"none"_s };
    return names.at(size_t(basis));
}

RunEstimate estimateRun(const ExecutionPlan &plan, qsizetype promptLength,
    const RunSpendings &history, const PriceTable &prices, QDate day)
{
    const std::map<AgentId, AgentHistory> known = historyByAgent(history);
    std::set<ExecutionId> executions;
    for (const auto &[execution, row] : history)
        executions.insert(execution);
    RunEstimate estimate;
    estimate.runs = int(executions.size());
    for (const PlanStep &planned : plan.steps) {
        if (!planned.isActive || planned.kind == MemberKind::Approval)
            continue;
        RunEstimate::Step step { planned.id, planned.agentId, planned.modelName };
        const auto found = known.find(planned.agentId);
        const AgentHistory past = found == known.end() ? AgentHistory() : found->second;
        if (step.model.isEmpty())
            step.model = past.model;
        step.runs = int(past.tokens.size());
        if (int(past.nanoUsd.size()) >= EnoughRuns) {
            step.basis = RunEstimate::Basis::History;
            step.tokens = rangeOf(past.tokens);
            step.nanoUsd = rangeOf(past.nanoUsd);
        } else {
            fromPrompt(step, planned, promptLength, prices.find(past.provider, step.model, day));
        }
        estimate.tokens.add(step.tokens);
        estimate.nanoUsd.add(step.nanoUsd);
        estimate.withoutAmount += step.basis == RunEstimate::Basis::None ? 1 : 0;
        estimate.steps.push_back(std::move(step));
    }
    return estimate;
}

const RunEstimate::Step *RunEstimate::find(const StepId &id) const
{
    const auto found = std::ranges::find(steps, id, &Step::step);
    return found == steps.end() ? nullptr : &*found;
}

Json toJson(const RunEstimate &estimate)
{
    Json steps = Json::array();
    for (const RunEstimate::Step &step : estimate.steps) {
        const bool known = step.basis != RunEstimate::Basis::None;
        steps.push_back({ { "step_id", toJson(step.step.toString()) },
            { "agent_id", toJson(step.agent.toString()) }, { "model_name", toJson(step.model) },
            { "basis", toJson(toString(step.basis)) }, { "runs", step.runs },
            { "tokens", rangeJson(step.tokens) },
            { "nano_usd", known ? rangeJson(step.nanoUsd) : Json() },
            { "timed_runs", step.timedRuns },
            { "milliseconds", step.timedRuns > 0 ? rangeJson(step.milliseconds) : Json() } });
    }
    return { { "steps", std::move(steps) }, { "runs", estimate.runs },
        { "tokens", rangeJson(estimate.tokens) },
        { "nano_usd", estimate.isKnown() ? rangeJson(estimate.nanoUsd) : Json() },
        { "without_amount", estimate.withoutAmount },
        { "milliseconds", estimate.isTimeKnown() ? rangeJson(estimate.milliseconds) : Json() },
        { "without_time", estimate.withoutTime() } };
}

} // namespace renum
