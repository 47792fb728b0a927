// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/options.h"
#include "core/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace renum::desktop {

/// Takes the ordered picture once the window has settled.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(ScreenshotOrder order, Workspace *workspace, QWidget *window);

    /// Begins to wait. The order's time counts from when the agents' service has answered and
    /// nothing is pending any more.
    void start();
    /// What the picture is to show is still being prepared.
    void setPending(bool pending);

signals:
    /// Saved, or not.
    void taken(bool saved);

private:
    void look();
    [[nodiscard]] QPixmap draw() const;

    ScreenshotOrder m_order;
    Workspace *m_workspace;
    QWidget *m_window;
    QTimer m_timer;
    QElapsedTimer m_settled;
    QElapsedTimer m_total;
    bool m_pending = false;
};

} // namespace renum::desktop
