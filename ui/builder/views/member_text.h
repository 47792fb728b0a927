// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

/// What is written about members, in words.
namespace renum::ui {

/// Who is called what in a team. A snapshot.
class MemberNames {
public:
    explicit MemberNames(const WorkflowDefinition &workflow);

    /// The id for one that is no member.
    [[nodiscard]] QString of(const AgentId &id) const;
    /// "Triage, Reporter"
    [[nodiscard]] QString of(const std::vector<AgentId> &ids) const;
    [[nodiscard]] const QSet<AgentId> &ids() const { return m_ids; }

private:
    QHash<AgentId, QString> m_names;
    QSet<AgentId> m_ids;
};

/// "Prompt + result of Triage"; the prompt where nothing is written.
[[nodiscard]] QString inputText(const std::optional<InputSpec> &input, const MemberNames &names);
/// "Triage › category = technical"; empty without conditions.
[[nodiscard]] QString conditionsText(
    const std::vector<Condition> &conditions, const MemberNames &names);
/// "back to Writer: verdict = fail, up to 3 times"
[[nodiscard]] QString feedbackText(const FeedbackSpec &feedback, const MemberNames &names);
/// A number of seconds as a duration.
[[nodiscard]] QString durationText(int seconds);

} // namespace renum::ui
