// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/problems_model.h"

#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/problem_words.h"
#include "ui/builder/views/quick_fix_text.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

ProblemsModel::ProblemsModel(TeamDocument *document, ProblemList *problems, QObject *parent)
    : KeyedTreeModel(ColumnCount, parent)
    , m_document(document)
    , m_problems(problems)
{
    retranslate();
}

void ProblemsModel::refresh()
{
    std::vector<TreeRow> rows;
    const qsizetype count = m_problems->problems().size();
    rows.reserve(std::size_t(count));
    for (qsizetype position = 0; position < count; ++position)
        rows.push_back(rowOf(position));
    setRows(std::move(rows));
}

void ProblemsModel::retranslate()
{
    setHeaders({ tr("Kind"), tr("Member"), tr("Problem"), tr("Rule"), tr("What can be done") });
    refresh();
}

TreeRow ProblemsModel::rowOf(qsizetype position) const
{
    const Problem &problem = m_problems->problems()[position];
    const bool isError = problem.severity == Problem::Severity::Error;
    const std::vector<QuickFix> fixes = quickFixes(m_document->draft(), problem);
    TreeRow row;
    row.key = u"%1 %2 %3"_s.arg(problem.code, problem.path, problem.message);
    row.member = m_problems->memberAt(position);
    const WorkflowAgent *member = m_document->workflow().find(row.member);
    row.texts
        = { isError ? tr("Error") : tr("Warning"), member ? member->displayName() : tr("The team"),
              problemWords(problem, m_document->workflow()), problem.code,
              fixes.empty() ? QString() : quickFixText(fixes.front(), m_document->workflow()) };
    row.roles = { { SeverityRole, int(problem.severity) }, { PathRole, problem.path },
        { FixesRole, int(fixes.size()) } };
    return row;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::ToolTipRole)
        return KeyedTreeModel::data(index, role);
    const QString text = KeyedTreeModel::data(index, Qt::DisplayRole).toString();
    const bool isFix = index.column() == FixColumn && !text.isEmpty();
    //: what a click does, and the keys that do it
    return isFix ? tr("%1 (Ctrl+.)").arg(text) : text;
}

std::vector<QuickFix> ProblemsModel::fixesOf(const QModelIndex &index) const
{
    const Problems &problems = m_problems->problems();
    if (!index.isValid() || index.row() >= problems.size())
        return {};
    return quickFixes(m_document->draft(), problems[index.row()]);
}

} // namespace renum::ui
