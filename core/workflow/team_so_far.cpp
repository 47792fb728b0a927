// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/team_so_far.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

StepId stepOf(const ExecutionEvent &event)
{
    return StepId(stringAt(event.data, "step_id").value_or(QString()));
}

} // namespace

MessageBoard messageBoardOf(const ExecutionId &execution, const ExecutionPlan &plan)
{
    std::vector<BoardMember> members;
    members.reserve(plan.steps.size());
    for (const PlanStep &step : plan.steps) {
        if (step.kind == MemberKind::Agent)
            members.push_back({ step.agentId, step.role });
    }
    return { execution, std::move(members), plan.definition.config.restrictRequests };
}

StepId auxiliaryStepId(const MessageId &request)
{
    return StepId(u"request:"_s + request.toString());
}

bool usesTeamTools(const PlanStep &step)
{
    return step.kind == MemberKind::Agent && step.input.includeContext
        && step.config.toolsMode.value_or(u"prompt"_s) != "none"_L1;
}

bool wantsMcp(const PlanStep &step)
{
    return usesTeamTools(step) && step.config.toolsMode == u"mcp"_s;
}

void TeamSoFar::begin(const ExecutionId &execution, const ExecutionPlan &plan)
{
    m_board = messageBoardOf(execution, plan);
}

void TeamSoFar::apply(const ExecutionEvent &event)
{
    if (event.type == "team_message"_L1)
        onMessage(event);
    else if (event.type == "step_update"_L1)
        onStep(event);
    else if (event.eventType.startsWith("team_tools_"_L1))
        onTools(event);
}

void TeamSoFar::onMessage(const ExecutionEvent &event)
{
    const MessageId request(stringAt(event.data, "request_id").value_or(QString()));
    if (event.eventType == "auxiliary_run_started"_L1) {
        m_auxiliary[auxiliaryStepId(request)] = { request,
            stringAt(event.data, "prompt").value_or(QString()), event.timestamp, {}, {}, false };
    } else if (event.eventType == "auxiliary_run_ended"_L1) {
        AuxiliaryRun &run = m_auxiliary[auxiliaryStepId(request)];
        run.ended = event.timestamp;
        run.succeeded = !memberAt(event.data, "error_detail");
    } else if (const Result<MessageEvent> message
        = messageEventFromJson(event.eventType, event.data)) {
        m_board.apply(*message);
    }
}

void TeamSoFar::onStep(const ExecutionEvent &event)
{
    const StepId step = stepOf(event);
    if (event.eventType == "step_started"_L1) {
        m_prompts[step] = stringAt(event.data, "prompt").value_or(QString());
        m_actions.remove(step);
    } else if (event.eventType == "step_team_action"_L1) {
        if (const Result<ToolRecord> record = toolRecordFromJson(event.data)) {
            const int turn = int(integerAt(event.data, "turn").value_or(1));
            m_actions[step].push_back({ turn, *record });
        }
    } else if (const auto run = m_auxiliary.find(step); run != m_auxiliary.end()) {
        run->second.remote.apply(event);
    }
}

void TeamSoFar::onTools(const ExecutionEvent &event)
{
    const Result<ToolRegistration> registration = toolRegistrationFromJson(event.data);
    if (!registration)
        return;
    m_registrations.removeOne(*registration);
    if (event.eventType == "team_tools_given"_L1)
        m_registrations.append(*registration);
}

std::vector<AuxiliaryRun> TeamSoFar::auxiliaryRuns() const
{
    std::vector<AuxiliaryRun> runs;
    for (const auto &[step, run] : m_auxiliary)
        runs.push_back(run);
    return runs;
}

} // namespace renum
