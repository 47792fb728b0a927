// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_service.h"

#include "core/model/error_codes.h"
#include "tests/simulation/random_talk.h"
#include "tests/simulation/random_team.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// The client gives a start up after this; with what a network may hold back and the time until a
// run is listed it stays below the 60 s that the start protocol watches.
constexpr milliseconds StartTimeOut = 30s;
constexpr milliseconds LongestHold = 44s;
constexpr milliseconds LongestLag = 8s;

} // namespace

Error simulatedError(ErrorCategory category, const char *code)
{
    return { category, QString::fromLatin1(code), u"The simulation made this happen."_s };
}

SimulatedService::SimulatedService(Clock *clock, Dice dice, FaultRates rates, int talkative)
    : m_clock(clock)
    , m_dice(std::move(dice))
    , m_rates(rates)
    , m_talkative(talkative)
    , m_agenda(clock)
{
}

ThreadRef SimulatedService::newThread()
{
    ++m_threads;
    return { ThreadId(u"thread-%1"_s.arg(m_threads)), ProjectId(u"project-%1"_s.arg(m_threads)) };
}

// --- starting -----------------------------------------------------------------------------------

std::pair<StartFate, RunRef> SimulatedService::takeStart(
    const ThreadRef &thread, const QString &prompt)
{
    const StartFate decided = fate();
    const RunRef ref = reserve(thread);
    if (decided.arrives) {
        m_agenda.later(decided.beginsAfter,
            [this, ref, prompt, decided] { begin(ref, prompt, decided.outsideWindow); });
    }
    if (decided.doubledAfter) {
        const RunRef twin = reserve(thread);
        m_agenda.later(*decided.doubledAfter, [this, twin, prompt] { begin(twin, prompt, false); });
    }
    return { decided, ref };
}

StartFate SimulatedService::fate()
{
    StartFate fate;
    fate.beginsAfter = m_dice.spread(1ms, 200ms);
    fate.answeredAfter = fate.beginsAfter + m_dice.spread(1ms, 3s);
    if (m_dice.permille(m_rates.startRejected)) {
        fate.kind = StartAnswer::Kind::Rejected;
        fate.error = rejection();
        fate.arrives = false;
    } else if (m_dice.permille(m_rates.startBusy)) {
        fate.kind = StartAnswer::Kind::Busy;
        fate.error = simulatedError(ErrorCategory::ResourceExhausted, code::NetworkFailed);
        fate.arrives = false;
    } else if (m_dice.permille(m_rates.startLost)) {
        loseAnswer(fate);
        fate.arrives = false;
    } else if (m_dice.permille(m_rates.startUnanswered)) {
        loseAnswer(fate);
    } else if (m_dice.permille(m_rates.startDelayed)) {
        loseAnswer(fate);
        fate.outsideWindow = m_dice.oneIn(20);
        fate.beginsAfter
            = fate.outsideWindow ? m_dice.spread(60s, 200s) : m_dice.spread(1s, LongestHold);
    } else if (m_dice.permille(m_rates.startLate)) {
        fate.answeredAfter = m_dice.spread(5s, StartTimeOut);
    }
    if (fate.arrives && m_dice.permille(m_rates.startDoubled))
        fate.doubledAfter = fate.beginsAfter + m_dice.spread(1ms, LongestHold - 200ms);
    return fate;
}

void SimulatedService::loseAnswer(StartFate &fate)
{
    fate.kind = StartAnswer::Kind::Unknown;
    fate.answeredAfter = m_dice.oneIn(2) ? StartTimeOut : m_dice.spread(1ms, StartTimeOut);
    fate.error = simulatedError(ErrorCategory::NetworkError, code::TotalTimeout);
}

Error SimulatedService::rejection()
{
    static const std::array categories { ErrorCategory::AuthenticationError,
        ErrorCategory::QuotaExceeded, ErrorCategory::InvalidInput, ErrorCategory::NetworkError,
        ErrorCategory::ResourceExhausted };
    Error error
        = simulatedError(categories.at(m_dice.below(categories.size())), code::NetworkFailed);
    if (error.category == ErrorCategory::ResourceExhausted)
        error.args.insert(u"retry_after"_s, m_dice.between(1, 120));
    return error;
}

RunRef SimulatedService::reserve(const ThreadRef &thread)
{
    return { RunId(u"run-%1"_s.arg(++m_lastRun, 4, 10, QLatin1Char('0'))), thread };
}

// --- working ------------------------------------------------------------------------------------

void SimulatedService::begin(const RunRef &ref, const QString &prompt, bool outsideWindow)
{
    SimulatedRun run;
    run.ref = ref;
    run.entry.run = ref.run;
    run.entry.thread = ref.thread.thread;
    run.entry.startedAt = m_clock->now();
    const milliseconds lag
        = m_dice.permille(m_rates.listLags) ? m_dice.spread(100ms, LongestLag) : 0ms;
    run.entry.listedFrom = run.entry.startedAt + lag;
    run.listedFrom = m_clock->monotonic() + lag;
    run.entry.working = true;
    run.entry.outsideWindow = outsideWindow;
    if (!m_dice.permille(m_rates.usageMissing)) {
        Usage usage;
        usage.modelProvider = u"simulated"_s;
        usage.modelName = u"model-1"_s;
        usage.tokensInput = m_dice.between(1, 5000);
        usage.tokensOutput = m_dice.between(0, 5000);
        usage.requestCount = m_dice.between(1, 4);
        run.entry.told = usage;
    }
    plan(m_runs.insert_or_assign(ref.run, run).first->second, prompt);
}

void SimulatedService::plan(SimulatedRun &run, const QString &prompt)
{
    static const std::array categories { ErrorCategory::AgentTimeout, ErrorCategory::NetworkError,
        ErrorCategory::AuthenticationError, ErrorCategory::ResourceExhausted,
        ErrorCategory::QuotaExceeded, ErrorCategory::InvalidInput, ErrorCategory::DependencyError,
        ErrorCategory::UserCancelled, ErrorCategory::AgentCrash, ErrorCategory::SystemError };
    run.text = randomAnswer(m_dice);
    if (m_talkative > 0 && m_dice.permille(m_talkative))
        run.text = randomTalk(m_dice, prompt) + run.text;
    if (m_dice.permille(m_rates.runFails)) {
        run.error
            = simulatedError(categories.at(m_dice.below(categories.size())), code::SunaRunFailed);
    }
    const milliseconds duration
        = m_dice.oneIn(10) ? m_dice.spread(1s, 900s) : m_dice.spread(20ms, 20s);
    if (m_dice.permille(m_rates.runHangs))
        return; // it works until someone stops it
    m_agenda.later(duration, [this, id = run.entry.run] {
        SimulatedRun &ending = m_runs.at(id);
        if (ending.entry.working)
            end(ending, ending.error ? u"failed"_s : u"completed"_s);
    });
}

void SimulatedService::end(SimulatedRun &run, const QString &status)
{
    run.status = status;
    run.entry.working = false;
    for (const OneShot<bool> &watcher : std::exchange(run.watchers, {}))
        watcher.set(true);
}

void SimulatedService::stop(SimulatedRun &run)
{
    if (run.entry.working)
        end(run, u"stopped"_s);
}

SimulatedRun *SimulatedService::find(const RunId &run)
{
    const auto found = m_runs.find(run);
    return found == m_runs.end() ? nullptr : &found->second;
}

QList<RunSummary> SimulatedService::list(const ThreadRef &thread) const
{
    std::vector<const SimulatedRun *> listed;
    for (const auto &[id, run] : m_runs) {
        if (run.ref.thread == thread && run.listedFrom <= m_clock->monotonic())
            listed.push_back(&run);
    }
    std::ranges::stable_sort(listed, [](const SimulatedRun *a, const SimulatedRun *b) {
        return a->entry.startedAt > b->entry.startedAt;
    });
    QList<RunSummary> summaries;
    for (const SimulatedRun *run : listed) {
        summaries.append({ run->ref, run->status, run->entry.working, run->entry.startedAt });
    }
    return summaries;
}

Ledger SimulatedService::ledger() const
{
    Ledger ledger;
    for (const auto &[id, run] : m_runs)
        ledger.push_back(run.entry);
    return ledger;
}

} // namespace renum::test
