// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/workflow/editing/quick_fixes.h"
#include "ui/builder/views/keyed_tree_model.h"

#include <optional>
#include <vector>

namespace renum::ui {

class ProblemList;
class TeamDocument;

/// The problems of a document as rows, in the order of the list.
class ProblemsModel : public KeyedTreeModel {
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        MemberColumn,
        SentenceColumn,
        CodeColumn,
        FixColumn,
        ColumnCount
    };
    enum ProblemsRole {
        SeverityRole = FirstFreeRole, ///< int of Problem::Severity
        PathRole, ///< JSON pointer
        FixesRole, ///< how many quick fixes there are
    };

    ProblemsModel(TeamDocument *document, ProblemList *problems, QObject *parent = nullptr);

    /// Reads the list again.
    void refresh();
    void retranslate();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// What can be done about a row's problem at once.
    [[nodiscard]] std::vector<QuickFix> fixesOf(const QModelIndex &index) const;

private:
    [[nodiscard]] TreeRow rowOf(qsizetype position) const;

    TeamDocument *m_document;
    ProblemList *m_problems;
};

} // namespace renum::ui
