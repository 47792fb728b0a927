// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/message_log.h"

#include "core/workflow/team_so_far.h"

namespace renum {

using namespace Qt::StringLiterals;

void MessageLog::apply(const ExecutionEvent &event)
{
    if (event.eventType == "plan_created"_L1) {
        const Json *json = memberAt(event.data, "plan");
        const Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
        if (plan)
            m_board = messageBoardOf(event.executionId, *plan);
        return;
    }
    const bool message = event.type == "team_message"_L1
        && (event.eventType.isEmpty() || event.eventType == "messages_read"_L1);
    if (!message)
        return;
    if (const Result<MessageEvent> told = messageEventFromJson(event.eventType, event.data))
        m_board.apply(*told);
}

} // namespace renum
