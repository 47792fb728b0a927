// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/validation_report.h"

#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// In a team file the team is one member; pointers are into the team itself.
QString pathInTeam(const QString &path)
{
    return path.startsWith("/team/"_L1) ? path.sliced(5) : path;
}

QString findingKey(const Problem &problem)
{
    return problem.code + u' ' + problem.path;
}

bool segmentsLess(const QStringList &a, const QStringList &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] == b[i])
            continue;
        bool leftIsNumber = false;
        bool rightIsNumber = false;
        const uint left = a[i].toUInt(&leftIsNumber);
        const uint right = b[i].toUInt(&rightIsNumber);
        return leftIsNumber && rightIsNumber ? left < right : a[i] < b[i];
    }
    return a.size() < b.size();
}

} // namespace

ValidationReport::ValidationReport(const Problems &readProblems)
    : m_problems(readProblems)
{
    for (Problem &problem : m_problems) {
        problem.path = pathInTeam(problem.path);
        m_readFindings.insert(findingKey(problem));
        if (problem.severity != Problem::Severity::Error)
            continue;
        m_readCodes.insert(problem.code);
        for (QString path = problem.path; !path.isEmpty(); path.truncate(path.lastIndexOf(u'/')))
            m_readErrorPaths.insert(path);
    }
}

void ValidationReport::error(
    const QString &code, const QString &path, const QString &message, QVariantMap args)
{
    add({ Problem::Severity::Error, code, path, message, std::move(args) });
}

void ValidationReport::warning(
    const QString &code, const QString &path, const QString &message, QVariantMap args)
{
    add({ Problem::Severity::Warning, code, path, message, std::move(args) });
}

void ValidationReport::add(Problem problem)
{
    if (!m_readFindings.contains(findingKey(problem)))
        m_problems.append(std::move(problem));
}

bool ValidationReport::readFound(const QString &code) const
{
    return m_readCodes.contains(code);
}

bool ValidationReport::isUnreadable(const QString &path) const
{
    return m_readErrorPaths.contains(path);
}

Problems ValidationReport::takeSorted()
{
    std::vector<std::pair<QStringList, Problem>> keyed;
    keyed.reserve(size_t(m_problems.size()));
    for (Problem &problem : m_problems)
        keyed.emplace_back(problem.path.split(u'/'), std::move(problem));
    std::ranges::stable_sort(
        keyed, [](const auto &a, const auto &b) { return segmentsLess(a.first, b.first); });
    Problems sorted;
    sorted.reserve(m_problems.size());
    for (auto &[key, problem] : keyed)
        sorted.append(std::move(problem));
    m_problems.clear();
    return sorted;
}

} // namespace renum
