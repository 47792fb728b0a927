// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/canvas/canvas_context.h"

#include <QPlainTextEdit>

class QGraphicsView;

namespace renum::ui {

/// Writes the text of a note or the title of a frame, over where it is drawn. Ctrl+Enter (for a
/// title Enter) or looking elsewhere keeps it, Escape does not.
class DecorEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `context` outlives it; `view` is the canvas.
    DecorEditor(CanvasContext *context, QGraphicsView *view);

    void open(const GraphMark &mark);
    /// The canvas was panned or zoomed.
    void moveToMark();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void keep();
    void leave();
    [[nodiscard]] QRectF markRect() const;
    [[nodiscard]] int indexOfMark() const;

    CanvasContext *m_context;
    QGraphicsView *m_view;
    GraphMark::Kind m_kind = GraphMark::Kind::None;
    QString m_id; ///< of the note or frame
};

} // namespace renum::ui
