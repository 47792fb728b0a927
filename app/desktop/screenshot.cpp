// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshot.h"

#include <QDialog>
#include <QPainter>

namespace renum::desktop {

using namespace std::chrono_literals;

namespace {

constexpr auto LookEvery = 50ms;
/// A service that never answers must not keep a build waiting.
constexpr auto Patience = 30s;

} // namespace

Screenshot::Screenshot(ScreenshotOrder order, Workspace *workspace, QWidget *window)
    : QObject(window)
    , m_order(std::move(order))
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
}

void Screenshot::start()
{
    m_total.start();
    m_timer.start(LookEvery);
}

void Screenshot::setPending(bool pending)
{
    m_pending = pending;
}

void Screenshot::look()
{
    const bool connecting
        = m_workspace->connectionStatus().state == ConnectionStatus::State::Connecting;
    const bool patient = m_total.elapsed() < std::chrono::milliseconds(Patience).count();
    if ((connecting || m_pending) && patient) {
        m_settled.invalidate();
        return;
    }
    if (!m_settled.isValid())
        m_settled.start();
    if (m_settled.elapsed() < m_order.after.count())
        return;
    m_timer.stop();
    emit taken(draw().save(m_order.file));
}

QPixmap Screenshot::draw() const
{
    QPixmap picture = m_window->grab();
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        const QPoint corner = m_window->rect().center() - dialog->rect().center();
        QPainter(&picture).drawPixmap(corner, dialog->grab());
    }
    return picture;
}

} // namespace renum::desktop
