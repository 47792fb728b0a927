// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace renum {
class Workspace;
}

namespace renum::ui {

class AgentCatalog;
class PaletteModel;
class TeamDocument;
class Theme;

/// Search and add, at the pointer: type a few letters, Enter. Closes when the person looks
/// elsewhere and destroys itself then.
class AddPopup : public QFrame {
    Q_OBJECT

public:
    AddPopup(Workspace *workspace, AgentCatalog *catalog, TeamDocument *document, Theme *theme,
        QWidget *parent);

    /// Shows it with its corner there, moved so that it stays on the screen.
    void openAt(const QPoint &globalPosition);

signals:
    void chosen(const renum::WorkflowAgent &member);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void moveCurrent(int step);
    void selectFirst();

    PaletteModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace renum::ui
