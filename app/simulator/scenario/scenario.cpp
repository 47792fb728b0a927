// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/scenario.h"

#include <algorithm>

namespace renum::sim {

const ScriptedAgent *Scenario::agent(const QString &id) const
{
    const auto wanted = [&id](const ScriptedAgent &agent) {
        return id.isEmpty() ? agent.isDefault : agent.id == id;
    };
    const auto found = std::ranges::find_if(agents, wanted);
    if (found != agents.cend())
        return &*found;
    return id.isEmpty() && !agents.isEmpty() ? &agents.constFirst() : nullptr;
}

} // namespace renum::sim
