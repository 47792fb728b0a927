// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/metered_tools.h"

#include <utility>

namespace renum {

MeteredTools::MeteredTools(std::shared_ptr<AgentTools> tools, Leave leave)
    : m_tools(std::move(tools))
    , m_leave(std::move(leave))
{
}

QCoro::Task<AgentToolAnswer> MeteredTools::call(QString name, Json arguments, std::stop_token stop)
{
    return m_tools->call(std::move(name), std::move(arguments), std::move(stop));
}

QCoro::Task<Result<void>> MeteredTools::mayAskAgain(Usage soFar, std::stop_token stop)
{
    return m_leave(std::move(soFar), std::move(stop));
}

} // namespace renum
