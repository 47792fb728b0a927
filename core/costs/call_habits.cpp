// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/call_habits.h"

#include "core/costs/prompt_tokens.h"
#include "core/model/priced_usage.h"

#include <algorithm>

namespace renum {

namespace {

constexpr qint64 UsualAnswer = 800; // tokens, as in estimates before a run

qint64 tokenCount(const std::optional<qint64> &tokens)
{
    return tokens && isCountable(*tokens) ? *tokens : 0;
}

/// The latest counts as much as the one before it and all the others together.
qint64 mixed(qint64 before, qint64 now)
{
    return before == 0 ? now : (before + now) / 2;
}

} // namespace

void CallHabits::learn(const AgentId &agent, const Usage &usage)
{
    Habit &habit = m_habits[agent];
    habit.provider = usage.modelProvider;
    habit.model = usage.modelName;
    habit.input = mixed(habit.input, tokenCount(usage.tokensInput));
    habit.output = mixed(habit.output, tokenCount(usage.tokensOutput));
}

Usage CallHabits::expected(const PlannedCall &call) const
{
    const Habit habit = m_habits.value(call.who.agent);
    Usage usage;
    if (!call.modelName.isEmpty()) {
        usage.modelName = call.modelName;
    } else if (!habit.model.isEmpty()) {
        usage.modelName = habit.model;
        usage.modelProvider = habit.provider;
    }
    const qint64 prompt = tokensOfText(call.promptLength);
    usage.tokensInput = std::max(prompt, habit.input);
    usage.tokensOutput = habit.output > 0 ? habit.output : UsualAnswer;
    usage.requestCount = 1;
    usage.estimated = true;
    return usage;
}

Usage CallHabits::withOneMore(const Usage &soFar)
{
    const qint64 asked = std::max(soFar.requestCount, 1);
    Usage more = soFar;
    more.tokensInput = tokenCount(soFar.tokensInput) + tokenCount(soFar.tokensInput) / asked;
    more.tokensOutput = tokenCount(soFar.tokensOutput) + tokenCount(soFar.tokensOutput) / asked;
    more.requestCount = int(asked) + 1;
    more.estimated = true;
    more.cost = {};
    return more;
}

BudgetAmount budgetAmountOf(const Usage &usage)
{
    const qint64 nano
        = usage.cost.isKnown() && isAmount(usage.cost.nanoUsd) ? usage.cost.nanoUsd : 0;
    return { nano, tokenCount(usage.tokensInput) + tokenCount(usage.tokensOutput),
        std::max<qint64>(usage.requestCount, 0), 0 };
}

} // namespace renum
