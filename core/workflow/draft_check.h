// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/strategy_rules.h"
#include "core/workflow/validation.h"
#include "core/workflow/validation_report.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace renum {

/// A draft while it is checked and normalised. The rules come in the order of the functions below,
/// because later ones rely on what earlier ones normalised.
struct DraftCheck {
    DraftCheck(TeamDraft &draft, const ValidationLimits &limits, ValidationReport &report);

    TeamDraft &draft;
    const ValidationLimits &limits;
    ValidationReport &report;
    /// Unset when the type could not be read: rules that depend on it say nothing then.
    const StrategyRules *rules = nullptr;
    /// Position of each agent, of the first one when an id is there twice.
    QHash<AgentId, size_t> positions;
    QSet<AgentId> agents;
    /// In ordered teams the place of each member in the order of §3.4, by position.
    std::vector<size_t> ranks;

    [[nodiscard]] std::vector<WorkflowAgent> &members() { return draft.workflow.agents; }
    [[nodiscard]] const std::vector<WorkflowAgent> &members() const
    {
        return draft.workflow.agents;
    }
    [[nodiscard]] std::optional<size_t> position(const AgentId &id) const;
    [[nodiscard]] bool isOrdered() const { return rules && rules->ordered; }
    [[nodiscard]] bool isOfType(WorkflowType type) const;
};

/// `/workflow_definition/agents/<position>` with what follows, for example `/input`.
[[nodiscard]] QString memberPath(size_t position, const QString &rest = {});

/// W-01 … W-06, and the limits of ids and roles. Derives agent_ids, appends missing members.
void checkMembers(DraftCheck &check);
/// W-08, W-09, W-10: orders and the pipeline's inputs.
void checkOrder(DraftCheck &check);
/// W-13, W-14, W-15, W-19, W-20, and feedback.
void checkReferences(const DraftCheck &check);
/// W-11, W-12, W-17.
void checkAllConditions(const DraftCheck &check);
/// W-16.
void checkCycles(const DraftCheck &check);
/// W-18, W-21, names and the keys of both configurations.
void checkFields(const DraftCheck &check);

} // namespace renum
