// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_references.h"

#include "core/workflow/condition.h"
#include "core/workflow/editing/canvas_decor.h"
#include "core/workflow/step_references.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FinalResultPrefix = "agent:"_L1;

void renameIn(std::vector<AgentId> &list, const AgentId &from, const AgentId &to)
{
    std::ranges::replace(list, from, to);
}

void renameIn(std::vector<Condition> &conditions, const AgentId &from, const AgentId &to,
    const QSet<AgentId> &known)
{
    for (Condition &condition : conditions) {
        renameIn(condition.children, from, to, known);
        if (condition.kind != Condition::Kind::Test)
            continue;
        const std::optional<ResultPath> path = parseResultPath(condition.field, known);
        if (!path || path->agentId != from)
            continue;
        condition.field = u"agent_"_s + to.toString() + u"_result"_s;
        if (!path->rest.isEmpty())
            condition.field += u'.' + path->rest;
    }
}

/// `{{agent.<from>}}`, with whatever spaces the person wrote around the name.
QString renamedTemplate(const QString &text, const AgentId &from, const AgentId &to)
{
    const QString old = u"agent."_s + from.toString();
    QString renamed;
    qsizetype done = 0;
    for (qsizetype open = text.indexOf("{{"_L1); open >= 0; open = text.indexOf("{{"_L1, done)) {
        const qsizetype close = text.indexOf("}}"_L1, open);
        if (close < 0)
            break;
        const QStringView name = QStringView(text).sliced(open + 2, close - open - 2);
        renamed += QStringView(text).sliced(done, open - done);
        if (name.trimmed() == old)
            renamed += u"{{agent."_s + to.toString() + u"}}"_s;
        else
            renamed += QStringView(text).sliced(open, close + 2 - open);
        done = close + 2;
    }
    return renamed + QStringView(text).sliced(done);
}

void renameIn(InputSpec &input, const AgentId &from, const AgentId &to)
{
    for (InputSource &source : input.sources) {
        if (source.kind == InputSource::Kind::AgentResult && source.agentId == from)
            source.agentId = to;
    }
    if (input.templateText)
        input.templateText = renamedTemplate(*input.templateText, from, to);
}

bool testsOneOf(const Condition &condition, const QSet<AgentId> &gone, const QSet<AgentId> &known)
{
    const std::optional<ResultPath> path = parseResultPath(condition.field, known);
    return path && gone.contains(path->agentId);
}

void forgetIn(WorkflowAgent &member, const QSet<AgentId> &gone, const QSet<AgentId> &known)
{
    std::erase_if(member.dependencies, [&](const AgentId &id) { return gone.contains(id); });
    member.conditions = conditionsWithout(std::move(member.conditions), gone, known);
    if (member.feedback && gone.contains(member.feedback->to))
        member.feedback.reset();
    else if (member.feedback)
        member.feedback->conditions
            = conditionsWithout(std::move(member.feedback->conditions), gone, known);
    if (!member.input)
        return;
    std::erase_if(member.input->sources, [&](const InputSource &source) {
        return source.kind == InputSource::Kind::AgentResult && gone.contains(source.agentId);
    });
    settleInput(*member.input);
}

} // namespace

QSet<AgentId> memberIds(const WorkflowDefinition &workflow)
{
    QSet<AgentId> ids;
    for (const WorkflowAgent &member : workflow.agents)
        ids.insert(member.agentId);
    return ids;
}

std::vector<AgentId> producersOf(const WorkflowAgent &member, const QSet<AgentId> &knownMembers)
{
    std::vector<AgentId> producers = member.dependencies;
    const auto add = [&producers](const std::vector<AgentId> &more) {
        producers.insert(producers.end(), more.begin(), more.end());
    };
    if (member.input) {
        add(inputAgents(*member.input));
        add(templateAgents(*member.input));
    }
    add(conditionAgents(member.conditions, knownMembers));
    return producers;
}

void renameReferences(WorkflowDefinition &workflow, const AgentId &from, const AgentId &to)
{
    QSet<AgentId> known = memberIds(workflow);
    known.insert(from);
    for (WorkflowAgent &member : workflow.agents) {
        renameIn(member.dependencies, from, to);
        renameIn(member.conditions, from, to, known);
        if (member.input)
            renameIn(*member.input, from, to);
        if (!member.feedback)
            continue;
        renameIn(member.feedback->conditions, from, to, known);
        if (member.feedback->to == from)
            member.feedback->to = to;
    }
    WorkflowConfig &config = workflow.config;
    if (config.approval) {
        renameIn(config.approval->before, from, to);
        renameIn(config.approval->autoApprove, from, to, known);
    }
    if (finalResultMember(config) == from)
        config.finalResult = finalResultOf(to);
    renameInDecor(workflow, from, to);
}

void forgetReferences(WorkflowDefinition &workflow, const QSet<AgentId> &gone)
{
    const QSet<AgentId> known = memberIds(workflow) + gone;
    for (WorkflowAgent &member : workflow.agents)
        forgetIn(member, gone, known);
    WorkflowConfig &config = workflow.config;
    if (config.approval) {
        ApprovalSpec &approval = *config.approval;
        std::erase_if(approval.before, [&](const AgentId &id) { return gone.contains(id); });
        approval.autoApprove = conditionsWithout(std::move(approval.autoApprove), gone, known);
        if (approval.before.empty())
            config.approval.reset();
    }
    if (const auto member = finalResultMember(config); member && gone.contains(*member))
        config.finalResult.reset();
    forgetInDecor(workflow, gone);
}

std::vector<Condition> conditionsWithout(
    std::vector<Condition> conditions, const QSet<AgentId> &gone, const QSet<AgentId> &knownAgents)
{
    std::erase_if(conditions, [&](Condition &condition) {
        if (condition.kind == Condition::Kind::Test)
            return testsOneOf(condition, gone, knownAgents);
        condition.children = conditionsWithout(std::move(condition.children), gone, knownAgents);
        return condition.children.empty();
    });
    return conditions;
}

void settleInput(InputSpec &input)
{
    if (input.sources.empty())
        input.sources.push_back({});
    input.combined = input.sources.size() > 1;
}

QString finalResultOf(const AgentId &member)
{
    return FinalResultPrefix + member.toString();
}

std::optional<AgentId> finalResultMember(const WorkflowConfig &config)
{
    if (!config.finalResult || !config.finalResult->startsWith(FinalResultPrefix))
        return std::nullopt;
    return AgentId(config.finalResult->sliced(FinalResultPrefix.size()));
}

} // namespace renum
