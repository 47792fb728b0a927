// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/scheduler.h"

#include <optional>
#include <utility>
#include <vector>

namespace renum {

/// Commands of the scheduler whose effects a log still has to show, in order.
class ExpectedCommands {
public:
    void add(std::vector<SchedulerCommand> commands)
    {
        for (SchedulerCommand &command : commands)
            m_commands.push_back(std::move(command));
    }

    /// The first of that kind that fits, which is done then.
    template<typename Command, typename Fits>
    std::optional<Command> take(Fits fits)
    {
        for (auto it = m_commands.begin(); it != m_commands.end(); ++it) {
            auto *command = std::get_if<Command>(&*it);
            if (!command || !fits(*command))
                continue;
            std::optional<Command> taken(std::move(*command));
            m_commands.erase(it);
            return taken;
        }
        return std::nullopt;
    }

    /// One key of a version of the context was written; the rest of it may follow. False when it
    /// was not commanded.
    [[nodiscard]] bool takeContextChange(const ContextChange &written)
    {
        for (auto it = m_commands.begin(); it != m_commands.end(); ++it) {
            auto *publish = std::get_if<PublishContext>(&*it);
            const auto known = [&](const ContextChange &change) {
                return change.scope == written.scope && change.key == written.key
                    && change.version == written.version;
            };
            if (!publish || std::erase_if(publish->changes, known) == 0)
                continue;
            if (publish->changes.empty())
                m_commands.erase(it);
            return true;
        }
        return false;
    }

    /// Those that nothing was seen of.
    [[nodiscard]] std::vector<SchedulerCommand> takeRest() { return std::exchange(m_commands, {}); }

private:
    std::vector<SchedulerCommand> m_commands;
};

} // namespace renum
