// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace renum::ui {

class ExecutionPane;

/// One execution in a window of its own, for another screen. Deletes itself when it is closed, and
/// with it ends what its pane followed.
class ExecutionWindow : public QWidget {
    Q_OBJECT

public:
    /// Takes the pane over, with its header. `owner` is what it is closed with.
    ExecutionWindow(ExecutionPane *pane, QWidget *owner);

    [[nodiscard]] ExecutionPane *pane() const noexcept { return m_pane; }

private:
    void updateTitle();

    ExecutionPane *m_pane;
};

} // namespace renum::ui
