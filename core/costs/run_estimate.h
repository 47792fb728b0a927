// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_table.h"
#include "core/model/execution_plan.h"
#include "core/model/metrics_facts.h"

#include <vector>

namespace renum {

/// From few to much, with what is most likely between.
struct AmountRange {
    qint64 low = 0;
    qint64 likely = 0;
    qint64 high = 0;

    void add(const AmountRange &other);
    friend bool operator==(const AmountRange &, const AmountRange &) = default;
};
/// The least, the median and the most; nothing of none.
[[nodiscard]] AmountRange rangeOf(std::vector<qint64> values);

/// What a run will probably cost, and why one thinks so.
struct RunEstimate {
    enum class Basis {
        History, ///< what this agent cost in earlier runs of the team
        PromptSize, ///< the length of the prompt and the price of the model
        None, ///< the model has no price, or is not known
    };
    struct Step {
        StepId step;
        AgentId agent;
        QString model; ///< as planned, or as it was in earlier runs
        Basis basis = Basis::None;
        int runs = 0; ///< that the history has
        AmountRange tokens = {};
        AmountRange nanoUsd = {}; ///< nothing where the basis is None
        int timedRuns = 0; ///< of which one knows how long they took
        AmountRange milliseconds = {}; ///< nothing without timed runs
    };
    std::vector<Step> steps;
    int runs = 0; ///< earlier executions
    AmountRange tokens;
    AmountRange nanoUsd; ///< of the steps that have one
    int withoutAmount = 0; ///< steps of which nobody knows the price
    AmountRange milliseconds = {}; ///< along the longest chain of those whose time is known

    [[nodiscard]] bool isKnown() const noexcept { return withoutAmount < int(steps.size()); }
    /// Steps that never ran in this team.
    [[nodiscard]] int withoutTime() const;
    [[nodiscard]] bool isTimeKnown() const { return withoutTime() < int(steps.size()); }
    /// Of an active step that a model works at; null for others.
    [[nodiscard]] const Step *find(const StepId &id) const;
};
[[nodiscard]] QString toString(RunEstimate::Basis basis);
[[nodiscard]] Json toJson(const RunEstimate &estimate);

/// Low and high are the cheapest and the dearest earlier run of each agent, likely is the median;
/// with fewer than three runs the prompt's size decides. `promptLength` is in characters. Steps at
/// which a person decides call no model and are left out.
[[nodiscard]] RunEstimate estimateRun(const ExecutionPlan &plan, qsizetype promptLength,
    const RunSpendings &history, const PriceTable &prices, QDate day);

/// Low and high are the quickest and the slowest of the earlier runs, likely is the median.
void addTimes(
    RunEstimate &estimate, const ExecutionPlan &plan, const std::vector<MeasuredStep> &history);

} // namespace renum
