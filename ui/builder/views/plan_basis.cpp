// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/plan_basis.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace renum::ui {

namespace {

struct PlanBasis {
    Q_DECLARE_TR_FUNCTIONS(PlanBasis)
};

template<typename T>
T middle(std::vector<T> values)
{
    const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, at);
    return *at;
}

std::optional<qint64> tokensOf(const Usage &usage)
{
    if (!usage.tokensInput && !usage.tokensOutput)
        return std::nullopt;
    return usage.tokensInput.value_or(0) + usage.tokensOutput.value_or(0);
}

} // namespace

PastRuns pastRuns(const QList<Execution> &executions)
{
    std::vector<std::chrono::milliseconds> times;
    std::vector<qint64> tokens;
    for (const Execution &execution : executions) {
        if (execution.status != ExecutionStatus::Completed || !execution.startedAt
            || !execution.completedAt)
            continue;
        times.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(
            *execution.completedAt - *execution.startedAt));
        if (const auto used = tokensOf(execution.usage))
            tokens.push_back(*used);
    }
    PastRuns past;
    past.count = int(times.size());
    if (!times.empty())
        past.usualTime = middle(std::move(times));
    if (!tokens.empty())
        past.usualTokens = middle(std::move(tokens));
    return past;
}

QString timeBasis(const PastRuns &past)
{
    if (past.count == 0) {
        return PlanBasis::tr("The time follows from the last runs of each agent; for those that "
                             "ran fewer than three times it is a guess of 30 s.");
    }
    //: %1 is a duration
    return PlanBasis::tr("%n earlier run(s) of this team took %1 in the middle. The estimate "
                         "follows from the last runs of each agent.",
        nullptr, past.count)
        .arg(format::duration(past.usualTime));
}

QString costBasis(const PastRuns &past)
{
    if (!past.usualTokens) {
        return PlanBasis::tr("What it will cost is not known: no run of this team has told yet how "
                             "much it used.");
    }
    //: %1 is a number of tokens such as 9.1k
    return PlanBasis::tr("An earlier run used %1 tokens in the middle. What that costs is not "
                         "known: there are no prices for its models.")
        .arg(format::count(*past.usualTokens));
}

} // namespace renum::ui
