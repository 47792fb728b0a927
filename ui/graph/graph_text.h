// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/workflow_definition.h"

#include <QSet>
#include <QString>

#include <vector>

/// The words on cards and wires. Whole translated sentences; nothing here is stored or sent.
namespace renum::ui {

/// "category = technical"; empty when the condition only asks that a result exists, because the
/// wire itself already says that. `known` are the team's agents, for paths like
/// `agent_<id>_result.category`.
[[nodiscard]] QString conditionText(const Condition &condition, const QSet<AgentId> &known);
/// The same for a list, which is a conjunction.
[[nodiscard]] QString conditionText(
    const std::vector<Condition> &conditions, const QSet<AgentId> &known);
/// "verdict = fail, up to 3 times".
[[nodiscard]] QString feedbackText(const FeedbackSpec &feedback, const QSet<AgentId> &known);
/// "a and b".
[[nodiscard]] QString bothText(const QString &a, const QString &b);

/// "claude-sonnet · leader"; what is empty is left out.
[[nodiscard]] QString modelAndRole(const QString &model, const QString &role);

/// What a member is that is no agent; empty for agents.
[[nodiscard]] QString kindText(MemberKind kind);

/// Why a step was skipped, as a sentence.
[[nodiscard]] QString skipText(SkipReason reason);

/// White space collapsed, Markdown marks removed, cut to what a card can show.
[[nodiscard]] QString oneLine(const QString &text);
/// The end of a growing text in the same form, "…" in front when cut. Reads only the end of `text`.
[[nodiscard]] QString lastWords(const QString &text);

} // namespace renum::ui
