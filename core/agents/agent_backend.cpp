// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/agent_backend.h"

#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error toolsUnsupported()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamToolsUnsupported),
        u"This agent service cannot be given the team tools. Let the team use the tools in the "
        "prompt instead."_s };
}

} // namespace

bool AgentBackend::callsTools(const AgentId & /*agent*/) const
{
    return false;
}

std::shared_ptr<AgentBackend> AgentBackend::partFor(const AgentId & /*agent*/) const
{
    return nullptr;
}

QCoro::Task<Result<ToolRegistration>> AgentBackend::registerTools(
    AgentId /*agent*/, ToolServer /*server*/, std::stop_token /*stop*/)
{
    co_return toolsUnsupported();
}

QCoro::Task<Result<void>> AgentBackend::unregisterTools(
    ToolRegistration /*registration*/, std::stop_token /*stop*/)
{
    co_return toolsUnsupported();
}

} // namespace renum
