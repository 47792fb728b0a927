// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/team.h"

#include <QString>

#include <vector>

namespace renum {

/// One clear way out of a problem. Says what it would do; withQuickFix() does it.
struct QuickFix {
    enum class Kind {
        ListMembers, ///< agent_ids are those of the workflow's members
        RemoveTwin, ///< the second place of an agent goes
        NumberMembers, ///< 1..n, in the order of now
        ChainMembers, ///< in a pipeline each gets the result of the one before
        MakeSequential,
        MakeParallel,
        UsePrompt, ///< `member` gets the prompt
        DropReference, ///< what stands at `path` and names an agent goes
        StopWaiting, ///< `member` gets nothing from `other` and waits for it no more
        DropCondition, ///< the condition at `path` goes
        UseDefault, ///< the value at `path` goes
        MoveBefore, ///< `other` runs before `member`
        SwitchOn, ///< `other` is active
        LimitRounds, ///< `member` sends back at most DefaultRounds times
        DropKey, ///< `member` no longer reads the context key `text`
        ReplaceAgents, ///< a person chooses agents for those that are missing
        DropConditionsOn, ///< the conditions on `text` in the list at `path` go
    };
    Kind kind = Kind::UsePrompt;
    AgentId member;
    AgentId other;
    QString path; ///< JSON pointer of a draft
    QString text;

    friend bool operator==(const QuickFix &, const QuickFix &) = default;
};

/// What LimitRounds sets: as many rounds as without a limit of its own, but said.
inline constexpr int DefaultRounds = 3;

/// The ways out of a problem that are clear without asking the person, the likeliest first. The
/// problem is one of this draft. Pure.
[[nodiscard]] std::vector<QuickFix> quickFixes(const TeamDraft &draft, const Problem &problem);

/// The draft with that done; unchanged where there is nothing to do any more, and for
/// ReplaceAgents, which only a person can do. Pure.
[[nodiscard]] TeamDraft withQuickFix(TeamDraft draft, const QuickFix &fix);

} // namespace renum
