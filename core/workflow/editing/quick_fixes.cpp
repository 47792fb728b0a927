// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/quick_fixes.h"

#include "core/workflow/editing/problem_place.h"
#include "core/workflow/strategy_rules.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Kind = QuickFix::Kind;
using Fixes = std::vector<QuickFix>;

/// A draft and one of its problems, while somebody looks for ways out.
struct Case {
    const TeamDraft &draft;
    const Problem &problem;

    [[nodiscard]] const WorkflowAgent *member() const
    {
        const std::optional<std::size_t> position = memberPosition(problem.path);
        const std::vector<WorkflowAgent> &agents = draft.workflow.agents;
        return position && *position < agents.size() ? &agents[*position] : nullptr;
    }
    [[nodiscard]] AgentId argument(const QString &name) const
    {
        return AgentId(problem.args.value(name).toString());
    }
    [[nodiscard]] QuickFix fix(Kind kind, const AgentId &other = {}, const QString &text = {}) const
    {
        return { kind, memberOf(draft.workflow, problem), other, problem.path, text };
    }
};

Fixes listMembers(const Case &at)
{
    return { at.fix(Kind::ListMembers) };
}

Fixes removeTwin(const Case &at)
{
    return { at.fix(Kind::RemoveTwin) };
}

Fixes numberMembers(const Case &at)
{
    return { at.fix(Kind::NumberMembers) };
}

Fixes chainMembers(const Case &at)
{
    Fixes fixes { at.fix(Kind::ChainMembers) };
    if (at.problem.severity == Problem::Severity::Error)
        fixes.push_back(at.fix(Kind::MakeSequential));
    return fixes;
}

Fixes makeParallel(const Case &at)
{
    return { at.fix(Kind::MakeParallel) };
}

/// An input that is none, or not complete.
Fixes completeInput(const Case &at)
{
    const WorkflowAgent *member = at.member();
    if (!member || !memberField(at.problem.path).startsWith("/input"_L1))
        return {};
    if (memberField(at.problem.path).startsWith("/input/sources/"_L1))
        return { at.fix(Kind::DropReference) };
    const bool chained = strategyRules(at.draft.workflow.type).chained;
    return { at.fix(chained ? Kind::ChainMembers : Kind::UsePrompt) };
}

Fixes dropReference(const Case &at)
{
    // What a person wrote in a template is not ours to cut.
    if (memberField(at.problem.path) == "/input/template"_L1)
        return {};
    return { at.fix(Kind::DropReference, at.argument(u"agent"_s)) };
}

Fixes breakCycle(const Case &at)
{
    const AgentId other = at.argument(u"other_id"_s);
    const QString field = memberField(at.problem.path);
    if (field == "/execution_order"_L1 || field == "/input/template"_L1)
        return {};
    return { at.fix(Kind::StopWaiting, other) };
}

Fixes offerToDrop(const Case &at)
{
    return { at.fix(Kind::DropCondition) };
}

Fixes useDefault(const Case &at)
{
    return { at.fix(Kind::UseDefault) };
}

Fixes reorder(const Case &at)
{
    return { at.fix(Kind::MoveBefore, at.argument(u"source"_s)), at.fix(Kind::UsePrompt) };
}

Fixes reachAgain(const Case &at)
{
    const AgentId other = at.argument(u"other_id"_s);
    Fixes fixes;
    if (const WorkflowAgent *blocker = at.draft.workflow.find(other); blocker && !blocker->isActive)
        fixes.push_back(at.fix(Kind::SwitchOn, other));
    fixes.push_back(at.fix(Kind::StopWaiting, other));
    return fixes;
}

Fixes dropKey(const Case &at)
{
    const WorkflowAgent *member = at.member();
    const QString key = at.problem.args.value(u"key"_s).toString();
    const auto reads = [&key](const InputSource &source) {
        return source.kind == InputSource::Kind::ContextVariable && source.variableName == key;
    };
    if (!member || !member->input || std::ranges::none_of(member->input->sources, reads))
        return {};
    return { at.fix(Kind::DropKey, {}, key) };
}

Fixes replaceAgents(const Case &at)
{
    return { at.fix(Kind::ReplaceAgents) };
}

Fixes limitRounds(const Case &at)
{
    return { at.fix(Kind::LimitRounds) };
}

Fixes dropConditionsOn(const Case &at)
{
    return { at.fix(Kind::DropConditionsOn, {}, at.problem.args.value(u"field"_s).toString()) };
}

/// Rules about single values, which have no number of their own.
Fixes correctValue(const Case &at)
{
    static const std::array endings { "/tools_mode"_L1, "/max_parallel"_L1, "/max_iterations"_L1,
        "/final_result"_L1 };
    const QString &path = at.problem.path;
    if (std::ranges::any_of(endings, [&path](auto ending) { return path.endsWith(ending); }))
        return useDefault(at);
    if (path.endsWith("/execution_order"_L1))
        return numberMembers(at);
    if (path.endsWith("/feedback"_L1) || path.endsWith("/approval/before"_L1))
        return dropReference(at);
    return {};
}

struct Rule {
    QLatin1StringView code;
    Fixes (*fixes)(const Case &);
};

constexpr std::array Rules {
    Rule { "W-03"_L1, listMembers },
    Rule { "W-04"_L1, listMembers },
    Rule { "W-05"_L1, listMembers },
    Rule { "W-06"_L1, removeTwin },
    Rule { "W-08"_L1, numberMembers },
    Rule { "W-09"_L1, numberMembers },
    Rule { "W-10"_L1, chainMembers },
    Rule { "W-12"_L1, makeParallel },
    Rule { "W-13"_L1, completeInput },
    Rule { "W-14"_L1, completeInput },
    Rule { "W-15"_L1, dropReference },
    Rule { "W-16"_L1, breakCycle },
    Rule { "W-17"_L1, offerToDrop },
    Rule { "W-18"_L1, useDefault },
    Rule { "W-19"_L1, reorder },
    Rule { "L-01"_L1, reachAgain },
    Rule { "L-02"_L1, dropKey },
    Rule { "L-03"_L1, limitRounds },
    Rule { "L-04"_L1, dropConditionsOn },
    Rule { "L-05"_L1, replaceAgents },
    Rule { "validation_error"_L1, correctValue },
};

} // namespace

std::vector<QuickFix> quickFixes(const TeamDraft &draft, const Problem &problem)
{
    const auto rule = std::ranges::find(Rules, problem.code, &Rule::code);
    if (rule == Rules.end())
        return {};
    return rule->fixes(Case { draft, problem });
}

} // namespace renum
