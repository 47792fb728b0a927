// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/canvas/team_canvas.h"

#include <QAction>
#include <QHash>
#include <QList>
#include <QObject>

class QMenu;

namespace renum::ui {

struct CanvasCommand;

/// The actions of a canvas: one row of a table each.
class CanvasCommands : public QObject {
    Q_OBJECT

public:
    /// `canvas` is the parent and gets the actions.
    CanvasCommands(TeamCanvas *canvas, TeamCanvas::Private *state);

    [[nodiscard]] QList<QAction *> all() const { return m_actions; }
    [[nodiscard]] QAction *find(const QString &name) const;
    /// Enables what would do something now.
    void refresh();
    void retranslate();
    /// Those whose shortcut is a letter alone keep it or lose it.
    void setLetterKeys(bool enabled);
    /// What fits what is chosen.
    void fill(QMenu *menu) const;

private:
    [[nodiscard]] bool applies(const CanvasCommand &command) const;
    void setShortcut(QAction *action, const CanvasCommand &command);

    TeamCanvas *m_canvas;
    TeamCanvas::Private *m_state;
    QList<QAction *> m_actions;
    bool m_letterKeys = true;
};

} // namespace renum::ui
