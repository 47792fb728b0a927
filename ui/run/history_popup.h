// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace renum::ui {

class PromptHistory;

/// Earlier prompts to choose from, with a search field. Shift+Del removes one from the list.
class HistoryPopup : public QFrame {
    Q_OBJECT

public:
    /// `history` outlives this, which deletes itself when it is closed.
    HistoryPopup(PromptHistory *history, QWidget *parent);

    /// Below that widget and as wide.
    void openBelow(const QWidget *widget);

signals:
    void chosen(const QString &prompt);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();

    PromptHistory *m_history;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace renum::ui
