// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/team_archive.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace renum {
class Workspace;
}

namespace renum::ui {

class KeyedTreeModel;
class TemplateKeeper;
class Theme;

/// Templates of one's own and those in folders that the person added: who made them, and why one
/// cannot be used. Enter uses one, F2 renames it, Delete deletes it.
class TemplateShelfView : public QWidget {
    Q_OBJECT

public:
    /// `keeper` and `theme` outlive this.
    TemplateShelfView(
        Workspace *workspace, TemplateKeeper *keeper, Theme *theme, QWidget *parent = nullptr);

    /// Reads them again.
    void load();
    [[nodiscard]] const TemplateShelf &shelf() const noexcept { return m_shelf; }
    /// While a team is being made of one of them.
    void setBusy(bool busy);

signals:
    void useRequested(const renum::TemplateEntry &entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTree(Theme *theme);
    void makeButtons();
    void connectParts();
    QCoro::Task<> read(std::stop_token stop);
    void showShelf();
    void showButtons();
    void retranslate();
    /// The one with the cursor on it, or nullptr. Borrowed.
    [[nodiscard]] const TemplateEntry *current() const;
    [[nodiscard]] const TemplateFolder *currentFolder() const;
    void use();
    void remove();

    TeamArchive *m_archive;
    TemplateKeeper *m_keeper;
    KeyedTreeModel *m_model;
    QTreeView *m_tree;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_use;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_add;
    TemplateShelf m_shelf;
    std::optional<Error> m_error;
    bool m_busy = false;
    std::stop_source m_request;
    TaskScope m_tasks;
};

} // namespace renum::ui
