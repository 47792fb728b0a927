// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/service.h"

#include "app/simulator/protocol/run_composer.h"
#include "app/simulator/runs/run_faults.h"
#include "app/simulator/runs/script_plan.h"
#include "app/simulator/scenario/prompt_text.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

Service::Service(Clock *clock, Scenario scenario, Profile profile, quint64 seed, double speed)
    : m_clock(clock)
    , m_scenario(std::move(scenario))
    , m_profile(std::move(profile))
    , m_random(seed)
    , m_speed(speed)
    , m_ids(m_random.fork("ids", 0))
    , m_agents(&m_scenario, m_profile.family, IdSource(m_random.fork("agents", 0)))
    , m_player(clock, &m_world, m_profile.family)
    , m_tools(clock)
{
    m_player.onTool([this](const RunRecord &run, const UseTool &tool) { useTool(run, tool); });
    if (m_scenario.defaults.model.isEmpty())
        m_scenario.defaults.model = defaultModel(m_profile.family);
}

milliseconds Service::scaled(milliseconds time) const
{
    return milliseconds(static_cast<qint64>(static_cast<double>(time.count()) / m_speed));
}

ThreadRecord &Service::createThread(const QString &name)
{
    const QString threadId = m_ids.next();
    return createThread(name, threadId, m_ids.next());
}

ThreadRecord &Service::createThread(
    const QString &name, const QString &threadId, const QString &projectId)
{
    const Timestamp now = m_clock->now();
    m_ledger.add({ u"thread"_s, now, threadId, {}, {}, {} });
    ThreadRecord thread;
    thread.id = threadId;
    thread.projectId = projectId;
    thread.name = name;
    thread.createdAt = now;
    thread.updatedAt = now;
    return m_world.addThread(std::move(thread));
}

StoredMessage &Service::addUserMessage(ThreadRecord &thread, const QString &text)
{
    const WireJson content { { "role", "user" }, { "content", utf8(text) } };
    const bool doubled = m_profile.family == Family::V1;
    return addMessage(thread, u"user"_s, doubled ? WireJson(pythonJson(content)) : content, true);
}

StoredMessage &Service::addMessage(
    ThreadRecord &thread, const QString &type, WireJson content, bool isLlmMessage)
{
    const Timestamp now = m_clock->now();
    thread.messages.push_back({ m_ids.next(), thread.id, type, isLlmMessage, std::move(content),
        WireJson::object(), now, {} });
    thread.updatedAt = now;
    m_ledger.add({ u"message"_s, now, thread.id, {}, {}, thread.lastPrompt() });
    return thread.messages.back();
}

RunRecord &Service::startRun(const StartOrder &order)
{
    const Timestamp now = m_clock->now();
    RunRecord record;
    record.id = m_ids.next();
    record.threadId = order.threadId;
    record.agentId = order.agent->id;
    record.prompt = m_world.thread(order.threadId)->lastPrompt();
    record.startedAt = now;
    const Fault *late = findFault(order.faults, FaultKind::LateRun);
    record.visibleFrom = late ? now + late->duration : now;
    RunRecord &run = m_world.addRun(std::move(record));
    m_ledger.add({ u"start"_s, now, run.threadId, run.id, run.agentId, run.prompt });

    RunScript script { &m_scenario, order.agent, nullptr, run.prompt,
        ++m_callsOfAgent[order.agent->id], order.model };
    const QString relevant = relevantPrompt(m_scenario, run.prompt);
    script.response = &chooseResponse(*order.agent, relevant, script.call);
    run.response = script.response->name;
    play(run, script, order.faults);
    return run;
}

void Service::play(RunRecord &run, const RunScript &script, const QList<Fault> &faults)
{
    const SeededRandom random = m_random.fork("run", m_runCount++);
    const ScenarioDefaults &defaults = m_scenario.defaults;
    SeededRandom settling = random.fork("settle", 0);
    Composition composition { planRun(script, random.fork("text", 0)),
        { run.threadId, run.id, run.agentId, run.startedAt, m_speed },
        IdSource(random.fork("ids", 0)),
        milliseconds(settling.between(defaults.settleMin.count(), defaults.settleMax.count())) };
    if (const Fault *calls = findFault(faults, FaultKind::CallTools))
        run.toolSessions = calls->sessions;
    spoilPlan(composition.plan, faults);
    run.model = composition.plan.model;
    Timeline timeline = composeRun(m_profile, composition);
    spoilTimeline(timeline, faults);
    m_player.play(run.id, std::move(timeline));
}

/// On every MCP server of the agent that offers the tool. Only those over http are called.
void Service::useTool(const RunRecord &run, const UseTool &tool)
{
    const AgentRecord *agent = run.toolSessions > 0 ? m_agents.find(run.agentId) : nullptr;
    if (!agent)
        return;
    for (const Json &entry : agent->current().customMcps) {
        const Json *enabled = memberAt(entry, "enabledTools");
        const bool offered = enabled && enabled->is_array()
            && std::ranges::find(*enabled, toJson(tool.name)) != enabled->end();
        const Json *config = memberAt(entry, "config");
        if (!offered || !config || stringAt(entry, "type") != u"http"_s)
            continue;
        const QUrl url(stringAt(*config, "url").value_or(QString()));
        for (int session = 0; session < run.toolSessions; ++session)
            m_tools.call({ run.id, url, tool.name, tool.arguments });
    }
}

void Service::stopRun(RunRecord &run)
{
    const Timestamp now = m_clock->now();
    const bool wasRunning = run.running();
    m_ledger.add({ u"stop"_s, now, run.threadId, run.id, run.agentId, {} });
    // The status of a finished run is overwritten too (suna-api §4.5).
    run.status = u"stopped"_s;
    if (!run.completedAt)
        run.completedAt = now;
    if (!wasRunning)
        return;
    const ScenarioDefaults &defaults = m_scenario.defaults;
    m_player.breakOff(run.id, scaled(defaults.stopLatency),
        defaults.announceStop ? std::optional(stopAnnouncement(m_profile.family)) : std::nullopt);
}

const ScriptedAgent *Service::agent(const QString &id) const
{
    if (const ScriptedAgent *scripted = m_scenario.agent(id))
        return scripted;
    const AgentRecord *made = m_agents.find(id);
    return made ? made->script : nullptr;
}

RunRecord *Service::visibleRun(const QString &id) const
{
    RunRecord *run = m_world.run(id);
    return run && run->visibleFrom <= m_clock->now() ? run : nullptr;
}

void Service::reset()
{
    m_player.clear();
    m_world.clear();
    m_ledger.clear();
    m_chats.clear();
    m_tools.clear();
    m_callsOfAgent.clear();
    m_runCount = 0;
    m_ids = IdSource(m_random.fork("ids", 0));
    m_agents = AgentBook(&m_scenario, m_profile.family, IdSource(m_random.fork("agents", 0)));
}

} // namespace renum::sim
