// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <set>
#include <utility>
#include <vector>

namespace renum {

/// A place where two people changed the same thing in different ways.
struct MergeConflict {
    AgentId member; ///< empty: the team itself
    QString
        field; ///< as TeamDifference::field; empty: one removed the member, the other changed it
    Json base;
    Json mine; ///< null: removed
    Json theirs; ///< null: removed

    /// Which conflict it is, for choosing.
    [[nodiscard]] std::pair<AgentId, QString> key() const { return { member, field }; }
    friend bool operator==(const MergeConflict &, const MergeConflict &) = default;
};
/// The conflicts in which the other version is taken.
using MergeChoices = std::set<std::pair<AgentId, QString>>;

struct DraftMerge {
    /// Everything that only one side changed, and in the conflicts what `choices` says, else mine.
    TeamDraft draft;
    std::vector<MergeConflict> conflicts;
};

/// Joins two versions that began as `base`, field by field (contract §1.4.4, feature TB-02).
/// Members keep the order of `mine`; those that only `theirs` has come at the end. Pure.
[[nodiscard]] DraftMerge mergeDrafts(const TeamDraft &base, const TeamDraft &mine,
    const TeamDraft &theirs, const MergeChoices &choices = {});

} // namespace renum
