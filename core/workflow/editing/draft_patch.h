// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <optional>
#include <vector>

namespace renum {

/// What differs between two drafts of a team: one step of an editor's history. Holds only the
/// members that changed, so that hundreds of steps over a large team stay small. Pure value.
class DraftPatch {
public:
    [[nodiscard]] static DraftPatch between(const TeamDraft &before, const TeamDraft &after);

    [[nodiscard]] bool isEmpty() const { return !m_frame && m_changes.empty(); }
    /// `draft` is what `before` was, and becomes what `after` was.
    void apply(TeamDraft &draft) const;
    /// The other way round.
    void revert(TeamDraft &draft) const;

private:
    /// A run of members that was replaced by another; one of them may be empty.
    struct Change {
        std::size_t atBefore = 0;
        std::size_t atAfter = 0;
        std::vector<WorkflowAgent> before;
        std::vector<WorkflowAgent> after;
    };
    /// Everything but the members, before and after.
    struct Frame {
        TeamDraft before;
        TeamDraft after;
    };

    void compareMembers(
        const std::vector<WorkflowAgent> &before, const std::vector<WorkflowAgent> &after);

    std::optional<Frame> m_frame;
    std::vector<Change> m_changes; ///< ascending, apart from each other
};

} // namespace renum
