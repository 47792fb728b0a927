// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_workspace.h"

#include "core/model/error_codes.h"
#include "core/net/clock.h"
#include "tests/ui/fake_cost_book.h"
#include "tests/ui/fake_execution_archive.h"
#include "tests/ui/fake_execution_controls.h"
#include "tests/ui/fake_team_archive.h"
#include "tests/ui/sample_data.h"

#include <algorithm>
#include <stop_token>

namespace renum::ui {

using namespace Qt::StringLiterals;

class FakeWorkspace::Subscription : public EventSubscription {
public:
    Subscription(ExecutionId id, qint64 after)
        : m_id(std::move(id))
        , m_after(after)
    {
    }

    [[nodiscard]] const ExecutionId &id() const { return m_id; }
    void deliver(const ExecutionEvents &events)
    {
        ExecutionEvents fresh;
        std::ranges::copy_if(events, std::back_inserter(fresh),
            [this](const ExecutionEvent &event) { return event.seq > m_after; });
        if (fresh.isEmpty())
            return;
        m_after = fresh.last().seq;
        emit received(fresh);
    }
    void fail(const Error &error) { emit failed(error); }

private:
    ExecutionId m_id;
    qint64 m_after;
};

// QCoro 0.8 moves from what is co_returned when it has to convert it, even from a member: so the
// functions below build the Result themselves.

FakeWorkspace::FakeWorkspace()
    : storedTemplates(sample::templates())
    , agentList(sample::agents())
    , m_costBook(new FakeCostBook(this))
    , m_executionArchive(new FakeExecutionArchive(this))
    , m_executionControls(new FakeExecutionControls(this))
    , m_teamArchive(new FakeTeamArchive(this))
{
    m_status = { ConnectionStatus::State::Connected, u"This computer"_s, u"Demo"_s, true, {} };
}

FakeWorkspace::~FakeWorkspace()
{
    for (const QList<OneShot<bool>> &gates : std::as_const(m_held)) {
        for (const OneShot<bool> &gate : gates)
            gate.set(false);
    }
}

void FakeWorkspace::failNext(Call call, const Error &error)
{
    m_failNext[call].append(error);
}

void FakeWorkspace::failAlways(Call call, const Error &error)
{
    m_failAlways.insert(call, error);
}

void FakeWorkspace::recover(Call call)
{
    m_failAlways.remove(call);
}

void FakeWorkspace::hold(Call call)
{
    m_held.insert(call, {});
}

void FakeWorkspace::release(Call call)
{
    const QList<OneShot<bool>> gates = m_held.take(call);
    for (const OneShot<bool> &gate : gates)
        gate.set(true);
}

void FakeWorkspace::setConnectionStatus(const ConnectionStatus &status)
{
    m_status = status;
    emit connectionStatusChanged(status);
}

void FakeWorkspace::pushEvents(const ExecutionId &id, const ExecutionEvents &events)
{
    storedEvents[id] += events;
    const QList<QPointer<Subscription>> subscriptions = m_subscriptions;
    for (const QPointer<Subscription> &subscription : subscriptions) {
        if (subscription && subscription->id() == id)
            subscription->deliver(events);
    }
}

void FakeWorkspace::failSubscriptions(const ExecutionId &id, const Error &error)
{
    const QList<QPointer<Subscription>> subscriptions = m_subscriptions;
    for (const QPointer<Subscription> &subscription : subscriptions) {
        if (subscription && subscription->id() == id)
            subscription->fail(error);
    }
}

void FakeWorkspace::emitTeamsChanged()
{
    emit teamsChanged();
}

void FakeWorkspace::emitExecutionsChanged(const ExecutionId &id)
{
    emit executionsChanged(id);
}

int FakeWorkspace::calls(Call call) const
{
    return m_calls.value(call);
}

const QList<ExecuteRequest> &FakeWorkspace::requests() const
{
    return m_requests;
}

const QList<TeamQuery> &FakeWorkspace::teamQueries() const
{
    return m_teamQueries;
}

const QList<ExecutionId> &FakeWorkspace::stopped() const
{
    return m_stopped;
}

QHash<QString, AgentId> FakeWorkspace::lastSlots() const
{
    return m_lastSlots;
}

OneShot<bool> FakeWorkspace::gateFor(Call call)
{
    OneShot<bool> gate;
    if (m_held.contains(call))
        m_held[call].append(gate);
    else
        QMetaObject::invokeMethod(
            this, [gate] { gate.set(true); }, Qt::QueuedConnection);
    return gate;
}

Error FakeWorkspace::notFound(const QString &what) const
{
    return { ErrorCategory::InvalidInput, QLatin1StringView(code::NotFound),
        u"%1 does not exist."_s.arg(what), {} };
}

QCoro::Task<Result<void>> FakeWorkspace::enter(Call call, std::stop_token stop)
{
    const QPointer<FakeWorkspace> self(this);
    ++m_calls[call];
    const OneShot<bool> gate = gateFor(call);
    const std::stop_callback onStop(stop, [gate] { gate.set(false); });
    const bool opened = co_await gate;
    if (!self || !opened || stop.stop_requested())
        co_return cancelledError();
    if (!m_failNext.value(call).isEmpty())
        co_return m_failNext[call].takeFirst();
    if (const auto failure = m_failAlways.constFind(call); failure != m_failAlways.cend())
        co_return *failure;
    co_return Result<void>();
}

QCoro::Task<Result<Page<Team>>> FakeWorkspace::teams(TeamQuery query, std::stop_token stop)
{
    m_teamQueries.append(query);
    const Result<void> entered = co_await enter(Call::Teams, stop);
    if (!entered)
        co_return entered.error();
    QList<renum::Team> matching;
    std::ranges::copy_if(
        storedTeams, std::back_inserter(matching), [&query](const renum::Team &team) {
            return team.name.contains(query.search, Qt::CaseInsensitive)
                || team.description.contains(query.search, Qt::CaseInsensitive);
        });
    const qsizetype from = query.page.after.toLongLong();
    Page<renum::Team> page;
    page.items = matching.mid(from, query.page.limit);
    const qsizetype end = from + page.items.size();
    if (end < matching.size())
        page.next = QString::number(end);
    co_return page;
}

QCoro::Task<Result<Team>> FakeWorkspace::team(TeamId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Team, stop);
    if (!entered)
        co_return entered.error();
    const auto found = std::ranges::find(storedTeams, id, &renum::Team::id);
    if (found == storedTeams.end())
        co_return notFound(u"The team"_s);
    co_return Result<renum::Team>(*found);
}

Team FakeWorkspace::store(const TeamDraft &draft)
{
    renum::Team team = sample::team(++m_nextNumber);
    team.name = draft.name;
    team.description = draft.description;
    team.workflow = draft.workflow;
    team.config = draft.config;
    storedTeams.prepend(team);
    emit teamsChanged();
    return team;
}

QCoro::Task<Result<Team>> FakeWorkspace::createTeam(TeamDraft draft, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::CreateTeam, stop);
    if (!entered)
        co_return entered.error();
    co_return store(draft);
}

QCoro::Task<Result<Team>> FakeWorkspace::updateTeam(
    TeamId id, TeamDraft draft, int expectedVersion, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::UpdateTeam, stop);
    if (!entered)
        co_return entered.error();
    const auto found = std::ranges::find(storedTeams, id, &renum::Team::id);
    if (found == storedTeams.end() || found->version != expectedVersion)
        co_return notFound(u"The team"_s);
    found->name = draft.name;
    found->description = draft.description;
    found->workflow = draft.workflow;
    ++found->version;
    emit teamsChanged();
    co_return Result<renum::Team>(*found);
}

QCoro::Task<Result<void>> FakeWorkspace::deleteTeam(TeamId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::DeleteTeam, stop);
    if (!entered)
        co_return entered.error();
    const auto removed
        = storedTeams.removeIf([&id](const renum::Team &team) { return team.id == id; });
    if (removed == 0)
        co_return notFound(u"The team"_s);
    emit teamsChanged();
    co_return Result<void>();
}

QCoro::Task<Result<TeamPreview>> FakeWorkspace::preview(TeamDraft draft, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Preview, stop);
    if (!entered)
        co_return entered.error();
    TeamPreview preview;
    preview.problems = previewProblems;
    preview.normalized = draft;
    if (!hasErrors(previewProblems))
        preview.plan = sample::plan(draft.workflow);
    co_return preview;
}

QCoro::Task<Result<QList<TeamTemplate>>> FakeWorkspace::templates(std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Templates, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<QList<TeamTemplate>>(storedTemplates);
}

QCoro::Task<Result<Team>> FakeWorkspace::instantiateTemplate(
    TemplateId id, QString name, QHash<QString, AgentId> agentBySlot, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::InstantiateTemplate, stop);
    if (!entered)
        co_return entered.error();
    const auto found = std::ranges::find(storedTemplates, id, &TeamTemplate::id);
    if (found == storedTemplates.end())
        co_return notFound(u"The template"_s);
    m_lastSlots = agentBySlot;
    TeamDraft draft;
    draft.name = name;
    draft.description = found->description;
    draft.workflow = found->workflow;
    co_return store(draft);
}

QCoro::Task<Result<QList<AgentInfo>>> FakeWorkspace::agents(std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Agents, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<QList<AgentInfo>>(agentList);
}

QCoro::Task<Result<Execution>> FakeWorkspace::execute(ExecuteRequest request, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Execute, stop);
    if (!entered)
        co_return entered.error();
    const auto team = std::ranges::find(storedTeams, request.team, &renum::Team::id);
    if (team == storedTeams.end())
        co_return notFound(u"The team"_s);
    m_requests.append(request);
    const QString id = u"execution-%1"_s.arg(m_requests.size());
    const renum::Execution execution = sample::execution(*team, id, request.initialPrompt);
    storedExecutions.prepend(execution);
    emit executionsChanged(execution.id);
    co_return execution;
}

QCoro::Task<Result<Execution>> FakeWorkspace::execution(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Execution, stop);
    if (!entered)
        co_return entered.error();
    const auto found = std::ranges::find(storedExecutions, id, &renum::Execution::id);
    if (found == storedExecutions.end())
        co_return notFound(u"The execution"_s);
    co_return Result<renum::Execution>(*found);
}

QCoro::Task<Result<Page<Execution>>> FakeWorkspace::executions(
    ExecutionQuery query, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Executions, stop);
    if (!entered)
        co_return entered.error();
    QList<renum::Execution> matching;
    std::ranges::copy_if(storedExecutions, std::back_inserter(matching),
        [&query](const renum::Execution &execution) {
            const bool team = query.team.isEmpty() || execution.teamId == query.team;
            return team && (query.statuses.isEmpty() || query.statuses.contains(execution.status));
        });
    const qsizetype from = query.page.after.toLongLong();
    Page<renum::Execution> page;
    page.items = matching.mid(from, query.page.limit);
    const qsizetype end = from + page.items.size();
    if (end < matching.size())
        page.next = QString::number(end);
    co_return page;
}

QCoro::Task<Result<ExecutionEvents>> FakeWorkspace::events(
    ExecutionId id, qint64 after, int limit, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Events, stop);
    if (!entered)
        co_return entered.error();
    ExecutionEvents found;
    const ExecutionEvents all = storedEvents.value(id);
    for (const ExecutionEvent &event : all) {
        if (event.seq > after && found.size() < limit)
            found.append(event);
    }
    co_return found;
}

std::unique_ptr<EventSubscription> FakeWorkspace::subscribe(ExecutionId id, qint64 after)
{
    auto subscription = std::make_unique<Subscription>(id, after);
    const QPointer<Subscription> guard(subscription.get());
    m_subscriptions.append(guard);
    QMetaObject::invokeMethod(
        this,
        [this, guard, id] {
            if (guard)
                guard->deliver(storedEvents.value(id));
        },
        Qt::QueuedConnection);
    return subscription;
}

QCoro::Task<Result<void>> FakeWorkspace::stopExecution(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::StopExecution, stop);
    if (!entered)
        co_return entered.error();
    m_stopped.append(id);
    co_return Result<void>();
}

QCoro::Task<Result<void>> FakeWorkspace::pauseExecution(ExecutionId, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::PauseExecution, stop);
    co_return entered;
}

QCoro::Task<Result<void>> FakeWorkspace::continueExecution(ExecutionId, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ContinueExecution, stop);
    co_return entered;
}

QCoro::Task<Result<void>> FakeWorkspace::resumeExecution(ExecutionId, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ResumeExecution, stop);
    co_return entered;
}

QCoro::Task<Result<void>> FakeWorkspace::decideApproval(
    ExecutionId, AgentId agent, bool approved, QString comment, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::DecideApproval, stop);
    if (entered) {
        decisions.append(
            u"%1 %2 %3"_s.arg(agent.toString(), approved ? u"approved"_s : u"rejected"_s, comment));
    }
    co_return entered;
}

QCoro::Task<Result<Execution>> FakeWorkspace::retryExecution(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::RetryExecution, stop);
    if (!entered)
        co_return entered.error();
    co_return anew(id);
}

QCoro::Task<Result<Execution>> FakeWorkspace::forkExecution(
    ExecutionId id, StepId step, std::optional<QString> input, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ForkExecution, stop);
    if (!entered)
        co_return entered.error();
    forks.append({ step, input });
    co_return anew(id);
}

Result<Execution> FakeWorkspace::anew(const ExecutionId &id)
{
    const auto found = std::ranges::find(storedExecutions, id, &renum::Execution::id);
    if (found == storedExecutions.end())
        return notFound(u"The execution"_s);
    renum::Execution again = *found;
    again.id = ExecutionId(id.toString() + u"-again"_s);
    again.status = ExecutionStatus::Pending;
    storedExecutions.prepend(again);
    return again;
}

QCoro::Task<Result<ResumePlan>> FakeWorkspace::previewResume(ExecutionId, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::PreviewResume, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<ResumePlan>(plannedResume);
}

CostBook *FakeWorkspace::costBook()
{
    return m_costBook;
}

ExecutionArchive *FakeWorkspace::executionArchive()
{
    return m_executionArchive;
}

ExecutionControls *FakeWorkspace::executionControls()
{
    return m_executionControls;
}

TeamArchive *FakeWorkspace::teamArchive()
{
    return m_teamArchive;
}

ConnectionStatus FakeWorkspace::connectionStatus() const
{
    return m_status;
}

} // namespace renum::ui
