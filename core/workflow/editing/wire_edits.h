// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

/// What a wire that a person draws means, as functions from draft to draft. Pure.
namespace renum {

/// Where a wire begins or ends.
struct WireEnd {
    enum class Kind { Prompt, Member, Result };
    Kind kind = Kind::Member;
    AgentId member; ///< of kind Member

    friend bool operator==(const WireEnd &, const WireEnd &) = default;
};

enum class WireMeaning {
    Input, ///< the second gets the result (or the prompt) of the first
    Successor, ///< in a pipeline: the second comes right after the first
    Feedback, ///< the second runs again with what the first says (contract §3.9)
    FinalResult, ///< the result of the first is that of the team
};

/// Why two ends cannot be joined.
enum class WireRefusal {
    None,
    SameMember,
    WrongWay, ///< into the prompt, or out of the result
    NotBetweenEnds, ///< from the prompt to the result: nobody would work
    AlreadyJoined,
    Cycle, ///< the second already leads to the first, and this strategy has no feedback
    PipelineInput, ///< in a pipeline only the first member gets the prompt
};

/// What joining two ends would do.
struct WireOffer {
    WireRefusal refusal = WireRefusal::None;
    WireMeaning meaning = WireMeaning::Input;

    [[nodiscard]] bool isPossible() const { return refusal == WireRefusal::None; }
};
[[nodiscard]] WireOffer offerWire(
    const WorkflowDefinition &workflow, const WireEnd &from, const WireEnd &to);

/// The draft with that wire; unchanged where offerWire() refuses it.
[[nodiscard]] TeamDraft withWire(TeamDraft draft, const WireEnd &from, const WireEnd &to);
/// The draft without anything that makes the second get something from the first. Unchanged where
/// only the order joins them, as in a pipeline.
[[nodiscard]] TeamDraft withoutWire(TeamDraft draft, const WireEnd &from, const WireEnd &to);
/// The draft without the feedback of this member.
[[nodiscard]] TeamDraft withoutFeedback(TeamDraft draft, const AgentId &from);
/// A new member between two that are joined: it gets what the second got from the first, and the
/// second gets its result.
[[nodiscard]] TeamDraft withMemberBetween(
    TeamDraft draft, WorkflowAgent member, const WireEnd &from, const WireEnd &to);

/// Whether the result of `from` reaches `to`, directly or through others.
[[nodiscard]] bool leadsTo(
    const WorkflowDefinition &workflow, const AgentId &from, const AgentId &to);

} // namespace renum
