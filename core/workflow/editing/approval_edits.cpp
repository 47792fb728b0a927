// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/approval_edits.h"

#include <algorithm>

namespace renum {

bool asksBefore(const WorkflowConfig &config, const AgentId &member)
{
    return config.approval
        && std::ranges::find(config.approval->before, member) != config.approval->before.end();
}

TeamDraft withApprovalBefore(TeamDraft draft, const AgentId &member)
{
    WorkflowConfig &config = draft.workflow.config;
    if (asksBefore(config, member))
        return draft;
    if (!config.approval)
        config.approval.emplace();
    config.approval->before.push_back(member);
    return draft;
}

TeamDraft withoutApprovalBefore(TeamDraft draft, const AgentId &member)
{
    WorkflowConfig &config = draft.workflow.config;
    if (!asksBefore(config, member))
        return draft;
    std::erase(config.approval->before, member);
    if (config.approval->before.empty())
        config.approval.reset();
    return draft;
}

} // namespace renum
