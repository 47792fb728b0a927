// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes until an interrupted execution of 1,000 steps and 100,000 events is ready to
// continue (at most 300 ms):
//   milestones_ms   reading what decides from the store
//   replay_ms       that, and working out where the execution stood
// The log is what the scheduler commands when every agent succeeds, with streamed output. Every
// figure is a median; prints one JSON object. The disk is that of the folder for temporary files.

#include "core/engine/event_factory.h"
#include "core/engine/log_loader.h"
#include "core/workflow/planner.h"
#include "core/workflow/scheduler.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <variant>
#include <vector>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Steps = 1000;
constexpr int Events = 100'000;
constexpr int Rounds = 9;
constexpr qsizetype AppendAtOnce = 1000;

[[noreturn]] void fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(1);
}

/// Writes what the engine would, as the scheduler commands it: every agent succeeds at once.
class Recorder {
public:
    ExecutionEvents record()
    {
        ExecutionRequest request;
        request.team.id = m_team;
        request.team.name = u"Bench"_s;
        request.team.workflow = teamOf().workflow;
        request.initialPrompt = u"Write about electric bicycles."_s;
        const ExecutionPlan plan = planExecution(teamOf());
        m_state = initialState(plan, request.initialPrompt,
            contextSeeds(m_id, m_team, request.initialPrompt, plan.strategy), {});
        m_log = { m_events.created(request), m_events.planned(plan),
            m_events.started(plan.strategy, u"bench"_s) };
        carryOut(advance(m_state, ExecutionBegan {}));
        while (!m_atWork.empty() && m_log.size() < Events)
            succeed(std::exchange(m_atWork, {}));
        for (qsizetype i = 0; i < m_log.size(); ++i) {
            m_log[i].seq = i + 1;
            m_log[i].timestamp = fromMicroseconds(1'770'000'000'000'000 + i * 1000);
        }
        return m_log;
    }

private:
    static TeamDraft teamOf()
    {
        TeamDraft draft;
        draft.name = u"Bench"_s;
        draft.workflow.type = WorkflowType::Parallel;
        for (int i = 0; i < Steps + 1; ++i) { // the last one is still to come
            WorkflowAgent agent;
            agent.agentId = AgentId(u"agent-%1"_s.arg(i));
            draft.workflow.agents.push_back(agent);
        }
        return draft;
    }
    void carryOut(const std::vector<SchedulerCommand> &commands)
    {
        for (const SchedulerCommand &command : commands)
            std::visit([this](const auto &each) { write(each); }, command);
    }
    void write(const StartStep &start)
    {
        if (++m_started > Steps)
            return;
        const PlanStep &step = *m_state.plan.find(start.step);
        const ThreadRef thread { ThreadId(u"thread-%1"_s.arg(m_started)), {} };
        const RunRef run { RunId(u"run-%1"_s.arg(m_started)), thread };
        m_log.append(m_events.stepStarted(step, start, QString()));
        m_log.append(m_events.runIntent(step, {}, u"hash"_s, u"bench"_s, QString()));
        m_log.append(m_events.runSent(step, 1, thread, Timestamp()));
        m_log.append(m_events.runBound(step, 1, run, false));
        const OutputChunk chunk { .delta = u"Electric bicycles are popular. "_s };
        m_log.append(ExecutionEvents(Events / Steps - 6, m_events.output(step, 1, chunk)));
        m_atWork.push_back(start.step);
    }
    void write(const CompleteStep &done)
    {
        m_log.append(m_events.stepCompleted(*m_state.plan.find(done.step), done.output, {}));
    }
    void write(const PublishContext &published)
    {
        for (const ContextChange &change : published.changes)
            m_log.append(m_events.contextChanged(change));
    }
    template<typename Other>
    void write(const Other &)
    {
        fail(u"the scheduler does what it should not"_s);
    }
    void succeed(const std::vector<StepId> &steps)
    {
        StepOutput output;
        output.result = u"Electric bicycles are popular in every town with hills."_s;
        for (const StepId &step : steps)
            carryOut(advance(m_state, AttemptSucceeded { step, output }));
    }

    const ExecutionId m_id { u"00000000-0000-4000-8000-000000000001"_s };
    const TeamId m_team { u"11111111-0000-4000-8000-000000000000"_s };
    const EventFactory m_events { m_id, m_team };
    SchedulerState m_state;
    ExecutionEvents m_log;
    std::vector<StepId> m_atWork;
    int m_started = 0;
};

template<typename Work>
double medianMilliseconds(const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < Rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took
            = std::chrono::steady_clock::now() - begin;
        times.push_back(took.count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const ExecutionEvents log = Recorder().record();
    const ExecutionId id = log.constFirst().executionId;

    const QTemporaryDir dir;
    SystemClock clock;
    const Result<std::unique_ptr<Store>> store
        = Store::open({ dir.filePath(u"renum.db"_s), false, {} }, &clock);
    if (!store)
        fail(store.error().message);
    for (qsizetype i = 0; i < log.size(); i += AppendAtOnce) {
        const auto stored = await((*store)->append(log.mid(i, AppendAtOnce)));
        if (!stored || !*stored)
            fail(u"the log cannot be stored"_s);
    }

    int milestones = 0;
    const double read = medianMilliseconds([&] {
        milestones = 0;
        const auto done = await(readMilestones(
            store->get(), id, [&milestones](const ExecutionEvent &) { ++milestones; }));
        if (!done || !*done)
            fail(u"the log cannot be read"_s);
    });
    const double replayed = medianMilliseconds([&] {
        const auto replay = await(loadReplay(store->get(), id));
        if (!replay || !*replay)
            fail(replay ? replay->error().message : u"the log cannot be replayed in time"_s);
    });
    std::printf("{\"events\": %lld, \"milestones\": %d, \"milestones_ms\": %.1f, "
                "\"replay_ms\": %.1f}\n",
        static_cast<long long>(log.size()), milestones, read, replayed);
    return 0;
}
