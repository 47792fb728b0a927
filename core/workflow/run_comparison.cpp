// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/run_comparison.h"

#include <algorithm>

namespace renum {

namespace {

std::optional<qint64> microseconds(std::optional<std::chrono::microseconds> time)
{
    return time ? std::optional<qint64>(time->count()) : std::nullopt;
}

std::optional<qint64> tokens(const Usage &usage)
{
    if (!usage.tokensInput && !usage.tokensOutput)
        return {};
    return usage.tokensInput.value_or(0) + usage.tokensOutput.value_or(0);
}

std::optional<qint64> money(const Usage &usage)
{
    return usage.cost.isKnown() ? std::optional(usage.cost.nanoUsd) : std::nullopt;
}

bool isApproximate(const Usage &usage)
{
    return usage.estimated || usage.cost.isApproximate();
}

/// Pairs what no earlier rule has paired.
class Alignment {
public:
    Alignment(const std::vector<ComparedStep> &before, const std::vector<ComparedStep> &after)
        : m_before(before)
        , m_after(after)
        , m_partner(after.size())
        , m_taken(before.size(), false)
    {
    }

    void pair(auto belongsTogether)
    {
        for (std::size_t j = 0; j < m_after.size(); ++j) {
            for (std::size_t i = 0; i < m_before.size() && !m_partner[j]; ++i) {
                if (m_taken[i] || m_before[i].iteration != m_after[j].iteration
                    || !belongsTogether(m_before[i], m_after[j]))
                    continue;
                m_partner[j] = i;
                m_taken[i] = true;
            }
        }
    }

    [[nodiscard]] std::vector<StepComparison> steps() const
    {
        std::vector<StepComparison> all;
        std::size_t next = 0; // of `before`
        const auto goneUntil = [&](std::size_t end) {
            for (; next < end; ++next) {
                if (!m_taken[next])
                    all.push_back({ m_before[next], {} });
            }
        };
        for (std::size_t j = 0; j < m_after.size(); ++j) {
            if (!m_partner[j]) {
                all.push_back({ {}, m_after[j] });
                continue;
            }
            goneUntil(*m_partner[j]);
            next = std::max(next, *m_partner[j] + 1);
            all.push_back({ m_before[*m_partner[j]], m_after[j] });
        }
        goneUntil(m_before.size());
        return all;
    }

private:
    const std::vector<ComparedStep> &m_before;
    const std::vector<ComparedStep> &m_after;
    std::vector<std::optional<std::size_t>> m_partner; ///< of each in `after`
    std::vector<bool> m_taken; ///< of `before`
};

} // namespace

FiguresChange StepComparison::figures() const
{
    FiguresChange change;
    const auto set = [&](const std::optional<ComparedStep> &step, auto side) {
        if (!step)
            return;
        change.time.*side = microseconds(step->duration());
        change.tokens.*side = tokens(step->usage);
        change.money.*side = money(step->usage);
        change.approximate = change.approximate || isApproximate(step->usage);
    };
    set(before, &FigureChange::before);
    set(after, &FigureChange::after);
    return change;
}

bool StepComparison::promptChanged() const
{
    return (before ? before->prompt : QString()) != (after ? after->prompt : QString());
}

bool StepComparison::outputChanged() const
{
    return (before ? before->output : QString()) != (after ? after->output : QString());
}

FiguresChange RunComparison::figures() const
{
    return { { microseconds(before.duration()), microseconds(after.duration()) },
        { tokens(before.usage()), tokens(after.usage()) },
        { money(before.usage()), money(after.usage()) },
        isApproximate(before.usage()) || isApproximate(after.usage()) };
}

std::vector<StepComparison> alignedSteps(
    const std::vector<ComparedStep> &before, const std::vector<ComparedStep> &after)
{
    Alignment alignment(before, after);
    alignment.pair([](const ComparedStep &a, const ComparedStep &b) { return a.agent == b.agent; });
    alignment.pair([](const ComparedStep &a, const ComparedStep &b) { return a.name == b.name; });
    alignment.pair(
        [](const ComparedStep &a, const ComparedStep &b) { return a.position == b.position; });
    return alignment.steps();
}

RunComparison compareRuns(RunFacts before, RunFacts after)
{
    std::vector<StepComparison> steps = alignedSteps(before.steps(), after.steps());
    return { std::move(before), std::move(after), std::move(steps) };
}

} // namespace renum
