// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/live_refresh.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace renum::ui {

LiveRefresh::LiveRefresh(QWidget *view, std::function<void()> refresh)
    : QObject(view)
    , m_view(view)
    , m_refresh(std::move(refresh))
{
    view->installEventFilter(this);
}

void LiveRefresh::request()
{
    m_isStale = !m_view->isVisible();
    if (!m_isStale)
        m_refresh();
}

bool LiveRefresh::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Show && std::exchange(m_isStale, false))
        m_refresh();
    return QObject::eventFilter(watched, event);
}

} // namespace renum::ui
