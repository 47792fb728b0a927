// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/problem_place.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {
constexpr auto MembersPath = "/workflow_definition/agents/"_L1;
} // namespace

std::optional<std::size_t> memberPosition(const QString &path)
{
    if (!path.startsWith(MembersPath))
        return std::nullopt;
    const QStringView rest = QStringView(path).sliced(MembersPath.size());
    const qsizetype end = rest.indexOf(u'/');
    bool isNumber = false;
    const qulonglong position = (end < 0 ? rest : rest.left(end)).toULongLong(&isNumber);
    return isNumber ? std::optional<std::size_t>(position) : std::nullopt;
}

QString memberField(const QString &path)
{
    if (!memberPosition(path))
        return {};
    const qsizetype end = path.indexOf(u'/', MembersPath.size());
    return end < 0 ? QString() : path.sliced(end);
}

AgentId memberOf(const WorkflowDefinition &workflow, const Problem &problem)
{
    const std::optional<std::size_t> position = memberPosition(problem.path);
    return position && *position < workflow.agents.size() ? workflow.agents[*position].agentId
                                                          : AgentId();
}

} // namespace renum
