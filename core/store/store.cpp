// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/read_session.h"
#include "core/store/store_access.h"
#include "core/store/write_session.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace renum {

class Store::Private {
public:
    explicit Private(std::unique_ptr<StoreAccess> opened)
        : access(std::move(opened))
    {
    }

    [[nodiscard]] OneShot<Result<void>> write(
        Writer::Work work, Durability durability, std::size_t bytes = 0) const
    {
        return access->write(std::move(work), durability, bytes);
    }

    template<typename T>
    [[nodiscard]] OneShot<Result<T>> read(std::function<Result<T>(ReadSession &)> question) const
    {
        return access->read<T>(std::move(question));
    }

    std::unique_ptr<StoreAccess> access;
};

namespace {

Durability strongest(const ExecutionEvents &events)
{
    const bool full = std::ranges::any_of(events,
        [](const ExecutionEvent &event) { return durabilityOf(event) == Durability::Full; });
    return full ? Durability::Full : Durability::Normal;
}

Result<ExecutionEvents> readEvents(
    ReadSession &session, const ExecutionId &execution, qint64 after, int limit)
{
    const Result<ExecutionRef> ref = session.executions.refOf(execution);
    if (!ref)
        return ref.error();
    return session.events.page(*ref, after, std::max(limit, 0));
}

Result<ExecutionEvents> readMilestones(
    ReadSession &session, const ExecutionId &execution, qint64 after, int limit, LogEntries entries)
{
    const Result<ExecutionRef> ref = session.executions.refOf(execution);
    if (!ref)
        return ref.error();
    return session.events.milestones(*ref, after, std::max(limit, 0), entries);
}

Result<QList<RemoteStart>> readStarts(ReadSession &session, const ExecutionId &execution)
{
    const Result<ExecutionRef> ref = session.executions.refOf(execution);
    if (!ref)
        return ref.error();
    return session.starts.list(*ref);
}

Result<Execution> readExecution(ReadSession &session, const ExecutionId &id)
{
    Result<ExecutionRow> row = session.whole.read(id);
    if (!row)
        return row.error();
    return std::move(row->execution);
}

} // namespace

Store::Store(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(Options options, Clock *clock)
{
    const QString file = QFileInfo(options.file).absoluteFilePath();
    const Executor executor = std::move(options.executor);
    auto reader = std::make_unique<Reader>(file, clock->now(), executor);
    std::unique_ptr<Writer> writer;
    if (options.readOnly) {
        if (const Result<void> opened = reader->open(); !opened)
            return opened.error();
    } else {
        Result<std::unique_ptr<Writer>> started = Writer::start(file, clock->now(), executor);
        if (!started)
            return started.error();
        writer = *std::move(started);
    }
    auto access = std::make_unique<StoreAccess>(file, std::move(writer), std::move(reader));
    return std::unique_ptr<Store>(new Store(std::make_unique<Private>(std::move(access))));
}

const QString &Store::file() const noexcept
{
    return d->access->file();
}

const StoreAccess &Store::access() const noexcept
{
    return *d->access;
}

QCoro::Task<Result<void>> Store::append(ExecutionEvents events)
{
    if (events.isEmpty())
        co_return Result<void>();
    const Durability durability = strongest(events);
    OutgoingEvents outgoing(std::move(events));
    const std::size_t bytes = outgoing.bytes();
    Writer::Work work = [outgoing = std::move(outgoing)](
                            WriteSession &session) { return session.events.append(outgoing); };
    const OneShot<Result<void>> answer = d->write(std::move(work), durability, bytes);
    co_return co_await answer;
}

QCoro::Task<Result<ExecutionEvents>> Store::events(ExecutionId execution, qint64 after, int limit)
{
    std::function<Result<ExecutionEvents>(ReadSession &)> question
        = [=](ReadSession &session) { return readEvents(session, execution, after, limit); };
    const OneShot<Result<ExecutionEvents>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<ExecutionEvents>> Store::milestones(
    ExecutionId execution, qint64 after, int limit, LogEntries entries)
{
    std::function<Result<ExecutionEvents>(ReadSession &)> question = [=](ReadSession &session) {
        return readMilestones(session, execution, after, limit, entries);
    };
    const OneShot<Result<ExecutionEvents>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<Execution>> Store::execution(ExecutionId id)
{
    std::function<Result<Execution>(ReadSession &)> question
        = [=](ReadSession &session) { return readExecution(session, id); };
    const OneShot<Result<Execution>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<Page<Execution>>> Store::executions(ExecutionQuery query)
{
    std::function<Result<Page<Execution>>(ReadSession &)> question
        = [=](ReadSession &session) { return session.executions.page(query); };
    const OneShot<Result<Page<Execution>>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<QList<RemoteStart>>> Store::remoteStarts(ExecutionId execution)
{
    std::function<Result<QList<RemoteStart>>(ReadSession &)> question
        = [=](ReadSession &session) { return readStarts(session, execution); };
    const OneShot<Result<QList<RemoteStart>>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<QList<UnsettledStart>>> Store::unsettledStarts(Timestamp endedSince, int limit)
{
    std::function<Result<QList<UnsettledStart>>(ReadSession &)> question
        = [=](ReadSession &session) { return session.starts.unsettled(endedSince, limit); };
    const OneShot<Result<QList<UnsettledStart>>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::settleStart(RemoteStart start, Timestamp at, QList<RunId> stopped)
{
    Writer::Work work
        = [=](WriteSession &session) { return session.starts.settle(start, at, stopped); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Normal);
    co_return co_await answer;
}

QCoro::Task<Result<int>> Store::activeExecutionCount()
{
    std::function<Result<int>(ReadSession &)> question
        = [](ReadSession &session) { return session.executions.activeCount(); };
    const OneShot<Result<int>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<QHash<AgentId, double>>> Store::durationHistory()
{
    std::function<Result<QHash<AgentId, double>>(ReadSession &)> question
        = [](ReadSession &session) { return session.steps.durations(); };
    const OneShot<Result<QHash<AgentId, double>>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<Page<Team>>> Store::teams(TeamQuery query)
{
    std::function<Result<Page<Team>>(ReadSession &)> question
        = [=](ReadSession &session) { return session.teams.page(query); };
    const OneShot<Result<Page<Team>>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<Team>> Store::team(TeamId id)
{
    std::function<Result<Team>(ReadSession &)> question
        = [=](ReadSession &session) { return session.teams.find(id); };
    const OneShot<Result<Team>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<int>> Store::teamCount()
{
    std::function<Result<int>(ReadSession &)> question
        = [](ReadSession &session) { return session.teams.count(); };
    const OneShot<Result<int>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::insertTeam(Team team)
{
    Writer::Work work = [=](WriteSession &session) { return session.teams.insert(team); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::updateTeam(Team team, int expectedVersion)
{
    Writer::Work work
        = [=](WriteSession &session) { return session.teams.update(team, expectedVersion); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::deleteTeam(TeamId id)
{
    Writer::Work work = [=](WriteSession &session) { return session.teams.remove(id); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<EndpointDefinitionList>> Store::endpoints()
{
    std::function<Result<EndpointDefinitionList>(ReadSession &)> question
        = [](ReadSession &session) { return session.endpoints.all(); };
    const OneShot<Result<EndpointDefinitionList>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::insertEndpoint(EndpointDefinition endpoint, Timestamp now)
{
    Writer::Work work
        = [=](WriteSession &session) { return session.endpoints.insert(endpoint, now); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::updateEndpoint(EndpointDefinition endpoint)
{
    Writer::Work work = [=](WriteSession &session) { return session.endpoints.update(endpoint); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::deleteEndpoint(EndpointId id)
{
    Writer::Work work = [=](WriteSession &session) { return session.endpoints.remove(id); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<LocalAgentList>> Store::ownAgents()
{
    std::function<Result<LocalAgentList>(ReadSession &)> question
        = [](ReadSession &session) { return session.agents.all(); };
    const OneShot<Result<LocalAgentList>> answer = d->read(std::move(question));
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::insertOwnAgent(LocalAgent agent, Timestamp now)
{
    Writer::Work work = [=](WriteSession &session) { return session.agents.insert(agent, now); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::updateOwnAgent(LocalAgent agent)
{
    Writer::Work work = [=](WriteSession &session) { return session.agents.update(agent); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

QCoro::Task<Result<void>> Store::deleteOwnAgent(AgentId id)
{
    Writer::Work work = [=](WriteSession &session) { return session.agents.remove(id); };
    const OneShot<Result<void>> answer = d->write(std::move(work), Durability::Full);
    co_return co_await answer;
}

} // namespace renum
