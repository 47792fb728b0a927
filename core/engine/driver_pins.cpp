// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"

/// Steps at which nobody works: their result comes from an earlier execution, or a person keeps it.
namespace renum {

using namespace Qt::StringLiterals;

bool ExecutionDriver::isKept(const AgentId &agent) const
{
    return m_request.config.pinned.contains(agent);
}

bool ExecutionDriver::reuse(const PlanStep &step, const StartStep &command)
{
    if (isKept(step.agentId)) {
        m_log.post(m_events.stepKept(step));
        feed(AttemptSucceeded { command.step, m_request.config.pinned.value(step.agentId) });
        return true;
    }
    const std::optional<ExecutionOrigin> &origin = m_request.config.origin;
    if (!origin || command.iteration > 1 || !origin->results.contains(command.step))
        return false;
    m_log.post(m_events.stepReused(step, origin->execution));
    feed(AttemptSucceeded { command.step, origin->results.value(command.step) });
    return true;
}

// Its result is from before this execution: it knows nothing of the question.
void ExecutionDriver::answerForKept(const TeamMessage &request)
{
    // A copy: answering adds a message to those among which this one is.
    const MessageId id = request.id;
    m_team->respond({ request.to, {}, {}, id }, id,
        u"ERROR: this member does not work now; its result is kept from before."_s);
}

} // namespace renum
