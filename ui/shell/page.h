// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace renum::ui {

/// One destination of the rail. A page brings its own content and header widgets; the window only
/// arranges them (house style §2: pages register themselves).
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString id() const = 0; ///< stable, for settings
    [[nodiscard]] virtual QString title() const = 0; ///< translated, shown in rail and header
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Goes into the header between title and connection chip while the page is shown; may be null.
    /// Owned by the page.
    [[nodiscard]] virtual QWidget *headerWidget() { return nullptr; }
    /// The page has become visible or was asked to refresh.
    virtual void activated() { }

signals:
    /// Title, sub-title or state in the header changed.
    void headerChanged();
};

} // namespace renum::ui
