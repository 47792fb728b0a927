// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <functional>

namespace renum::ui {

class TeamDocument;

/// What the fields of an inspector show and change: a team, or one of its members. Every change is
/// a step of the document's history.
class EditTarget {
public:
    /// `document` outlives this.
    explicit EditTarget(TeamDocument *document);

    [[nodiscard]] TeamDocument *document() const noexcept { return m_document; }
    [[nodiscard]] const TeamDraft &draft() const;
    [[nodiscard]] const WorkflowDefinition &workflow() const;

    /// Empty: the team itself.
    void setMember(const AgentId &member) { m_member = member; }
    [[nodiscard]] const AgentId &memberId() const noexcept { return m_member; }
    /// Null for the team, and when the member has left it. Borrowed until the next change.
    [[nodiscard]] const WorkflowAgent *member() const;
    /// Where the target is in the team's JSON: `/workflow_definition/agents/2`, empty for the team.
    [[nodiscard]] QString pointer() const;

    /// `step` names the change in the history. Changes with the same `key` that follow each other
    /// become one; none do with an empty key.
    void edit(const QString &step, const QString &key,
        const std::function<void(TeamDraft &)> &change) const;
    /// The same for the member, if there is one.
    void editMember(const QString &step, const QString &key,
        const std::function<void(WorkflowAgent &)> &change) const;
    /// The person has left a field: what follows is a step of its own.
    void endMerging() const;

private:
    TeamDocument *m_document;
    AgentId m_member;
};

} // namespace renum::ui
