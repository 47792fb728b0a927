// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace renum::ui {

class PromptHistory;

/// Where a person writes what a team shall do. Up in the first line brings what was written before,
/// Down in the last line goes back, to what was being written in the end. Ctrl+H is asked for by
/// the person who wants to choose from a list.
class PromptEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `history` outlives this.
    explicit PromptEditor(const PromptHistory *history, QWidget *parent = nullptr);

    /// Replaces the text as one step that can be undone.
    void replaceText(const QString &text);

signals:
    void historyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool walk(int step);

    const PromptHistory *m_history;
    int m_place = -1; ///< in the history; -1: what is being written
    QString m_written; ///< while something from the history is shown
};

} // namespace renum::ui
