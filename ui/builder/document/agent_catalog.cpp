// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/agent_catalog.h"

#include "core/workspace/workspace.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

AgentCatalog::AgentCatalog(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    const auto readAgain = [this] {
        if (m_state != State::Unread)
            reload();
    };
    connect(workspace, &Workspace::ownAgentsChanged, this, readAgain);
    connect(workspace, &Workspace::connectionStatusChanged, this, readAgain);
}

const AgentInfo *AgentCatalog::find(const AgentId &id) const
{
    const auto found = std::ranges::find(m_agents, id, &AgentInfo::id);
    return found == m_agents.cend() ? nullptr : &*found;
}

bool AgentCatalog::isMissing(const AgentId &id) const
{
    return m_state == State::Ready && !find(id);
}

void AgentCatalog::reload()
{
    if (m_state == State::Loading)
        return;
    m_state = State::Loading;
    emit changed();
    m_tasks.start(read());
}

QCoro::Task<> AgentCatalog::read()
{
    const QPointer<AgentCatalog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<AgentInfo>> answer = co_await m_workspace->agents(stop);
    if (!self)
        co_return;
    if (answer) {
        m_agents = *answer;
        m_error.reset();
        m_state = State::Ready;
    } else {
        m_error = answer.error();
        m_state = State::Failed;
    }
    emit changed();
}

} // namespace renum::ui
