// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/absent_backend.h"

#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error absentError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotConnected),
        u"No agent service is connected. Choose the demo or a Suna server in the settings."_s };
}

} // namespace

QString AbsentBackend::address() const
{
    return {};
}

QCoro::Task<Result<BackendInfo>> AbsentBackend::probe(std::stop_token)
{
    co_return absentError();
}

QCoro::Task<Result<QList<AgentInfo>>> AbsentBackend::listAgents(std::stop_token)
{
    co_return absentError();
}

QCoro::Task<Result<ThreadRef>> AbsentBackend::prepareThread(QString, std::stop_token)
{
    co_return absentError();
}

QCoro::Task<StartAnswer> AbsentBackend::startRun(RunRequest, std::stop_token)
{
    StartAnswer answer;
    answer.kind = StartAnswer::Kind::Rejected;
    answer.error = absentError();
    co_return answer;
}

QCoro::Task<Result<RunOutcome>> AbsentBackend::observeRun(RunRef, RunEventSink, std::stop_token)
{
    co_return absentError();
}

QCoro::Task<Result<void>> AbsentBackend::stopRun(RunRef, std::stop_token)
{
    co_return absentError();
}

QCoro::Task<Result<Usage>> AbsentBackend::runUsage(RunRef, std::stop_token)
{
    co_return absentError();
}

QCoro::Task<Result<QList<RunSummary>>> AbsentBackend::findRuns(ThreadRef, std::stop_token)
{
    co_return absentError();
}

} // namespace renum
