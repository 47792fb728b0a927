// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace renum::ui {

/// Undo and redo, which belong to the document and not to the control that has the focus.
[[nodiscard]] inline bool isHistoryKey(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

/// Whether the event asks if the control wants such a key for itself.
[[nodiscard]] inline bool claimsHistoryKey(const QEvent *event)
{
    return event->type() == QEvent::ShortcutOverride
        && isHistoryKey(static_cast<const QKeyEvent *>(event));
}

} // namespace renum::ui
