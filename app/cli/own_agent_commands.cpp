// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agents_file.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/own_edits.h"
#include "app/cli/terminal_text.h"
#include "core/model/local_agent_codec.h"

/// Agents of one's own that are stored with the workspace.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

void printField(const QString &title, const QString &value)
{
    if (!value.isEmpty())
        printLine(u"%1  %2"_s.arg(title.leftJustified(12), printable(value, LineBreaks::Keep)));
}

void printAgent(const LocalAgent &agent, const QString &endpoint)
{
    printLine(printable(agent.name, LineBreaks::Fold));
    printField(u"id"_s, agent.id.toString());
    printField(u"endpoint"_s, endpoint);
    printField(u"model"_s, agent.model.isEmpty() ? u"the endpoint's"_s : agent.model);
    printField(
        u"temperature"_s, agent.temperature ? QString::number(*agent.temperature) : QString());
    printField(u"team tools"_s, agent.teamTools ? u"on"_s : u"off"_s);
    printField(u"about"_s, agent.description);
    printField(u"instructions"_s, agent.instructions);
    if (!agent.outputSchema.is_null())
        printField(u"answers fit"_s, QString::fromUtf8(prettyJson(agent.outputSchema)));
}

struct Stored {
    EndpointDefinitionList endpoints;
    LocalAgentList agents;
};

QCoro::Task<Result<Stored>> readStored(Session *session)
{
    const Result<EndpointDefinitionList> endpoints
        = co_await session->workspace().modelEndpoints(session->token());
    if (!endpoints)
        co_return endpoints.error();
    const Result<LocalAgentList> agents
        = co_await session->workspace().localAgents(session->token());
    if (!agents)
        co_return agents.error();
    Stored stored { *endpoints, *agents };
    co_return Result<Stored>(std::move(stored));
}

/// Those of a file, or the one that the options describe.
Result<LocalAgentList> newAgents(const Arguments &arguments, const Stored &stored)
{
    LocalAgentList agents { LocalAgent() };
    if (!arguments.target.isEmpty()) {
        const Result<LocalAgentList> read = readAgentsFile(arguments.target);
        if (!read)
            return read.error();
        agents = *read;
    }
    for (LocalAgent &agent : agents) {
        const Result<LocalAgent> complete = edited(agent, arguments.own, stored.endpoints);
        if (!complete)
            return complete.error();
        agent = *complete;
        agent.version = 1;
    }
    return agents;
}

} // namespace

QCoro::Task<ExitCode> showAgent(Session *session)
{
    const Result<Stored> stored = co_await readStored(session);
    if (!stored)
        co_return failWith(stored.error());
    const Result<LocalAgent> agent = agentCalled(stored->agents, session->arguments().target);
    if (!agent)
        co_return failWith(agent.error());
    const Result<EndpointDefinition> endpoint
        = endpointCalled(stored->endpoints, agent->endpoint.toString());
    if (session->arguments().json)
        printJson(toJson(*agent));
    else
        printAgent(*agent, endpoint ? endpoint->name : QString());
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> addAgents(Session *session)
{
    const Result<Stored> stored = co_await readStored(session);
    if (!stored)
        co_return failWith(stored.error());
    const Result<LocalAgentList> agents = newAgents(session->arguments(), *stored);
    if (!agents)
        co_return failWith(agents.error());
    const LocalAgentList all = *agents;
    for (const LocalAgent &agent : all) {
        const Result<LocalAgent> added
            = co_await session->workspace().addLocalAgent(agent, session->token());
        if (!added)
            co_return failWith(added.error());
        if (session->arguments().json)
            printJson(toJson(*added));
        else
            printLine(added->id.toString());
    }
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> editAgent(Session *session)
{
    const Result<Stored> stored = co_await readStored(session);
    if (!stored)
        co_return failWith(stored.error());
    const Result<LocalAgent> agent = agentCalled(stored->agents, session->arguments().target);
    if (!agent)
        co_return failWith(agent.error());
    const Result<LocalAgent> changed = edited(*agent, session->arguments().own, stored->endpoints);
    if (!changed)
        co_return failWith(changed.error());
    const LocalAgent wanted = *changed;
    const Result<LocalAgent> saved
        = co_await session->workspace().updateLocalAgent(wanted, session->token());
    if (!saved)
        co_return failWith(saved.error());
    if (session->arguments().json)
        printJson(toJson(*saved));
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> removeAgent(Session *session)
{
    const Result<Stored> stored = co_await readStored(session);
    if (!stored)
        co_return failWith(stored.error());
    const Result<LocalAgent> agent = agentCalled(stored->agents, session->arguments().target);
    if (!agent)
        co_return failWith(agent.error());
    const AgentId id = agent->id;
    const Result<void> removed
        = co_await session->workspace().removeLocalAgent(id, session->token());
    if (!removed)
        co_return failWith(removed.error());
    if (session->arguments().json)
        printJson({ { "removed", toJson(id.toString()) } });
    co_return ExitCode::Completed;
}

} // namespace renum::cli
