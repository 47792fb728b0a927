// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page_entry.h"
#include "ui/shell/toast.h"

#include <QString>
#include <QWidget>

namespace renum::ui {

/// One destination of the rail. A page brings its own content and header widgets; the window only
/// arranges them (house style §2: pages register themselves), and makes a page when somebody first
/// goes there. What a page adds with addAction() is in the window's list of shortcuts, and works
/// while the page is shown.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What the header says when the page shows one thing in particular; else empty, and the header
    /// says the title of the page's entry.
    [[nodiscard]] virtual QString heading() const { return {}; }
    /// Goes into the header between title and connection chip while the page is shown; may be null.
    /// Owned by the page.
    [[nodiscard]] virtual QWidget *headerWidget() const { return nullptr; }
    /// The page has become visible or was asked to refresh.
    virtual void activated() { }
    /// Everything that can be done here, for the list of commands and the list of keys.
    [[nodiscard]] virtual QList<QAction *> commands() const { return actions(); }
    /// Ctrl+F: puts the cursor into the page's search field, if it has one.
    virtual void focusSearch() { }

signals:
    /// commands() are others than before.
    void commandsChanged();
    /// Title, sub-title or state in the header changed.
    void headerChanged();
    /// Something has happened that the person should know, wherever they look now.
    void toastRequested(const renum::ui::Toast &toast);
};

} // namespace renum::ui
