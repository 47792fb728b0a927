// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/net/one_shot.h"
#include "tests/simulation/agenda.h"
#include "tests/simulation/fault_rates.h"
#include "tests/simulation/ledger.h"

#include <map>
#include <vector>

namespace renum::test {

/// A run at the simulated service.
struct SimulatedRun {
    LedgerRun entry;
    RunRef ref;
    QString status = QStringLiteral("running");
    QString text; ///< of its answer
    std::optional<Error> error; ///< it ends as failed with it
    std::chrono::nanoseconds listedFrom {}; ///< as in the entry, whatever the clock is set to
    std::vector<OneShot<bool>> watchers; ///< told when it has ended
};

/// What becomes of a start request.
struct StartFate {
    StartAnswer::Kind kind = StartAnswer::Kind::Bound;
    Error error;
    bool arrives = true;
    std::chrono::milliseconds beginsAfter {};
    std::chrono::milliseconds answeredAfter {};
    std::optional<std::chrono::milliseconds> doubledAfter;
    bool outsideWindow = false;
};

/// An agent service that lives in virtual time and keeps working whatever happens to its clients.
/// What goes wrong follows from the dice. It keeps a ledger of every run there ever was.
class SimulatedService {
public:
    /// `talkative`: how often agents use the team's tools, in thousandths.
    SimulatedService(Clock *clock, Dice dice, FaultRates rates, int talkative);

    /// From now on nothing goes wrong any more; runs at work go on as they were meant to.
    void calmDown()
    {
        m_rates = {};
        m_talkative = 0;
    }

    [[nodiscard]] Dice &dice() noexcept { return m_dice; }
    [[nodiscard]] const FaultRates &rates() const noexcept { return m_rates; }
    [[nodiscard]] Clock *clock() const noexcept { return m_clock; }
    [[nodiscard]] Agenda &agenda() noexcept { return m_agenda; }

    [[nodiscard]] ThreadRef newThread();
    /// Decides about a request, and lets its runs begin when they are meant to.
    [[nodiscard]] std::pair<StartFate, RunRef> takeStart(
        const ThreadRef &thread, const QString &prompt);
    [[nodiscard]] SimulatedRun *find(const RunId &run);
    /// Listed by now, newest first.
    [[nodiscard]] QList<RunSummary> list(const ThreadRef &thread) const;
    void stop(SimulatedRun &run);

    [[nodiscard]] Ledger ledger() const;

private:
    [[nodiscard]] StartFate fate();
    [[nodiscard]] Error rejection();
    void loseAnswer(StartFate &fate);
    [[nodiscard]] RunRef reserve(const ThreadRef &thread);
    void begin(const RunRef &ref, const QString &prompt, bool outsideWindow);
    void plan(SimulatedRun &run, const QString &prompt);
    void end(SimulatedRun &run, const QString &status);

    Clock *m_clock;
    Dice m_dice;
    FaultRates m_rates;
    int m_talkative;
    Agenda m_agenda;
    int m_threads = 0;
    int m_lastRun = 0;
    std::map<RunId, SimulatedRun> m_runs;
};

/// An error as a service or a network would cause it.
[[nodiscard]] Error simulatedError(ErrorCategory category, const char *code);

} // namespace renum::test
