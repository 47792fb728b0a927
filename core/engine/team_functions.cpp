// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team_functions.h"

#include "core/team/team_tools.h"

#include <utility>

namespace renum {

namespace {

AgentToolAnswer told(const ToolAnswer &answer)
{
    return { answerText(answer), !answer.error };
}

} // namespace

TeamFunctions::TeamFunctions(QObject *owner, ToolUser *user, AgentId agent)
    : m_owner(owner)
    , m_user(user)
    , m_agent(std::move(agent))
{
}

Json TeamFunctions::functions() const
{
    return functionToolList();
}

QCoro::Task<AgentToolAnswer> TeamFunctions::call(QString name, Json arguments, std::stop_token stop)
{
    if (!m_owner)
        co_return told({ {}, cancelledError() });
    const TeamCall call { std::move(name), std::move(arguments) };
    const ToolAnswer first = m_user->callTool(m_agent, call);
    if (first.request.isEmpty())
        co_return told(first);
    const ToolAnswer second = co_await m_user->answerTo(first.request, stop);
    co_return told(second);
}

} // namespace renum
