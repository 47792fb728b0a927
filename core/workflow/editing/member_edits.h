// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QSet>

#include <optional>

/// What a person does to the members of a team, as functions from draft to draft: each keeps the
/// whole team consistent, so that an editor has nothing to repair afterwards. Members are kept in
/// the order of contract §3.4; in ordered strategies they are numbered 1..n. Pure.
namespace renum {

/// A new member, at this place of the order (at the end without one). Its id is not one of the
/// team's yet.
[[nodiscard]] TeamDraft withMember(
    TeamDraft draft, WorkflowAgent member, std::optional<std::size_t> place = {});

enum class Healing {
    None, ///< who got something from the removed ones gets less
    Join, ///< who got something from a removed one gets what that one got
};
[[nodiscard]] TeamDraft withoutMembers(
    TeamDraft draft, const QSet<AgentId> &ids, Healing healing = Healing::None);

/// The member at another place of the order; `place` counts without it.
[[nodiscard]] TeamDraft withMemberAt(TeamDraft draft, const AgentId &id, std::size_t place);

/// Another agent does what this one did: everything that named the old one names the new one. The
/// new one is not a member yet.
[[nodiscard]] TeamDraft withAgentReplaced(
    TeamDraft draft, const AgentId &old, const AgentId &now, const QString &name);

/// An id that no member has: the wish, or the wish with a number.
[[nodiscard]] AgentId freeMemberId(const WorkflowDefinition &workflow, const QString &wish);

/// Sorts the members and numbers them as the strategy wants; in a pipeline each gets the result of
/// the one before.
void settleOrder(WorkflowDefinition &workflow);

} // namespace renum
