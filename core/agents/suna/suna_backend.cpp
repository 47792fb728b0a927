// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_backend.h"

#include "core/agents/suna/agent_turns.h"
#include "core/agents/suna/linked_stop.h"
#include "core/agents/suna/suna_calls.h"
#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_history.h"
#include "core/agents/suna/suna_run_observer.h"
#include "core/agents/suna/suna_server_finder.h"
#include "core/agents/suna/suna_starter.h"
#include "core/agents/suna/suna_stopper.h"
#include "core/agents/suna/suna_tool_registrar.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error noThreadYetError()
{
    const QString detail = u"a Suna of the first generation (V1) makes a thread only together with "
                           "its first run"_s;
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::SunaInvalidRequest),
        u"This is not possible: "_s + detail + u'.', { { u"detail"_s, detail } } };
}

} // namespace

class SunaBackend::Private {
public:
    Private(SunaConnection connection, Clock *clock, SunaTimings timings, HostLookup *lookup)
        : client(std::move(connection), clock, timings, lookup)
        , finder(&client)
    {
    }

    /// A route that used to be there is gone: the server was changed, so look at it anew.
    void note(const Error &error)
    {
        if (isRouteMissing(error))
            finder.forget();
    }

    SunaClient client;
    SunaServerFinder finder;
    /// Two changes of one agent at a time would undo each other: the whole list is sent.
    std::shared_ptr<AgentTurns> turns = std::make_shared<AgentTurns>();
};

SunaBackend::SunaBackend(
    SunaConnection connection, Clock *clock, SunaTimings timings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(connection), clock, timings, nullptr))
{
}

SunaBackend::SunaBackend(
    SunaConnection connection, Clock *clock, SunaTimings timings, HostLookup *lookup)
    : d(std::make_unique<Private>(std::move(connection), clock, timings, lookup))
{
}

SunaBackend::~SunaBackend() = default;

QString SunaBackend::address() const
{
    return d->client.address().toString(
        QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::StripTrailingSlash);
}

QCoro::Task<Result<BackendInfo>> SunaBackend::probe(std::stop_token stop)
{
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    BackendInfo info;
    info.name = u"Suna"_s;
    info.version = toString(server->family);
    info.address = sunaUrl(*server, {}).toString();
    const bool v1 = server->family == SunaFamily::V1;
    info.capabilities = { .threadBeforeStart = !v1,
        .listsRuns = true,
        .resumesStream = server->family == SunaFamily::V3,
        .followUpTurns = !v1 || d->client.hasSupabase(),
        .teamTools = true };
    co_return info;
}

QCoro::Task<Result<QList<AgentInfo>>> SunaBackend::listAgents(std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    Result<QList<AgentInfo>> agents = co_await fetchSunaAgents(&d->client, *server, stop);
    if (!self)
        co_return cancelledError();
    if (!agents)
        d->note(agents.error());
    co_return agents;
}

QCoro::Task<Result<ThreadRef>> SunaBackend::prepareThread(QString title, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    if (server->family == SunaFamily::V1)
        co_return noThreadYetError();
    Result<ThreadRef> thread = co_await createSunaThread(&d->client, *server, title, stop);
    if (!self)
        co_return cancelledError();
    if (!thread)
        d->note(thread.error());
    co_return thread;
}

QCoro::Task<StartAnswer> SunaBackend::startRun(RunRequest request, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return StartAnswer { StartAnswer::Kind::Rejected, {}, server.error() };
    SunaStarter starter(&d->client, *server, std::move(request), stop);
    StartAnswer answer = co_await starter.start();
    if (self && answer.kind != StartAnswer::Kind::Bound)
        d->note(answer.error);
    co_return answer;
}

QCoro::Task<Result<RunOutcome>> SunaBackend::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    const LinkedStop either(stop, d->client.stopToken());
    SunaRunObserver observer(&d->client, *server, std::move(run), std::move(sink), either.token());
    Result<RunOutcome> outcome = co_await observer.follow();
    if (self && !outcome)
        d->note(outcome.error());
    co_return outcome;
}

QCoro::Task<Result<void>> SunaBackend::stopRun(RunRef run, std::stop_token stop)
{
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    const LinkedStop either(stop, d->client.stopToken());
    SunaStopper stopper(&d->client, *server, run.run, either.token());
    co_return co_await stopper.stop();
}

QCoro::Task<Result<Usage>> SunaBackend::runUsage(RunRef run, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    const Result<SunaRun> known = co_await fetchSunaRun(&d->client, *server, run.run, stop);
    if (!self)
        co_return cancelledError();
    if (!known)
        co_return known.error();
    if (run.thread.thread.isEmpty())
        run.thread.thread = known->thread;
    const LinkedStop either(stop, d->client.stopToken());
    const std::stop_token ends = either.token();
    const Result<std::vector<SunaMessage>> rows
        = co_await fetchSunaRunRows(&d->client, *server, run, ends);
    if (!rows)
        co_return rows.error();
    co_return readSunaHistory(*rows, known->startedAt).usage;
}

QCoro::Task<Result<QList<RunSummary>>> SunaBackend::findRuns(ThreadRef thread, std::stop_token stop)
{
    const Result<SunaServer> server = co_await d->finder.find(stop);
    if (!server)
        co_return server.error();
    const Result<QList<SunaRun>> runs
        = co_await fetchSunaRuns(&d->client, *server, thread.thread, stop);
    if (!runs)
        co_return runs.error();
    QList<RunSummary> summaries;
    for (const SunaRun &run : *runs)
        summaries += RunSummary { { run.id, thread }, run.status, run.active(), run.startedAt };
    co_return summaries;
}

QCoro::Task<Result<ToolRegistration>> SunaBackend::registerTools(
    AgentId agent, ToolServer server, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> suna = co_await d->finder.find(stop);
    if (!suna)
        co_return suna.error();
    if (const std::optional<Error> problem = toolServerProblem(*suna, server))
        co_return *problem;
    const LinkedStop either(stop, d->client.stopToken());
    AgentTurn turn(d->turns, agent);
    const bool mine = co_await turn.take(either.token());
    if (!self || !mine)
        co_return cancelledError();
    SunaToolRegistrar registrar(&d->client, *suna, agent, either.token());
    const Result<void> added = co_await registrar.add(server);
    if (!added)
        co_return added.error();
    co_return registrationOf(agent, server);
}

QCoro::Task<Result<void>> SunaBackend::unregisterTools(
    ToolRegistration registration, std::stop_token stop)
{
    const QPointer<SunaBackend> self(this);
    const Result<SunaServer> suna = co_await d->finder.find(stop);
    if (!suna)
        co_return suna.error();
    const LinkedStop either(stop, d->client.stopToken());
    AgentTurn turn(d->turns, registration.agent);
    const bool mine = co_await turn.take(either.token());
    if (!self || !mine)
        co_return cancelledError();
    SunaToolRegistrar registrar(&d->client, *suna, registration.agent, either.token());
    co_return co_await registrar.remove(registration);
}

} // namespace renum
