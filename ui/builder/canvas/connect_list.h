// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/wire_edits.h"
#include "ui/builder/canvas/canvas_context.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace renum::ui {

class TeamGraphView;

/// Wires without a mouse: what the chosen node can lead to, and the wires that it has, to type and
/// choose from. Enter connects or removes, Escape closes.
class ConnectList : public QFrame {
    Q_OBJECT

public:
    /// `context` outlives it.
    ConnectList(CanvasContext &context, int node, QWidget *canvas);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        QString text;
        WireEnd to; ///< to be joined
        int wire = -1; ///< to be removed instead
    };
    void collect(int node);
    void filter(const QString &words);
    void choose();

    CanvasContext &m_context;
    WireEnd m_from;
    std::vector<Entry> m_entries;
    QLineEdit *m_words;
    QListWidget *m_list;
};

/// Opens one beside the current node of the canvas.
void openConnectList(CanvasContext &context, TeamGraphView *canvas);

} // namespace renum::ui
