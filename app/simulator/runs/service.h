// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/runs/agent_book.h"
#include "app/simulator/runs/chat_book.h"
#include "app/simulator/runs/id_source.h"
#include "app/simulator/runs/ledger.h"
#include "app/simulator/runs/run_player.h"
#include "app/simulator/runs/tool_caller.h"
#include "app/simulator/runs/world.h"
#include "app/simulator/scenario/scenario.h"
#include "core/model/result.h"
#include "core/net/clock.h"
#include "core/net/http_server.h"

#include <QHash>
#include <QStringList>

#include <variant>

namespace renum::sim {

struct ChatRequest;
struct RunScript;

struct StartOrder {
    QString threadId; ///< must exist
    const ScriptedAgent *agent = nullptr;
    QString model; ///< empty: the agent's
    QList<Fault> faults = {}; ///< of the request
};

/// A chat that has begun.
struct StartedChat {
    RunRecord *run = nullptr; ///< borrowed
    WireJson body; ///< the answer, for a client that wants it in one piece
};

/// What the simulated service does, without any HTTP: threads, messages, runs and their play.
class Service {
public:
    /// `clock` must outlive the service. All ids and delays follow from `seed`.
    Service(Clock *clock, Scenario scenario, Profile profile, quint64 seed, double speed);

    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] Clock *clock() const { return m_clock; }
    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] const World &world() const { return m_world; }
    [[nodiscard]] AgentBook &agents() { return m_agents; }
    [[nodiscard]] const AgentBook &agents() const { return m_agents; }
    [[nodiscard]] RunPlayer &player() { return m_player; }
    [[nodiscard]] const Ledger &ledger() const { return m_ledger; }
    /// Who answers when a start names this agent; an empty id is the default one. None when
    /// unknown.
    [[nodiscard]] const ScriptedAgent *agent(const QString &id) const;
    /// A scenario time in real time.
    [[nodiscard]] std::chrono::milliseconds scaled(std::chrono::milliseconds time) const;

    ThreadRecord &createThread(const QString &name);
    /// With ids that a client has made, unknown so far.
    ThreadRecord &createThread(
        const QString &name, const QString &threadId, const QString &projectId);
    StoredMessage &addUserMessage(ThreadRecord &thread, const QString &text);
    StoredMessage &addMessage(
        ThreadRecord &thread, const QString &type, WireJson content, bool isLlmMessage);
    /// The agent answers the newest user message of the thread.
    RunRecord &startRun(const StartOrder &order);
    void stopRun(RunRecord &run);
    /// None when unknown or not visible yet.
    [[nodiscard]] RunRecord *visibleRun(const QString &id) const;

    // --- as a model endpoint ---
    [[nodiscard]] QStringList modelNames() const;
    [[nodiscard]] static ServerResponse unknownModel(const QString &name);
    /// Who answers for a model. None when unknown.
    [[nodiscard]] const ScriptedAgent *chatAgent(
        const QString &model, const QString &systemText) const;
    /// Or the refusal of the request.
    [[nodiscard]] std::variant<StartedChat, ServerResponse> startChat(const ChatRequest &request);
    /// Nobody listens any more; nothing happens to a chat that has ended.
    void abandonChat(RunRecord &run);
    [[nodiscard]] const ChatBook &chats() const { return m_chats; }
    [[nodiscard]] const ToolCaller &tools() const { return m_tools; }

    /// Forgets everything that happened; ids go on from the seed's beginning.
    void reset();

    // --- over a restart of the simulator ---
    /// Everything that happened, as JSON.
    [[nodiscard]] WireJson saved() const;
    /// Takes up what saved() gave, in place of everything. Runs that were at work have lost their
    /// worker, and end as the family ends them.
    [[nodiscard]] Result<void> restore(const Json &state);

private:
    void play(RunRecord &run, const RunScript &script, const QList<Fault> &faults);
    void endWithoutWorker(RunRecord &run);
    void useTool(const RunRecord &run, const UseTool &tool);
    [[nodiscard]] ChatTurn chatTurn(const ChatRequest &request, const ScriptedAgent &agent);

    Clock *m_clock;
    Scenario m_scenario;
    Profile m_profile;
    SeededRandom m_random;
    double m_speed;
    IdSource m_ids;
    AgentBook m_agents;
    World m_world;
    RunPlayer m_player;
    Ledger m_ledger;
    ChatBook m_chats;
    ToolCaller m_tools;
    QHash<QString, int> m_callsOfAgent;
    quint64 m_runCount = 0;
};

} // namespace renum::sim
