// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>

#include <vector>

/// Members as text, so that they can be copied from one team to another, or from another window.
namespace renum {

/// The text for the clipboard: canonical JSON of these members, in their order.
[[nodiscard]] QByteArray copiedMembers(
    const WorkflowDefinition &workflow, const QSet<AgentId> &ids);

/// Members from such a text, which may be anything: errors say that there is nothing to paste.
[[nodiscard]] Result<std::vector<WorkflowAgent>> readCopiedMembers(QByteArrayView text);

/// A team with pasted members.
struct MemberPaste {
    TeamDraft draft;
    std::vector<AgentId> members; ///< the new ones, by the ids that they have now
    /// Those whose agent is a member already. An agent is a member once, so each of these has an id
    /// that no agent has, until the person chooses one.
    std::vector<AgentId> needAgents;
};
/// Adds them at the end, moved by `offset`. Among themselves they stay joined; what they got from
/// others they go on to get where the team has such a member.
[[nodiscard]] MemberPaste withPasted(
    TeamDraft draft, const std::vector<WorkflowAgent> &copied, const CanvasPosition &offset);

} // namespace renum
