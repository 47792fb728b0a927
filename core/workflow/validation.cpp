// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/validation.h"

#include "core/workflow/draft_check.h"

namespace renum {

using namespace Qt::StringLiterals;

DraftCheck::DraftCheck(
    TeamDraft &checkedDraft, const ValidationLimits &checkLimits, ValidationReport &checkReport)
    : draft(checkedDraft)
    , limits(checkLimits)
    , report(checkReport)
    , rules(checkReport.readFound(u"W-07"_s) ? nullptr : &strategyRules(checkedDraft.workflow.type))
{
}

std::optional<size_t> DraftCheck::position(const AgentId &id) const
{
    const auto it = positions.constFind(id);
    if (it == positions.cend())
        return std::nullopt;
    return *it;
}

bool DraftCheck::isOfType(WorkflowType type) const
{
    return rules && draft.workflow.type == type;
}

QString memberPath(size_t position, const QString &rest)
{
    return u"/workflow_definition/agents/%1"_s.arg(position) + rest;
}

Validation validateTeam(
    const TeamDraft &draft, const ValidationLimits &limits, const Problems &readProblems)
{
    Validation validation { draft, {} };
    ValidationReport report(readProblems);
    DraftCheck check(validation.normalized, limits, report);
    checkMembers(check);
    checkOrder(check);
    checkReferences(check);
    checkAllConditions(check);
    checkCycles(check);
    checkFields(check);
    validation.normalized.name = draft.name.trimmed();
    validation.problems = report.takeSorted();
    return validation;
}

} // namespace renum
