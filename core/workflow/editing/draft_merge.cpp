// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/draft_merge.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/editing/team_differences.h"

#include <optional>

namespace renum {

namespace {

class Merger {
public:
    explicit Merger(const MergeChoices &choices)
        : m_choices(choices)
    {
    }

    [[nodiscard]] FieldValues fields(const AgentId &member, const FieldValues &base,
        const FieldValues &mine, const FieldValues &theirs)
    {
        FieldValues merged;
        std::set<QString> names;
        for (const FieldValues *values : { &base, &mine, &theirs }) {
            for (const auto &[name, value] : *values)
                names.insert(name);
        }
        for (const QString &name : names) {
            const Json value
                = chosen({ member, name, at(base, name), at(mine, name), at(theirs, name) });
            if (!value.is_null())
                merged.emplace(name, value);
        }
        return merged;
    }

    /// The member as JSON; null when it is not in the merged team.
    [[nodiscard]] Json member(
        const WorkflowAgent *base, const WorkflowAgent *mine, const WorkflowAgent *theirs)
    {
        if (mine && theirs) {
            const FieldValues none;
            return objectOfFields(fields(mine->agentId, base ? memberFields(*base) : none,
                memberFields(*mine), memberFields(*theirs)));
        }
        const WorkflowAgent &known = mine ? *mine : *theirs;
        return chosen({ known.agentId, {}, whole(base), whole(mine), whole(theirs) });
    }

    [[nodiscard]] std::vector<MergeConflict> takeConflicts() { return std::move(m_conflicts); }

private:
    [[nodiscard]] static Json at(const FieldValues &values, const QString &name)
    {
        const auto found = values.find(name);
        return found == values.end() ? Json() : found->second;
    }

    [[nodiscard]] static Json whole(const WorkflowAgent *member)
    {
        return member ? objectOfFields(memberFields(*member)) : Json();
    }

    [[nodiscard]] Json chosen(const MergeConflict &place)
    {
        if (place.mine == place.theirs || place.theirs == place.base)
            return place.mine;
        if (place.mine == place.base)
            return place.theirs;
        m_conflicts.push_back(place);
        return m_choices.contains(place.key()) ? place.theirs : place.mine;
    }

    const MergeChoices &m_choices;
    std::vector<MergeConflict> m_conflicts;
};

/// Members in the order of `mine`, then those that only `theirs` has.
std::vector<AgentId> mergedOrder(const WorkflowDefinition &mine, const WorkflowDefinition &theirs)
{
    std::vector<AgentId> order;
    for (const WorkflowAgent &member : mine.agents)
        order.push_back(member.agentId);
    for (const WorkflowAgent &member : theirs.agents) {
        if (!mine.find(member.agentId))
            order.push_back(member.agentId);
    }
    return order;
}

} // namespace

DraftMerge mergeDrafts(const TeamDraft &base, const TeamDraft &mine, const TeamDraft &theirs,
    const MergeChoices &choices)
{
    Merger merger(choices);
    Json json
        = objectOfFields(merger.fields({}, teamFields(base), teamFields(mine), teamFields(theirs)));
    Json &agents = json["workflow_definition"]["agents"];
    agents = Json::array();
    for (const AgentId &id : mergedOrder(mine.workflow, theirs.workflow)) {
        Json member = merger.member(
            base.workflow.find(id), mine.workflow.find(id), theirs.workflow.find(id));
        if (!member.is_null())
            agents.push_back(std::move(member));
    }
    DraftMerge merge { readTeamDraft(json).draft, merger.takeConflicts() };
    // Who is gone by one side may have been wired anew by the other.
    forgetReferences(
        merge.draft.workflow, memberIds(base.workflow).subtract(memberIds(merge.draft.workflow)));
    // The agents are those of the workflow (W-03).
    merge.draft.agentIds.clear();
    settleOrder(merge.draft.workflow);
    return merge;
}

} // namespace renum
