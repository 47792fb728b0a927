// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/workbench.h"

#include <QElapsedTimer>
#include <QObject>

namespace renum::desktop {

/// Tells in the log (category renum.desktop.start, debug) when the window can be used: the stored
/// teams, or why they cannot be read, stand in it and it waits for input. Then it is gone.
class StartWatch : public QObject {
    Q_OBJECT

public:
    /// Watches only when the log is to hold it.
    static void begin(ui::Workbench *workbench);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit StartWatch(ui::Workbench *workbench);
    void report();

    QElapsedTimer m_sinceBegin;
    bool m_isFilled = false;
};

} // namespace renum::desktop
