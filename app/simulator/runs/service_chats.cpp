// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/chat_composer.h"
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/runs/service.h"
#include "app/simulator/scenario/prompt_text.h"

#include <algorithm>

/// The part of the service that plays a model endpoint.
namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

ServerResponse tooLong(qint64 limit, qint64 tokens)
{
    return chatError(400,
        u"This model's maximum context length is %1 tokens. However, your messages resulted in "
        "%2 tokens. Please reduce the length of the messages."_s.arg(limit)
            .arg(tokens),
        "invalid_request_error", u"context_length_exceeded"_s);
}

} // namespace

ServerResponse Service::unknownModel(const QString &name)
{
    return chatError(404,
        u"The model `%1` does not exist or you do not have access to it."_s.arg(name.left(200)),
        "invalid_request_error", u"model_not_found"_s);
}

QStringList Service::modelNames() const
{
    QStringList names { m_scenario.defaults.model };
    for (const ScriptedAgent &agent : m_scenario.agents)
        names << agent.model << agent.id;
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

// By its id; else the agents with that model are told apart by what the system message says.
const ScriptedAgent *Service::chatAgent(const QString &model, const QString &systemText) const
{
    const ScriptedAgent *first = nullptr;
    for (const ScriptedAgent &agent : m_scenario.agents) {
        if (agent.id == model)
            return &agent;
        const QString &own = agent.model.isEmpty() ? m_scenario.defaults.model : agent.model;
        if (own != model)
            continue;
        if (!agent.systemPrompt.isEmpty() && systemText.contains(agent.systemPrompt))
            return &agent;
        first = first ? first : &agent;
    }
    return first;
}

ChatTurn Service::chatTurn(const ChatRequest &request, const ScriptedAgent &agent)
{
    if (const ChatTurn *begun = m_chats.turnOf(request.lastToolCall))
        return *begun;
    ChatTurn turn { createThread(request.prompt.left(30)).id, &agent, nullptr,
        ++m_callsOfAgent[agent.id], m_runCount++, {} };
    turn.response = &chooseResponse(agent, relevantPrompt(m_scenario, request.prompt), turn.call);
    return turn;
}

std::variant<StartedChat, ServerResponse> Service::startChat(const ChatRequest &request)
{
    const ScriptedAgent *agent = chatAgent(request.model, request.systemText);
    if (!agent)
        return unknownModel(request.model);
    if (const qint64 limit = m_scenario.defaults.contextTokens;
        limit > 0 && request.promptTokens > limit)
        return tooLong(limit, request.promptTokens);
    ChatTurn turn = chatTurn(request, *agent);
    const Timestamp now = m_clock->now();
    RunRecord record;
    record.id = u"chatcmpl-"_s + m_ids.next().remove(u'-');
    record.threadId = turn.threadId;
    record.agentId = turn.agent->id;
    record.prompt = request.prompt;
    record.response = turn.response->name;
    record.startedAt = now;
    record.visibleFrom = now;
    RunRecord &run = m_world.addRun(std::move(record));
    m_ledger.add({ u"chat"_s, now, run.threadId, run.id, run.agentId, run.prompt });
    m_chats.add({ run.id, run.agentId, request.body });

    const SeededRandom random = m_random.fork("run", turn.seed);
    const QString model = request.model == turn.agent->id ? QString() : request.model;
    const RunScript script { &m_scenario, turn.agent, turn.response, run.prompt, turn.call, model };
    const auto step = static_cast<quint64>(request.answersSoFar);
    const Composition composition { planRun(script, random.fork("text", 0)),
        { run.threadId, run.id, run.agentId, run.startedAt, m_speed },
        IdSource(random.fork("calls", step)), {} };
    run.model = composition.plan.model;
    ChatComposition composed = composeChat(composition, request, turn.position);
    if (composed.refusal) {
        run.status = u"failed"_s;
        return *composed.refusal;
    }
    turn.position = composed.position;
    m_chats.await(composed.toolCalls, turn);
    m_player.play(run.id, turn.response->workerMissing ? Timeline() : composed.timeline);
    return StartedChat { &run, composed.body };
}

void Service::abandonChat(RunRecord &run)
{
    if (!run.running())
        return;
    run.status = u"stopped"_s;
    run.completedAt = m_clock->now();
    m_ledger.add({ u"stop"_s, m_clock->now(), run.threadId, run.id, run.agentId, {} });
    m_player.breakOff(run.id, {}, std::nullopt);
}

} // namespace renum::sim
