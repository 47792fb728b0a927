// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/editing/team_differences.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QTreeView;

namespace renum::ui {

class ComparisonGraph;
class KeyedTreeModel;
class TextComparison;
class Theme;

/// What is different between two versions of a team: as a picture, as a list, and word by word.
class ComparisonPanel : public QWidget {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit ComparisonPanel(Theme *theme, QWidget *parent = nullptr);

    void setVersions(const TeamDraft &before, const TeamDraft &after);
    [[nodiscard]] const TeamDifferences &differences() const noexcept { return m_differences; }

signals:
    /// The person has chosen a difference of this member.
    void memberChosen(const renum::AgentId &member);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTree();
    QWidget *makeLists();
    void retranslate();
    void showDifferences();
    void chooseRow(const QModelIndex &row);
    void chooseMember(const AgentId &member);
    void showText();

    Theme *m_theme;
    ComparisonGraph *m_graph;
    KeyedTreeModel *m_model;
    QTreeView *m_tree;
    QLabel *m_summary;
    QLabel *m_field;
    TextComparison *m_text;
    TeamDraft m_before;
    TeamDraft m_after;
    TeamDifferences m_differences;
};

} // namespace renum::ui
