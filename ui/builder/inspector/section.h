// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace renum::ui {

class Theme;

/// A heading that shows and hides what is below it.
class Section : public QWidget {
    Q_OBJECT

public:
    /// `body` becomes a child.
    Section(Theme *theme, QWidget *body, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const noexcept { return m_open; }
    [[nodiscard]] QToolButton *heading() const noexcept { return m_heading; }

signals:
    void opened();

private:
    void showState();

    Theme *m_theme;
    QToolButton *m_heading;
    QWidget *m_body;
    bool m_open = false;
};

} // namespace renum::ui
