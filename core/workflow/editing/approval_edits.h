// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

/// Who must be agreed to before it starts (contract §3.8), as functions from draft to draft. Pure.
namespace renum {

[[nodiscard]] bool asksBefore(const WorkflowConfig &config, const AgentId &member);
/// Somebody is asked before this member starts.
[[nodiscard]] TeamDraft withApprovalBefore(TeamDraft draft, const AgentId &member);
/// Nobody is asked. The last one takes the settings of the approval with it, which mean nothing
/// then.
[[nodiscard]] TeamDraft withoutApprovalBefore(TeamDraft draft, const AgentId &member);

} // namespace renum
