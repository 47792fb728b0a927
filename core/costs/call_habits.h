// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/spending_limits.h"

#include <QHash>

namespace renum {

/// What a call will probably use: as much as the agent's calls did lately, or as the prompt's
/// length says.
class CallHabits {
public:
    void learn(const AgentId &agent, const Usage &usage);
    /// Estimated counts, with the model if it is known.
    [[nodiscard]] Usage expected(const PlannedCall &call) const;
    /// What a run has used with one more question to its model.
    [[nodiscard]] static Usage withOneMore(const Usage &soFar);

private:
    struct Habit {
        QString provider;
        QString model;
        qint64 input = 0;
        qint64 output = 0;
    };
    QHash<AgentId, Habit> m_habits;
};

/// What counts towards a budget.
[[nodiscard]] BudgetAmount budgetAmountOf(const Usage &usage);

} // namespace renum
