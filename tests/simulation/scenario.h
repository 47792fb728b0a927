// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/execution_request.h"
#include "core/model/budget.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/fault_rates.h"

#include <optional>
#include <vector>

namespace renum::test {

/// Everything that a seed decides before the world begins to turn.
struct Scenario {
    struct Start {
        ExecutionRequest request;
        std::chrono::milliseconds after {};
    };
    /// The process dies at this instant of its life, counted from its start, and is gone for a
    /// while.
    struct Crash {
        quint64 instant = 0;
        std::chrono::milliseconds away {};
    };
    struct ClockJump {
        std::chrono::milliseconds after {};
        std::chrono::milliseconds by {};
        bool asleep = false; ///< time passes while the machine sleeps; else only the clock is set
    };

    Scenario(quint64 seed, int maxMembers);
    void letMeddle(Dice &dice);

    quint64 seed = 0;
    std::vector<Start> starts;
    FaultRates rates;
    BackendCapabilities capabilities { true, true, true, true };
    std::vector<Crash> crashes;
    std::vector<ClockJump> jumps;
    std::optional<std::chrono::milliseconds> stopAfter; ///< a person stops everything
    std::optional<qint64> storeFailsFrom; ///< events with this seq and later cannot be stored
    bool slowStore = false; ///< its answers take milliseconds, so that others overtake them
    int talkative = 0; ///< how often agents use the team's tools, in thousandths
    bool alwaysResumes = false; ///< else every second recovery gives up
    /// When a person does something to a running execution.
    std::vector<std::chrono::milliseconds> interventions;
    std::optional<Budget> budget; ///< over all executions; lifted some time after it is reached
    quint64 worldSeed = 0; ///< for what is decided while it turns

private:
    /// In some executions members do not run, because their results are kept.
    void keepSomeResults(Dice &dice);
    void setBudget(Dice dice);
};

} // namespace renum::test
