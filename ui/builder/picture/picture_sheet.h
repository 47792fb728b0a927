// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QRect>
#include <QString>

#include <memory>
#include <variant>

namespace renum::ui {

class TeamPicture;

enum class PictureFormat { Png, Svg, Pdf };

/// Encoded, or pixels that are still to be encoded.
using PictureContent = std::variant<QByteArray, QImage>;

/// What a picture is painted on.
class PictureSheet {
public:
    /// As large as the format wants it for this picture. Null when there is no memory for it.
    [[nodiscard]] static std::unique_ptr<PictureSheet> make(
        PictureFormat format, const TeamPicture &picture, const QString &title);

    PictureSheet() = default;
    PictureSheet(const PictureSheet &) = delete;
    PictureSheet &operator=(const PictureSheet &) = delete;
    virtual ~PictureSheet() = default;

    [[nodiscard]] QPainter &painter() noexcept { return m_painter; }
    /// Where the picture goes, in pixels of the sheet.
    [[nodiscard]] virtual QRect target() const = 0;
    /// Ends painting. Called once.
    [[nodiscard]] virtual PictureContent finish() = 0;

protected:
    /// Before what is painted on goes.
    void endPainting()
    {
        if (m_painter.isActive())
            m_painter.end();
    }

private:
    QPainter m_painter;
};

} // namespace renum::ui
