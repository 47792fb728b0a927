// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/protocol/wire_json.h"
#include "app/simulator/runs/id_source.h"
#include "app/simulator/scenario/scenario.h"
#include "core/model/problem.h"
#include "core/model/timestamp.h"

#include <deque>
#include <optional>
#include <vector>

namespace renum::sim {

/// One version of an agent's configuration (suna-api §2.4).
struct AgentVersion {
    QString id;
    int number = 1;
    QString systemPrompt;
    Json customMcps = Json::array(); ///< as stored; `enabledTools` in camel case
    std::optional<Timestamp> createdAt; ///< none: with the scenario
};

struct AgentRecord {
    const ScriptedAgent *script = nullptr; ///< borrowed from the scenario
    QString name;
    QString description;
    std::vector<AgentVersion> versions; ///< oldest first; the last one is current

    [[nodiscard]] const AgentVersion &current() const { return versions.back(); }
};

/// What a `PUT /agents/{id}` may change; what is absent keeps its value.
struct AgentChange {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> systemPrompt;
    std::optional<Json> customMcps; ///< an array of objects with names
    bool replaceMcps = false; ///< V3: do not merge with what is stored
    bool mergeOnly = false; ///< a fault: what is left out stays
};

/// The agents of a scenario, and what clients have made of them.
class AgentBook {
public:
    /// `scenario` must outlive the book.
    AgentBook(const Scenario *scenario, Family family, IdSource ids);

    [[nodiscard]] const std::vector<AgentRecord> &agents() const { return m_agents; }
    /// None when unknown.
    [[nodiscard]] const AgentRecord *find(const QString &id) const;
    /// Stores a change as the family does, with its by-products (suna-api §2.3). The agent must
    /// exist.
    void update(const QString &id, const AgentChange &change, Timestamp now);
    /// A further agent, which answers as `like` does.
    [[nodiscard]] const AgentRecord &create(
        const ScriptedAgent &like, const QString &name, const AgentChange &rest, Timestamp now);

    /// What clients have made of the agents, and the way back. `like` answers for those that the
    /// scenario does not know.
    [[nodiscard]] WireJson saved() const;
    void restore(const Json &state, const ScriptedAgent &like, Problems &problems);

private:
    AgentRecord &addCreated(const ScriptedAgent &like, const QString &id, const QString &name);
    void addVersion(AgentRecord &agent, const QString &prompt, Json mcps, Timestamp now);
    void updateInTwoSteps(AgentRecord &agent, const AgentChange &change, Timestamp now);
    void updateAtOnce(AgentRecord &agent, const AgentChange &change, Timestamp now);

    Family m_family;
    IdSource m_ids;
    std::vector<AgentRecord> m_agents;
    std::deque<ScriptedAgent> m_created; ///< of those that clients have made; addresses stay
};

} // namespace renum::sim
