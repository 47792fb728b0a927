// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/settings/entry_list.h"
#include "ui/shell/toast.h"

#include <QWidget>

#include <algorithm>

class QLabel;
class QPushButton;

namespace renum::ui {

/// What a person has defined of one kind: a hint, a row each, and a button for one more. A class of
/// a kind calls retranslate() and reload() at the end of its constructor.
class DefinitionsSection : public QWidget {
    Q_OBJECT

public:
    DefinitionsSection(Workspace *workspace, Theme *theme, QWidget *parent);

signals:
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

    /// Reads what there is and calls showEntries().
    virtual QCoro::Task<> load() = 0;
    virtual void showEntries() = 0;
    /// A dialog for the one of that id; a new one when there is none.
    virtual void edit(const QString &id) = 0;
    virtual void removeAsked(const QString &id) = 0;
    virtual void retranslate() = 0;

    void reload() { m_tasks.start(load()); }
    void showFailure(const Error &error);
    /// Nullptr when there is none of that id.
    template<typename List>
    [[nodiscard]] static const typename List::value_type *find(const List &list, const QString &id)
    {
        const auto found = std::ranges::find_if(
            list, [&id](const auto &each) { return each.id.toString() == id; });
        return found == list.cend() ? nullptr : &*found;
    }

    Workspace *m_workspace;
    Theme *m_theme;
    QLabel *m_hint;
    EntryList *m_list;
    QPushButton *m_add;
    std::optional<Error> m_problem; ///< of the last load
    TaskScope m_tasks;
};

} // namespace renum::ui
