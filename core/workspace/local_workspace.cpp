// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_workspace.h"

#include "core/workspace/local_cost_book.h"
#include "core/workspace/local_data.h"
#include "core/workspace/local_execution_archive.h"
#include "core/workspace/local_execution_controls.h"
#include "core/workspace/local_subscription.h"
#include "core/workspace/local_team_archive.h"
#include "core/workspace/local_workspace_p.h"
#include "core/workspace/template_catalog.h"

#include <QFileInfo>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<LocalWorkspace>> LocalWorkspace::open(
    LocalWorkspaceOptions options, QObject *parent)
{
    Result<LocalData> data = LocalData::open(options.dataDir);
    if (!data)
        return data.error();
    return open(*std::move(data), std::move(options), parent);
}

std::unique_ptr<LocalWorkspace> LocalWorkspace::open(
    LocalData data, LocalWorkspaceOptions options, QObject *parent)
{
    auto d = std::make_unique<Private>();
    d->clock = data.clock;
    d->owner = std::move(data.lock);
    d->status = initialStatus(options.connection, options.models || options.useStoredEndpoints);
    d->keys = std::make_unique<EndpointKeys>(options.secrets, options.endpointKeys);
    d->usesStored = options.useStoredEndpoints;
    options.engine.owner = data.owner;
    d->host = std::make_unique<EngineHost>(std::move(options), std::move(data.store), data.clock);
    return std::unique_ptr<LocalWorkspace>(new LocalWorkspace(std::move(d), parent));
}

LocalWorkspace::LocalWorkspace(std::unique_ptr<Private> parts, QObject *parent)
    : Workspace(parent)
    , d(std::move(parts))
{
    EngineHost *host = d->host.get();
    d->link = std::make_shared<EngineLink>(host);
    d->costBook = new LocalCostBook(d->caller(), this);
    d->executionArchive = new LocalExecutionArchive(d->caller(), this);
    d->executionControls = new LocalExecutionControls(d->caller(), this);
    const QString dataDir = QFileInfo(host->store().file()).path();
    d->teamArchive = new LocalTeamArchive(d->caller(), dataDir + u"/templates"_s, this);
    connect(
        host, &EngineHost::connectionStatusChanged, this, [this](const ConnectionStatus &status) {
            d->status = status;
            emit connectionStatusChanged(status);
        });
    connect(host, &EngineHost::teamsChanged, this, &Workspace::teamsChanged);
    connect(host, &EngineHost::ownAgentsChanged, this, &Workspace::ownAgentsChanged);
    connect(host, &EngineHost::spendingChanged, d->costBook, &CostBook::spendingChanged);
    connect(host, &EngineHost::pricesChanged, d->costBook, &CostBook::pricesChanged);
    connect(host, &EngineHost::budgetsChanged, d->costBook, &CostBook::budgetsChanged);
    connect(host, &EngineHost::executionChanged, this, &Workspace::executionsChanged);
    connect(host, &EngineHost::executionBroken, this, &Workspace::executionBroken);
    d->thread.setObjectName(u"engine"_s);
    host->moveToThread(&d->thread);
    d->thread.start();
    d->link->post([](EngineHost &engine) { engine.begin(); });
    if (d->usesStored)
        d->tasks.start(beginModels());
}

LocalWorkspace::~LocalWorkspace()
{
    d->tasks.requestStop();
    d->closing.request_stop();
    d->link->post([](EngineHost &host) { host.shutDown(); });
    d->link->cut();
    d->thread.wait();
}

void LocalWorkspace::setConnection(AgentConnection connection)
{
    d->link->post([connection = std::move(connection)](
                      EngineHost &host) { host.connector().connectTo(connection); });
}

void LocalWorkspace::setToolServer(ToolServerSettings settings)
{
    d->link->post(
        [settings = std::move(settings)](EngineHost &host) { host.setToolServer(settings); });
}

QCoro::Task<Result<Page<Team>>> LocalWorkspace::teams(TeamQuery query, std::stop_token stop)
{
    return d->call<Page<Team>>(
        [query](EngineHost &host, const std::stop_token &) { return host.store().teams(query); },
        stop);
}

QCoro::Task<Result<Team>> LocalWorkspace::team(TeamId id, std::stop_token stop)
{
    return d->call<Team>(
        [id](EngineHost &host, const std::stop_token &) { return host.store().team(id); }, stop);
}

QCoro::Task<Result<Team>> LocalWorkspace::createTeam(TeamDraft draft, std::stop_token stop)
{
    return d->call<Team>(
        [draft](EngineHost &host, const std::stop_token &) { return host.teams().create(draft); },
        stop);
}

QCoro::Task<Result<Team>> LocalWorkspace::updateTeam(
    TeamId id, TeamDraft draft, int expectedVersion, std::stop_token stop)
{
    return d->call<Team>(
        [id, draft, expectedVersion](EngineHost &host, const std::stop_token &) {
            return host.teams().update(id, draft, expectedVersion);
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::deleteTeam(TeamId id, std::stop_token stop)
{
    return d->call<void>(
        [id](EngineHost &host, const std::stop_token &) { return host.teams().remove(id); }, stop);
}

QCoro::Task<Result<TeamPreview>> LocalWorkspace::preview(TeamDraft draft, std::stop_token stop)
{
    return d->call<TeamPreview>(
        [draft](EngineHost &host, const std::stop_token &) { return host.teams().preview(draft); },
        stop);
}

QCoro::Task<Result<QList<TeamTemplate>>> LocalWorkspace::templates(std::stop_token)
{
    co_return builtInTemplates();
}

QCoro::Task<Result<Team>> LocalWorkspace::instantiateTemplate(
    TemplateId id, QString name, QHash<QString, AgentId> agentBySlot, std::stop_token stop)
{
    return d->call<Team>(
        [id, name, agentBySlot](EngineHost &host, const std::stop_token &) {
            return host.teams().instantiate(id, name, agentBySlot);
        },
        stop);
}

QCoro::Task<Result<QList<AgentInfo>>> LocalWorkspace::agents(std::stop_token stop)
{
    return d->call<QList<AgentInfo>>(
        [](EngineHost &host, const std::stop_token &ended) { return host.agents(ended); }, stop);
}

QCoro::Task<Result<Execution>> LocalWorkspace::execute(ExecuteRequest request, std::stop_token stop)
{
    return d->call<Execution>(
        [request](EngineHost &host, const std::stop_token &ended) {
            return host.executions().execute(request, ended);
        },
        stop);
}

QCoro::Task<Result<Execution>> LocalWorkspace::execution(ExecutionId id, std::stop_token stop)
{
    return d->call<Execution>(
        [id](EngineHost &host, const std::stop_token &) { return host.executions().execution(id); },
        stop);
}

QCoro::Task<Result<Page<Execution>>> LocalWorkspace::executions(
    ExecutionQuery query, std::stop_token stop)
{
    return d->call<Page<Execution>>(
        [query](EngineHost &host, const std::stop_token &) {
            return host.executions().executions(query);
        },
        stop);
}

QCoro::Task<Result<ExecutionEvents>> LocalWorkspace::events(
    ExecutionId id, qint64 after, int limit, std::stop_token stop)
{
    return d->call<ExecutionEvents>(
        [id, after, limit](EngineHost &host, const std::stop_token &) {
            return host.store().events(id, after, limit);
        },
        stop);
}

std::unique_ptr<EventSubscription> LocalWorkspace::subscribe(ExecutionId id, qint64 after)
{
    return std::make_unique<LocalSubscription>(d->link, id, after);
}

QCoro::Task<Result<void>> LocalWorkspace::stopExecution(ExecutionId id, std::stop_token stop)
{
    return d->call<void>(
        [id](EngineHost &host, const std::stop_token &) { return host.executions().stop(id); },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::pauseExecution(ExecutionId id, std::stop_token stop)
{
    return d->call<void>(
        [id](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, PauseWish {});
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::continueExecution(ExecutionId id, std::stop_token stop)
{
    return d->call<void>(
        [id](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, ContinueWish {});
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::decideApproval(
    ExecutionId id, AgentId agent, bool approved, QString comment, std::stop_token stop)
{
    return d->call<void>(
        [id, agent, approved, comment](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, ApprovalWish { agent, approved, comment });
        },
        stop);
}

QCoro::Task<Result<Execution>> LocalWorkspace::retryExecution(ExecutionId id, std::stop_token stop)
{
    return d->call<Execution>(
        [id](EngineHost &host, const std::stop_token &ended) {
            return host.executions().rerun(id, std::nullopt, std::nullopt, ended);
        },
        stop);
}

QCoro::Task<Result<Execution>> LocalWorkspace::forkExecution(
    ExecutionId id, StepId step, std::optional<QString> input, std::stop_token stop)
{
    return d->call<Execution>(
        [id, step, input](EngineHost &host, const std::stop_token &ended) {
            return host.executions().rerun(id, step, input, ended);
        },
        stop);
}

QCoro::Task<Result<ResumePlan>> LocalWorkspace::previewResume(ExecutionId id, std::stop_token stop)
{
    return d->call<ResumePlan>(
        [id](EngineHost &host, const std::stop_token &) {
            return host.executions().previewResume(id);
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::resumeExecution(ExecutionId id, std::stop_token stop)
{
    return d->call<void>(
        [id](EngineHost &host, const std::stop_token &ended) {
            return host.executions().resume(id, ended);
        },
        stop);
}

QCoro::Task<Result<ContextState>> LocalWorkspace::context(
    ExecutionId id, std::optional<int> version, std::stop_token stop)
{
    return d->call<ContextState>(
        [id, version](EngineHost &host, const std::stop_token &) {
            return host.records().context(id, version);
        },
        stop);
}

QCoro::Task<Result<ContextVersions>> LocalWorkspace::contextHistory(
    ExecutionId id, std::stop_token stop)
{
    return d->call<ContextVersions>(
        [id](EngineHost &host, const std::stop_token &) {
            return host.records().contextHistory(id);
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::writeContext(
    ExecutionId id, std::vector<ContextWrite> writes, std::stop_token stop)
{
    return d->call<void>(
        [id, writes = std::move(writes)](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, WriteContextWish { writes });
        },
        stop);
}

QCoro::Task<Result<void>> LocalWorkspace::restoreContext(
    ExecutionId id, int version, std::stop_token stop)
{
    return d->call<void>(
        [id, version](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, RestoreContextWish { version });
        },
        stop);
}

QCoro::Task<Result<std::vector<TeamMessage>>> LocalWorkspace::messages(
    ExecutionId id, MessageQuery query, std::stop_token stop)
{
    return d->call<std::vector<TeamMessage>>(
        [id, query](EngineHost &host, const std::stop_token &) {
            return host.records().messages(id, query);
        },
        stop);
}

QCoro::Task<Result<LogEntryList>> LocalWorkspace::logs(
    ExecutionId id, LogQuery query, std::stop_token stop)
{
    return d->call<LogEntryList>(
        [id, query](
            EngineHost &host, const std::stop_token &) { return host.records().logs(id, query); },
        stop);
}

QCoro::Task<Result<ExecutionErrorList>> LocalWorkspace::executionErrors(
    ExecutionId id, std::stop_token stop)
{
    return d->call<ExecutionErrorList>(
        [id](EngineHost &host, const std::stop_token &) { return host.records().errors(id); },
        stop);
}

CostBook *LocalWorkspace::costBook()
{
    return d->costBook;
}

ExecutionArchive *LocalWorkspace::executionArchive()
{
    return d->executionArchive;
}

ExecutionControls *LocalWorkspace::executionControls()
{
    return d->executionControls;
}

TeamArchive *LocalWorkspace::teamArchive()
{
    return d->teamArchive;
}

ConnectionStatus LocalWorkspace::connectionStatus() const
{
    return d->status;
}

} // namespace renum
