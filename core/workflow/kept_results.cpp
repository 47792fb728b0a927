// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/kept_results.h"

#include "core/model/error_codes.h"

namespace renum {

using namespace Qt::StringLiterals;

std::optional<Error> keptResultsRefusal(const KeptResults &kept, const WorkflowDefinition &workflow)
{
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        const WorkflowAgent *member = workflow.find(it.key());
        if (member && member->kind != MemberKind::Approval)
            continue;
        const QString why = member
            ? u"A person decides at \"%1\"; there is no result of its own to keep. Remove it and "
              "run again."_s
            : u"A kept result belongs to \"%1\", which is not in this team. Remove it and run "
              "again."_s;
        const QString name = member ? member->displayName() : it.key().toString();
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::PinInvalid),
            why.arg(name), { { u"agent"_s, name } } };
    }
    return std::nullopt;
}

ExecutionPlan withKeptResults(ExecutionPlan plan, const KeptResults &kept)
{
    // From the definition, so that a result that is no longer kept is asked about again.
    plan.approval = plan.definition.config.approval;
    if (!plan.approval)
        return plan;
    std::erase_if(
        plan.approval->before, [&kept](const AgentId &agent) { return kept.contains(agent); });
    if (plan.approval->before.empty())
        plan.approval.reset();
    return plan;
}

} // namespace renum
