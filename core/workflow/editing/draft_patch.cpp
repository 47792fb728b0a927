// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/draft_patch.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace renum {

namespace {

using Members = std::vector<WorkflowAgent>;

/// A draft without its members. They are the large part and are not copied.
TeamDraft frameOf(const TeamDraft &draft)
{
    TeamDraft frame;
    frame.name = draft.name;
    frame.description = draft.description;
    frame.agentIds = draft.agentIds;
    frame.config = draft.config;
    frame.workflow.type = draft.workflow.type;
    frame.workflow.config = draft.workflow.config;
    frame.workflow.extra = draft.workflow.extra;
    return frame;
}

void setFrame(TeamDraft &draft, const TeamDraft &frame)
{
    Members members = std::move(draft.workflow.agents);
    draft = frame;
    draft.workflow.agents = std::move(members);
}

QSet<AgentId> idsOf(const Members &members)
{
    QSet<AgentId> ids;
    ids.reserve(qsizetype(members.size()));
    for (const WorkflowAgent &member : members)
        ids.insert(member.agentId);
    return ids;
}

/// How many members at the end are the same, not reaching before these positions.
std::size_t sameAtEnd(const Members &a, std::size_t fromA, const Members &b, std::size_t fromB)
{
    std::size_t count = 0;
    while (a.size() - count > fromA && b.size() - count > fromB
        && a[a.size() - count - 1] == b[b.size() - count - 1])
        ++count;
    return count;
}

} // namespace

DraftPatch DraftPatch::between(const TeamDraft &before, const TeamDraft &after)
{
    DraftPatch patch;
    TeamDraft frameBefore = frameOf(before);
    TeamDraft frameAfter = frameOf(after);
    if (frameBefore != frameAfter)
        patch.m_frame = Frame { std::move(frameBefore), std::move(frameAfter) };
    patch.compareMembers(before.workflow.agents, after.workflow.agents);
    return patch;
}

/// Members are told apart by their ids. Where known ones changed places, all of the rest up to the
/// common end is one change.
void DraftPatch::compareMembers(const Members &before, const Members &after)
{
    const QSet<AgentId> idsBefore = idsOf(before);
    const QSet<AgentId> idsAfter = idsOf(after);
    std::size_t i = 0;
    std::size_t j = 0;
    const auto open = [&]() -> Change & {
        if (m_changes.empty() || m_changes.back().atBefore + m_changes.back().before.size() != i
            || m_changes.back().atAfter + m_changes.back().after.size() != j)
            m_changes.push_back({ i, j, {}, {} });
        return m_changes.back();
    };
    while (i < before.size() || j < after.size()) {
        const bool removed = i < before.size() && !idsAfter.contains(before[i].agentId);
        const bool added = j < after.size() && !idsBefore.contains(after[j].agentId);
        if (removed) {
            Change &change = open();
            change.before.push_back(before[i++]);
        } else if (added) {
            Change &change = open();
            change.after.push_back(after[j++]);
        } else if (i < before.size() && j < after.size() && before[i].agentId == after[j].agentId) {
            if (before[i] != after[j]) {
                Change &change = open();
                change.before.push_back(before[i]);
                change.after.push_back(after[j]);
            }
            ++i;
            ++j;
        } else {
            const std::size_t same = sameAtEnd(before, i, after, j);
            m_changes.push_back(
                { i, j, { before.begin() + std::ptrdiff_t(i), before.end() - std::ptrdiff_t(same) },
                    { after.begin() + std::ptrdiff_t(j), after.end() - std::ptrdiff_t(same) } });
            return;
        }
    }
}

void DraftPatch::apply(TeamDraft &draft) const
{
    if (m_frame)
        setFrame(draft, m_frame->after);
    Members &members = draft.workflow.agents;
    Members result;
    result.reserve(members.size());
    auto next = std::make_move_iterator(members.begin());
    for (const Change &change : m_changes) {
        const auto at = std::make_move_iterator(members.begin() + std::ptrdiff_t(change.atBefore));
        result.insert(result.end(), next, at);
        result.insert(result.end(), change.after.begin(), change.after.end());
        next = at + std::ptrdiff_t(change.before.size());
    }
    result.insert(result.end(), next, std::make_move_iterator(members.end()));
    members = std::move(result);
}

void DraftPatch::revert(TeamDraft &draft) const
{
    DraftPatch inverse;
    if (m_frame)
        inverse.m_frame = Frame { m_frame->after, m_frame->before };
    for (const Change &change : m_changes)
        inverse.m_changes.push_back(
            { change.atAfter, change.atBefore, change.after, change.before });
    inverse.apply(draft);
}

} // namespace renum
