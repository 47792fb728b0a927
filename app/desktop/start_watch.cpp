// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start_watch.h"

#include "ui/teams/teams_page.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>

namespace renum::desktop {

namespace {
Q_LOGGING_CATEGORY(lcStart, "renum.desktop.start", QtInfoMsg)
} // namespace

void StartWatch::begin(ui::Workbench *workbench)
{
    if (lcStart().isDebugEnabled())
        new StartWatch(workbench);
}

StartWatch::StartWatch(ui::Workbench *workbench)
    : QObject(workbench)
{
    m_sinceBegin.start();
    connect(workbench->teams(), &ui::TeamsPage::filled, this, [this] { m_isFilled = true; });
    workbench->window()->installEventFilter(this);
}

bool StartWatch::eventFilter(QObject *watched, QEvent *event)
{
    // The window paints while it handles this; what is queued now comes after that.
    if (m_isFilled && event->type() == QEvent::UpdateRequest) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &StartWatch::report);
    }
    return QObject::eventFilter(watched, event);
}

void StartWatch::report()
{
    qCDebug(lcStart) << "the window can be used; its making took" << m_sinceBegin.elapsed() << "ms";
    deleteLater();
}

} // namespace renum::desktop
