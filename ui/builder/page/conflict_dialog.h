// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/draft_merge.h"

#include <QDialog>

class QVBoxLayout;

namespace renum::ui {

/// Somebody else stored the team while it was edited here: shows what they changed, and lets the
/// person choose where both changed the same (feature TB-02).
class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    ConflictDialog(const TeamDraft &base, const TeamDraft &mine, const Team &theirs,
        QWidget *parent = nullptr);

    /// Both versions joined as chosen.
    [[nodiscard]] TeamDraft merged() const;

protected:
    bool event(QEvent *event) override;

private:
    void addTheirChanges(QVBoxLayout *layout);
    void addConflicts(QVBoxLayout *layout);
    QWidget *makeConflict(const MergeConflict &conflict, int number);
    QWidget *makeButtons();
    [[nodiscard]] QString nameOf(const AgentId &member) const;

    TeamDraft m_base;
    TeamDraft m_mine;
    Team m_theirs;
    MergeChoices m_choices;
};

} // namespace renum::ui
