// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instant_backend.h"

namespace renum::bench {

using namespace Qt::StringLiterals;

RunRef runIn(const ThreadRef &thread)
{
    return { RunId(u"run-of-"_s + thread.thread.toString()), thread };
}

InstantBackend::InstantBackend(int deltas)
    : m_deltas(deltas)
{
}

QString InstantBackend::address() const
{
    return u"memory"_s;
}

QCoro::Task<Result<BackendInfo>> InstantBackend::probe(std::stop_token)
{
    const BackendCapabilities capabilities { true, true, true, true };
    co_return BackendInfo { u"Instant"_s, u"1"_s, u"memory"_s, capabilities };
}

QCoro::Task<Result<QList<AgentInfo>>> InstantBackend::listAgents(std::stop_token)
{
    co_return QList<AgentInfo>();
}

QCoro::Task<Result<ThreadRef>> InstantBackend::prepareThread(QString, std::stop_token)
{
    const int number = ++m_threads;
    co_return ThreadRef { ThreadId(u"thread-%1"_s.arg(number)),
        ProjectId(u"project-%1"_s.arg(number)) };
}

QCoro::Task<StartAnswer> InstantBackend::startRun(RunRequest request, std::stop_token)
{
    StartAnswer answer;
    answer.kind = StartAnswer::Kind::Bound;
    answer.run = runIn(request.thread);
    co_return answer;
}

QCoro::Task<Result<RunOutcome>> InstantBackend::observeRun(
    RunRef, RunEventSink sink, std::stop_token)
{
    for (int i = 0; i < m_deltas; ++i)
        sink(RunTextDelta { 0, u"Electric bicycles are popular. "_s });
    RunOutcome outcome;
    outcome.finalText = u"Electric bicycles are popular in every town with hills."_s;
    co_return outcome;
}

QCoro::Task<Result<void>> InstantBackend::stopRun(RunRef, std::stop_token)
{
    co_return Result<void>();
}

QCoro::Task<Result<Usage>> InstantBackend::runUsage(RunRef, std::stop_token)
{
    co_return Usage();
}

QCoro::Task<Result<QList<RunSummary>>> InstantBackend::findRuns(ThreadRef thread, std::stop_token)
{
    const RunSummary summary { runIn(thread), u"completed"_s, false, std::nullopt };
    co_return QList<RunSummary> { summary };
}

} // namespace renum::bench
