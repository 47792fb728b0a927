// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/picture/picture_work.h"

#include "ui/builder/picture/team_picture.h"
#include "ui/theme/theme.h"

#include <QDeadlineTimer>

namespace renum::ui {

PictureWork::PictureWork(
    const GraphModel &graph, const Theme &theme, PictureFormat format, const QString &title)
{
    const bool isPage = format == PictureFormat::Pdf;
    if (isPage)
        m_print = std::make_unique<Theme>(Theme::Mode::Light);
    m_picture = std::make_unique<TeamPicture>(graph, isPage ? m_print.get() : &theme,
        isPage ? TeamPicture::Ground::Paper : TeamPicture::Ground::Canvas);
    m_sheet = PictureSheet::make(format, *m_picture, title);
    if (m_sheet)
        m_picture->begin(m_sheet->painter(), m_sheet->target());
}

PictureWork::~PictureWork() = default;

bool PictureWork::goOn(std::chrono::milliseconds time)
{
    if (!m_sheet)
        return true;
    const QDeadlineTimer deadline(time);
    while (m_next < m_picture->steps()) {
        if (deadline.hasExpired())
            return false;
        m_picture->paintStep(m_sheet->painter(), m_next++);
    }
    return true;
}

int PictureWork::progress() const
{
    return m_picture->steps() > 0 ? 100 * m_next / m_picture->steps() : 100;
}

PictureContent PictureWork::take()
{
    return m_sheet ? m_sheet->finish() : PictureContent(QImage());
}

PictureContent paintPicture(
    const GraphModel &graph, const Theme &theme, PictureFormat format, const QString &title)
{
    PictureWork work(graph, theme, format, title);
    work.goOn(std::chrono::hours(1));
    return work.take();
}

} // namespace renum::ui
