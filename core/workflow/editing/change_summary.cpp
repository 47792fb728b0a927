// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/change_summary.h"

#include "core/workflow/editing/team_differences.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Change = TeamDifference::Kind;

QString nameIn(const TeamDraft &draft, const AgentId &id)
{
    const WorkflowAgent *member = draft.workflow.find(id);
    return member ? member->displayName() : id.toString();
}

/// What is different about one member that both versions have.
struct MemberChange {
    AgentId id;
    QStringList fields;
    bool moved = false;
};

void take(ChangeSummary &summary, const MemberChange &change, const TeamDraft &after)
{
    if (!change.fields.isEmpty())
        summary.changed.push_back({ nameIn(after, change.id), change.fields });
    else if (change.moved)
        summary.moved.append(nameIn(after, change.id));
}

} // namespace

bool ChangeSummary::isEmpty() const
{
    return *this == ChangeSummary();
}

bool isArrangement(const QString &field)
{
    return field == "position"_L1 || field == "workflow_definition/canvas"_L1;
}

ChangeSummary changeSummary(const TeamDraft &before, const TeamDraft &after)
{
    ChangeSummary summary;
    MemberChange member; // the differences of one follow each other
    for (const TeamDifference &difference : teamDifferences(before, after)) {
        if (difference.member != member.id) {
            take(summary, member, after);
            member = { difference.member, {}, false };
        }
        if (difference.kind == Change::Added)
            summary.added.append(nameIn(after, difference.member));
        else if (difference.kind == Change::Removed)
            summary.removed.append(nameIn(before, difference.member));
        else if (isArrangement(difference.field))
            summary.arranged = true;
        else if (difference.member.isEmpty())
            summary.fields.append(difference.field);
        else if (difference.kind == Change::Moved)
            member.moved = true;
        else
            member.fields.append(difference.field);
    }
    take(summary, member, after);
    return summary;
}

} // namespace renum
