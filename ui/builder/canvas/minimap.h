// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace renum::ui {

class GraphScene;
class Theme;

/// The whole team in a corner of the canvas, drawn from the graph itself and not by a second view.
/// Shows what is in view; a click or a drag brings another part there.
class Minimap : public QWidget {
    Q_OBJECT

public:
    /// `view` is the QGraphicsView it floats over.
    Minimap(const GraphScene *scene, const Theme *theme, QWidget *view);

    /// The graph has changed; it is drawn again soon, at most ten times a second.
    void refresh();
    /// The corner of this rectangle that it keeps to.
    void placeIn(const QRect &room);
    /// The person shows or hides it.
    void toggle();

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// This point of the scene is to be in the middle of the view.
    void centerRequested(const QPointF &scenePoint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void redraw();
    void updateVisible();
    [[nodiscard]] QTransform toMap() const;
    void retranslate();

    const GraphScene *m_scene;
    const Theme *m_theme;
    QPixmap m_picture;
    QRectF m_content;
    QTimer m_soon;
    QRect m_room;
    bool m_wanted = true;
};

} // namespace renum::ui
