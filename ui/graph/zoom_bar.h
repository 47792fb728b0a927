// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace renum::ui {

/// Zoom buttons that float over a canvas: what the keys do, for the mouse.
class ZoomBar : public QWidget {
    Q_OBJECT

public:
    explicit ZoomBar(QWidget *parent);

    /// 1 is shown as 100 %.
    void setZoom(double zoom);
    /// One more button.
    void addCommand(QAction *action);

signals:
    void zoomRequested(double factor);
    void resetRequested();
    void fitRequested();

private:
    QToolButton *addButton(const QString &text, const QString &toolTip);

    QToolButton *m_zoom;
};

} // namespace renum::ui
