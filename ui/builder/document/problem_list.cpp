// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/problem_list.h"

#include "core/workflow/editing/problem_place.h"
#include "core/workflow/editing/team_lint.h"
#include "ui/builder/document/team_document.h"

#include <QElapsedTimer>

#include <utility>

namespace renum::ui {

using namespace std::chrono_literals;

namespace {
/// With every key a person types.
constexpr auto LongestLint = 5ms;
constexpr auto Pause = 200ms;
} // namespace

ProblemList *ProblemList::of(TeamDocument *document)
{
    if (auto *known = document->findChild<ProblemList *>({}, Qt::FindDirectChildrenOnly))
        return known;
    return new ProblemList(document);
}

ProblemList::ProblemList(TeamDocument *document)
    : QObject(document)
    , m_document(document)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        lint();
        collect();
    });
    connect(document, &TeamDocument::changed, this, &ProblemList::update);
    update();
}

Problems ProblemList::problemsOf(const AgentId &member) const
{
    Problems found;
    const QList<qsizetype> positions = m_positions.value(member);
    for (const qsizetype position : positions)
        found.append(m_problems[position]);
    return found;
}

AgentId ProblemList::memberAt(qsizetype position) const
{
    return m_members.value(position);
}

void ProblemList::setMissing(const std::vector<AgentId> &members)
{
    if (members == m_missing)
        return;
    m_missing = members;
    collect();
}

void ProblemList::update()
{
    if (m_lintTime > LongestLint)
        m_pause.start();
    else
        lint();
    collect();
}

void ProblemList::lint()
{
    QElapsedTimer timer;
    timer.start();
    m_lint = lintTeam(m_document->draft());
    m_lintTime = std::chrono::nanoseconds(timer.nsecsElapsed());
    m_lintMembers.clear();
    for (const Problem &problem : std::as_const(m_lint))
        m_lintMembers.append(memberOf(m_document->workflow(), problem));
}

void ProblemList::collect()
{
    Problems problems;
    QList<AgentId> members;
    int errors = 0;
    const Problems &found = m_document->validation().problems;
    for (const Problem::Severity severity :
        { Problem::Severity::Error, Problem::Severity::Warning }) {
        for (const Problem &problem : found) {
            if (problem.severity != severity)
                continue;
            problems.append(problem);
            members.append(memberOf(m_document->workflow(), problem));
        }
        if (severity == Problem::Severity::Error)
            errors = int(problems.size());
    }
    problems += m_lint;
    members += m_lintMembers;
    const Problems missing = missingAgentProblems(m_document->draft(), m_missing);
    for (const Problem &problem : missing)
        members.append(memberOf(m_document->workflow(), problem));
    problems += missing;
    if (problems == m_problems && members == m_members)
        return;
    m_problems = std::move(problems);
    m_members = std::move(members);
    m_errors = errors;
    m_positions.clear();
    for (qsizetype i = 0; i < m_members.size(); ++i)
        m_positions[m_members[i]].append(i);
    emit changed();
}

} // namespace renum::ui
