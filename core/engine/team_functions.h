// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_tools.h"
#include "core/engine/tool_desk.h"

#include <QObject>
#include <QPointer>

namespace renum {

/// The team tools (contract §5.7.1) as functions of a model, for one run of an agent.
class TeamFunctions : public AgentTools {
public:
    /// `user` works for `owner` and lives as long.
    TeamFunctions(QObject *owner, ToolUser *user, AgentId agent);

    [[nodiscard]] Json functions() const override;
    /// A request to another agent ends when it is answered or has timed out.
    [[nodiscard]] QCoro::Task<AgentToolAnswer> call(
        QString name, Json arguments, std::stop_token stop) override;

private:
    QPointer<QObject> m_owner;
    ToolUser *m_user;
    AgentId m_agent;
};

} // namespace renum
