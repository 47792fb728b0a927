// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_check.h"
#include "core/workflow/step_references.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// W-15 for one reference. `self` is who refers; empty when that is not an agent.
bool checkReference(
    const DraftCheck &check, const AgentId &to, const AgentId &self, const QString &path)
{
    const QVariantMap args { { u"agent"_s, to.toString() } };
    if (to == self) {
        check.report.error(u"W-15"_s, path,
            u"The agent \"%1\" refers to itself. Choose another agent."_s.arg(to.toString()), args);
        return false;
    }
    if (!check.agents.contains(to)) {
        check.report.error(u"W-15"_s, path,
            u"There is no agent \"%1\" in this team. Choose one of the team or add it."_s.arg(
                to.toString()),
            args);
        return false;
    }
    return true;
}

bool precedes(const DraftCheck &check, const AgentId &agent, size_t i)
{
    const std::optional<size_t> position = check.position(agent);
    return position && check.ranks[*position] < check.ranks[i];
}

void checkAgentSource(const DraftCheck &check, size_t i, const AgentId &from, const QString &path)
{
    const WorkflowAgent &agent = check.members()[i];
    if (from.isEmpty()) {
        check.report.error(u"W-14"_s, path + "/agent_id"_L1,
            u"This input is the result of an agent, but names none. Choose the agent."_s);
        return;
    }
    if (!checkReference(check, from, agent.agentId, path + "/agent_id"_L1))
        return;
    if (check.isOfType(WorkflowType::Sequential) && !precedes(check, from, i)) {
        check.report.error(u"W-19"_s, path,
            u"\"%1\" needs the result of \"%2\", which runs later. Change the order or the input."_s
                .arg(agent.displayName(), from.toString()),
            { { u"agent"_s, agent.displayName() }, { u"source"_s, from.toString() } });
    }
}

void checkSource(const DraftCheck &check, size_t i, const InputSource &source, const QString &path)
{
    if (source.kind == InputSource::Kind::AgentResult)
        checkAgentSource(check, i, source.agentId, path);
    if (source.kind == InputSource::Kind::ContextVariable && source.variableName.isEmpty()) {
        check.report.error(u"W-14"_s, path + "/variable_name"_L1,
            u"This input is a context value, but names none. Enter its name."_s);
    }
}

void checkInput(const DraftCheck &check, size_t i, const InputSpec &input)
{
    const QString path = memberPath(i, u"/input"_s);
    if (input.sources.empty() && !check.report.isUnreadable(path)) {
        if (input.combined) {
            check.report.error(u"W-14"_s, path + "/sources"_L1,
                u"The combined input has no sources. Add at least one."_s);
        } else {
            check.report.error(u"W-13"_s, path,
                u"The input has no source. Use initial_prompt, agent_result, combined or "
                "context_variable."_s);
        }
    }
    for (size_t j = 0; j < input.sources.size(); ++j) {
        const QString sourcePath = input.combined ? path + u"/sources/%1"_s.arg(j) : path;
        checkSource(check, i, input.sources[j], sourcePath);
    }
    const std::vector<AgentId> inTemplate = templateAgents(input);
    for (const AgentId &agent : inTemplate)
        checkReference(check, agent, check.members()[i].agentId, path + "/template"_L1);
    if (check.isOfType(WorkflowType::Parallel) && !inputAgents(input).empty()) {
        check.report.warning(u"W-20"_s, path,
            u"\"%1\" needs the result of another agent, so it starts after that one instead of at "
            "once."_s.arg(check.members()[i].displayName()),
            { { u"agent"_s, check.members()[i].displayName() } });
    }
}

void checkFeedback(const DraftCheck &check, size_t i)
{
    const WorkflowAgent &agent = check.members()[i];
    const AgentId &to = agent.feedback->to;
    const QString path = memberPath(i, u"/feedback"_s);
    if (check.rules && !check.rules->ordered) {
        check.report.error(u"validation_error"_s, path,
            u"Feedback works in sequential and pipeline teams only. Remove it or change the "
            "team's type."_s);
        return;
    }
    if (!checkReference(check, to, agent.agentId, path + "/to"_L1) || !check.isOrdered())
        return;
    if (!precedes(check, to, i)) {
        check.report.error(u"W-15"_s, path + "/to"_L1,
            u"Feedback of \"%1\" must go to an earlier agent, but \"%2\" runs later. Choose "
            "another one."_s.arg(agent.displayName(), to.toString()),
            { { u"agent"_s, to.toString() } });
    } else if (!check.members()[*check.position(to)].isActive) {
        check.report.warning(u"W-15"_s, path + "/to"_L1,
            u"\"%1\" is inactive, so this feedback has no effect."_s.arg(to.toString()),
            { { u"agent"_s, to.toString() } });
    }
}

void checkFinalResult(const DraftCheck &check)
{
    const QString form = check.draft.workflow.config.finalResult.value_or(u"last"_s);
    const QString path = u"/workflow_definition/config/final_result"_s;
    if (form.startsWith("agent:"_L1)) {
        checkReference(check, AgentId(form.sliced(6)), {}, path);
        return;
    }
    if (form != "last"_L1 && form != "all"_L1 && form != "leader"_L1) {
        check.report.error(u"validation_error"_s, path,
            u"\"%1\" is no form of the final result. Use last, all, leader or agent:<id>."_s.arg(
                form));
    }
}

void checkApproval(const DraftCheck &check)
{
    const std::optional<ApprovalSpec> &approval = check.draft.workflow.config.approval;
    if (!approval)
        return;
    const QString path = u"/workflow_definition/config/approval/before"_s;
    for (size_t i = 0; i < approval->before.size(); ++i)
        checkReference(check, approval->before[i], {}, path + u"/%1"_s.arg(i));
    if (approval->before.empty()) {
        check.report.warning(u"validation_error"_s, path,
            u"No agent needs an approval. Name at least one, or remove the approval."_s);
    }
}

} // namespace

void checkReferences(const DraftCheck &check)
{
    for (size_t i = 0; i < check.members().size(); ++i) {
        const WorkflowAgent &agent = check.members()[i];
        if (agent.input)
            checkInput(check, i, *agent.input);
        for (size_t j = 0; j < agent.dependencies.size(); ++j) {
            checkReference(check, agent.dependencies[j], agent.agentId,
                memberPath(i, u"/dependencies/%1"_s.arg(j)));
        }
        if (agent.feedback)
            checkFeedback(check, i);
    }
    checkFinalResult(check);
    checkApproval(check);
}

} // namespace renum
