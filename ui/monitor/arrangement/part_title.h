// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace renum::ui {

class Theme;

/// The strip over a part of the monitor: what it is, and the buttons that take it out to a window
/// of its own and hide it. Dragging it moves the part. Where parts lie one upon another, their tabs
/// say what they are.
class PartTitle : public QWidget {
    Q_OBJECT

public:
    PartTitle(Theme *theme, QDockWidget *dock);

    /// The part is one of several in its place.
    void setTabbed(bool tabbed);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void dress();

    Theme *m_theme;
    QDockWidget *m_dock;
    QLabel *m_name;
    QToolButton *m_takeOut;
    QToolButton *m_hide;
};

} // namespace renum::ui
