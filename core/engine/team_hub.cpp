// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team_hub.h"

#include "core/team/person_sender.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

TeamHub::TeamHub(
    Services services, MessageBoard board, StartAuxiliary startAuxiliary, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_board(std::move(board))
    , m_startAuxiliary(std::move(startAuxiliary))
{
}

TeamHub::~TeamHub()
{
    for (const Waiter &waiter : m_waiters)
        waiter.done.set(cancelledError());
}

TeamRoster TeamHub::roster() const
{
    const SchedulerState &state = *m_services.state;
    TeamRoster roster;
    roster.execution = m_board.executionId();
    roster.teamName = m_services.teamName;
    for (std::size_t i = 0; i < state.plan.steps.size(); ++i) {
        const PlanStep &step = state.plan.steps[i];
        if (step.kind != MemberKind::Agent)
            continue; // nobody who could read a message
        roster.members.push_back(
            { step.agentId, step.name, step.role, step.order, state.steps[i].status });
    }
    return roster;
}

// --- team tools ---------------------------------------------------------------------------------

std::vector<ToolRecord> TeamHub::carryOut(const TeamBlock &block, const ActionSource &source)
{
    ExecutionEvents events;
    std::vector<ToolRecord> records;
    if (block.refusal)
        records.push_back(recordOf(block));
    const TeamRoster team = roster();
    TeamToolbox toolbox(m_services.state->context, m_board, team);
    std::vector<PendingRequest> pending;
    for (const TeamCall &call : block.calls) {
        const ToolOutcome outcome = toolbox.execute(call, source.sender, stamp());
        append(events, outcome.changes);
        append(events, outcome.messages);
        records.push_back(recordOf(block, int(records.size()), call, outcome));
        if (outcome.pending)
            pending.push_back(*outcome.pending);
    }
    for (const ToolRecord &record : records)
        events.append(m_services.events->teamAction(source.step, source.turn, record));
    m_services.log->post(std::move(events));
    for (const PendingRequest &request : pending)
        await(request);
    settle();
    watchExpiries();
    return records;
}

ToolOutcome TeamHub::call(const TeamCall &call, const ActionSource &source)
{
    const TeamRoster team = roster();
    TeamToolbox toolbox(m_services.state->context, m_board, team);
    const ToolOutcome outcome = toolbox.execute(call, source.sender, stamp());
    ExecutionEvents events;
    append(events, outcome.changes);
    append(events, outcome.messages);
    TeamBlock block;
    block.id = toolCallBlock();
    events.append(
        m_services.events->teamAction(source.step, source.turn, recordOf(block, 0, call, outcome)));
    m_services.log->post(std::move(events));
    if (outcome.pending)
        await(*outcome.pending);
    settle();
    watchExpiries();
    return outcome;
}

void TeamHub::append(ExecutionEvents &events, const ContextChanges &changes) const
{
    for (const ContextChange &change : changes)
        events.append(m_services.events->contextChanged(change));
}

void TeamHub::append(ExecutionEvents &events, const std::vector<MessageEvent> &messages) const
{
    for (const MessageEvent &message : messages)
        events.append(m_services.events->teamMessage(message));
}

void TeamHub::markRead(
    const AgentId &agent, const std::vector<MessageId> &messages, ExecutionEvents &events)
{
    if (const auto read = m_board.markRead(agent, messages, m_services.clock->now()))
        append(events, { *read });
}

// --- the context --------------------------------------------------------------------------------

OneShot<Result<void>> TeamHub::write(
    const ContextAuthor &author, const std::vector<ContextWrite> &writes)
{
    return store(m_services.state->context.write(author, writes));
}

OneShot<Result<void>> TeamHub::restore(
    const ContextAuthor &author, const Json &snapshot, int version)
{
    return store(
        m_services.state->context.restore(snapshot, version, author, m_services.clock->now()));
}

OneShot<Result<void>> TeamHub::tell(
    const QString &person, const AgentId &agent, const QString &text)
{
    const MessageSender sender { personSender(person), {}, {}, {} };
    const Result<MessageEvent> message
        = m_board.send(sender, agent, MessageType::Info, toJson(text), stamp());
    if (!message) {
        const OneShot<Result<void>> answer;
        answer.set(message.error());
        return answer;
    }
    ExecutionEvents events;
    append(events, { *message });
    return m_services.log->commit(std::move(events));
}

OneShot<Result<void>> TeamHub::store(const Result<ContextChanges> &changes)
{
    if (!changes || changes->empty()) {
        const OneShot<Result<void>> answer;
        answer.set(changes ? Result<void>() : Result<void>(changes.error()));
        return answer;
    }
    ExecutionEvents events;
    append(events, *changes);
    watchExpiries();
    return m_services.log->commit(std::move(events));
}

void TeamHub::watchExpiries()
{
    const std::optional<Timestamp> next = m_services.state->context.nextExpiry();
    m_expiry.reset();
    if (next && !m_closed)
        m_expiry = timerAt(*next, [this] { expire(); });
}

void TeamHub::expire()
{
    ExecutionEvents events;
    append(events, m_services.state->context.expire(m_services.clock->now()));
    m_services.log->post(std::move(events));
    watchExpiries();
}

// --- requests -----------------------------------------------------------------------------------

bool TeamHub::isOpen(const MessageId &request) const
{
    return m_board.requestState(request) == RequestState::Open;
}

void TeamHub::await(const PendingRequest &request)
{
    if (m_closed)
        return;
    OpenRequest &open = m_requests[request.request];
    open.start = timerAt(request.startAuxiliaryAt, [this, id = request.request] { startRun(id); });
    open.deadline = timerAt(request.deadline, [this, id = request.request] { timeOut(id); });
}

void TeamHub::startRun(const MessageId &request)
{
    const TeamMessage *asked = m_board.find(request);
    if (asked && isOpen(request))
        m_startAuxiliary(*asked);
}

void TeamHub::timeOut(const MessageId &request)
{
    if (const Result<MessageEvent> ended = m_board.timeOut(request, stamp())) {
        ExecutionEvents events;
        append(events, { *ended });
        m_services.log->post(std::move(events));
    }
    settle();
}

void TeamHub::respond(const MessageSender &sender, const MessageId &request, const QString &text)
{
    // A member may have answered meanwhile, which is no fault of the run.
    if (const Result<MessageEvent> answer
        = m_board.respondWithText(sender, request, text, stamp())) {
        ExecutionEvents events;
        append(events, { *answer });
        m_services.log->post(std::move(events));
    }
    settle();
}

QCoro::Task<Result<void>> TeamHub::answered(std::vector<MessageId> requests, std::stop_token stop)
{
    std::erase_if(requests, [this](const MessageId &request) { return !isOpen(request); });
    if (requests.empty())
        co_return Result<void>();
    const OneShot<Result<void>> done;
    m_waiters.push_back({ std::move(requests), done });
    const std::stop_callback onStop(stop, [done] { done.set(cancelledError()); });
    const Result<void> ended = co_await done;
    co_return ended;
}

// What is answered waits no longer, nor does who asked.
void TeamHub::settle()
{
    std::erase_if(m_requests, [this](const auto &entry) { return !isOpen(entry.first); });
    std::erase_if(m_waiters, [this](Waiter &waiter) {
        std::erase_if(
            waiter.requests, [this](const MessageId &request) { return !isOpen(request); });
        if (waiter.requests.empty())
            waiter.done.set(Result<void>());
        return waiter.requests.empty();
    });
}

void TeamHub::goOn(const QSet<MessageId> &withRun)
{
    const Timestamp now = m_services.clock->now();
    for (const TeamMessage &message : m_board.messages()) {
        const std::optional<Timestamp> deadline = m_board.deadline(message.id);
        if (!deadline || !isOpen(message.id))
            continue;
        await({ message.id, message.to, now, *deadline });
        if (withRun.contains(message.id))
            m_requests[message.id].start.reset();
    }
    watchExpiries();
}

void TeamHub::close()
{
    m_closed = true;
    m_requests.clear();
    m_expiry.reset();
}

MessageStamp TeamHub::stamp() const
{
    return { MessageId(m_services.ids->next()), m_services.clock->now() };
}

std::unique_ptr<Clock::Timer> TeamHub::timerAt(Timestamp when, std::function<void()> then)
{
    const auto wait = std::chrono::ceil<milliseconds>(when - m_services.clock->now());
    return m_services.clock->startTimer(std::max(wait, milliseconds::zero()), std::move(then));
}

} // namespace renum
