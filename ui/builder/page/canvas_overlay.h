// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;

namespace renum::ui {

class TeamCanvas;
class TeamDocument;

/// Words over the canvas: what to do while the team is empty, and why something is refused. Lets
/// the mouse through.
class CanvasOverlay : public QWidget {
    Q_OBJECT

public:
    /// Covers the canvas, which owns it.
    CanvasOverlay(TeamDocument *document, TeamCanvas *canvas);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showHint(const QString &sentence);
    void invite();
    void place();

    TeamDocument *m_document;
    TeamCanvas *m_canvas;
    QLabel *m_invitation;
    QLabel *m_hint;
    QTimer m_reading; ///< until the hint goes by itself
};

} // namespace renum::ui
