// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"
#include "core/engine/team_functions.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// Team tools over MCP or as functions: which agents have them, and what they call (contract
/// §5.7.3).
namespace renum {

using namespace Qt::StringLiterals;

bool ExecutionDriver::needsToolDesk() const
{
    return m_services.toolDesk
        && std::ranges::any_of(m_state.plan.steps, [this](const PlanStep &step) {
               return wantsMcp(step) && !callsFunctions(step) && !isKept(step.agentId);
           });
}

bool ExecutionDriver::hasMcp(const PlanStep &step) const
{
    return wantsMcp(step) && m_given.contains(step.agentId);
}

// A model that can be given functions needs neither a server nor a protocol.
bool ExecutionDriver::callsFunctions(const PlanStep &step) const
{
    return usesTeamTools(step) && m_services.backend->callsTools(step.agentId);
}

bool ExecutionDriver::speaksProtocol(const PlanStep &step) const
{
    return usesTeamTools(step) && !hasMcp(step) && !callsFunctions(step);
}

std::shared_ptr<AgentTools> ExecutionDriver::functionsFor(const PlanStep &step)
{
    if (!callsFunctions(step))
        return nullptr;
    ToolUser *user = this;
    return std::make_shared<TeamFunctions>(this, user, step.agentId);
}

QCoro::Task<> ExecutionDriver::beginWithTools()
{
    const QPointer<ExecutionDriver> self(this);
    const QList<ToolRegistration> none;
    co_await giveTools(none);
    if (self)
        feed(ExecutionBegan {});
}

QCoro::Task<> ExecutionDriver::giveTools(QList<ToolRegistration> leftBefore)
{
    const QPointer<ExecutionDriver> self(this);
    const std::stop_token stop = m_tasks.token();
    const BackendPtr backend = m_services.backend;
    for (const ToolRegistration &left : std::as_const(leftBefore)) {
        const Result<void> taken = co_await backend->unregisterTools(left, stop);
        if (!self)
            co_return;
        if (taken)
            m_log.post(m_events.toolsTaken(left));
    }
    if (!needsToolDesk() || isEnding())
        co_return;
    const std::vector<PlanStep> steps = m_state.plan.steps;
    if (!m_services.toolDesk->mayChangeAgents()) {
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s,
            u"Agents may not be changed, so the team's tools are offered by the prompt"_s));
        co_return;
    }
    m_services.toolDesk->join(id(), this);
    for (const PlanStep &step : steps) {
        if (!wantsMcp(step) || callsFunctions(step) || m_given.contains(step.agentId)
            || isKept(step.agentId))
            continue;
        const Result<void> given = co_await giveTo(step.agentId);
        if (!self)
            co_return;
        if (!given) {
            m_log.post(m_events.log(LogLevel::Warning, u"agent"_s,
                u"The agent cannot have the team's tools, they are offered by its prompt: %1"_s.arg(
                    given.error().message),
                step.agentId, errorDetail(given.error())));
        }
    }
}

// What is left behind by a crash must be found again: the record comes first.
QCoro::Task<Result<void>> ExecutionDriver::giveTo(AgentId agent)
{
    const QPointer<ExecutionDriver> self(this);
    const Result<ToolRegistration> prepared = m_services.toolDesk->prepare(agent);
    if (!prepared)
        co_return prepared.error();
    ExecutionEvents events;
    events.append(m_events.toolsGiven(*prepared));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    const Result<void> stored = co_await answer;
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    ToolDesk *desk = m_services.toolDesk;
    const BackendPtr backend = m_services.backend;
    const std::stop_token stop = m_tasks.token();
    const Result<void> given = co_await desk->give(backend, *prepared, stop);
    if (self && given)
        m_given.insert(agent, *prepared);
    co_return given;
}

QCoro::Task<> ExecutionDriver::takeToolsAway()
{
    const QPointer<ExecutionDriver> self(this);
    const QHash<AgentId, ToolRegistration> given = std::exchange(m_given, {});
    QList<AgentId> agents = given.keys();
    std::sort(agents.begin(), agents.end()); // the log is the same in every run
    const std::stop_token stop = m_tasks.token();
    const BackendPtr backend = m_services.backend;
    for (const AgentId &agent : std::as_const(agents)) {
        const ToolRegistration registration = given.value(agent);
        const Result<void> taken
            = co_await m_services.toolDesk->takeAway(backend, registration, stop);
        if (!self)
            co_return;
        if (taken) {
            m_log.post(m_events.toolsTaken(registration));
            continue;
        }
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s,
            u"The agent still has Renum's tools. Remove the MCP server %1 from it: %2"_s.arg(
                registration.name, taken.error().message),
            agent, errorDetail(taken.error())));
    }
}

std::function<QString(const QString &)> ExecutionDriver::revealFor(const PlanStep &step)
{
    if (!hasMcp(step))
        return {};
    const QString token = m_services.toolDesk->issueToken(id(), step.agentId);
    return [token](QString prompt) { return prompt.replace(executionTokenMark(), token); };
}

// --- calls --------------------------------------------------------------------------------------

ToolAnswer ExecutionDriver::callTool(const AgentId &agent, const TeamCall &call)
{
    const auto isIts = [&](const auto &entry) {
        const AttemptRunner *run = entry.second.agentRun;
        return run && run->source().sender.agent == agent;
    };
    AttemptRunner *runner = nullptr;
    if (const auto step = std::ranges::find_if(m_running, isIts); step != m_running.end())
        runner = step->second.agentRun;
    else if (const auto aux = std::ranges::find_if(m_auxiliary, isIts); aux != m_auxiliary.end())
        runner = aux->second.agentRun;
    if (!runner || m_finish || m_broken) {
        return { {},
            Error { ErrorCategory::AuthenticationError,
                QString::fromLatin1(code::ExecutionNotActive),
                u"The agent does not work in this execution (any more)."_s } };
    }
    const ToolOutcome outcome = m_team->call(call, runner->source());
    if (outcome.outputContext)
        runner->contribute(*outcome.outputContext);
    return renum::answerOf(outcome);
}

QCoro::Task<ToolAnswer> ExecutionDriver::answerTo(MessageId request, std::stop_token stop)
{
    const QPointer<ExecutionDriver> self(this);
    const std::vector<MessageId> requests(1, request);
    const Result<void> answered = co_await m_team->answered(requests, stop);
    ToolAnswer told;
    if (self && answered)
        told.result = requestResult(m_team->board(), request);
    else
        told.error = cancelledError();
    co_return told;
}

} // namespace renum
