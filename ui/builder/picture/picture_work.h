// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/picture/picture_sheet.h"
#include "ui/graph/graph_model.h"

#include <chrono>
#include <memory>

namespace renum::ui {

class TeamPicture;
class Theme;

/// Paints a team's graph a little at a time, on the GUI thread. Print is on white, whatever the
/// theme.
class PictureWork {
public:
    /// `theme` outlives this.
    PictureWork(
        const GraphModel &graph, const Theme &theme, PictureFormat format, const QString &title);
    ~PictureWork();
    PictureWork(const PictureWork &) = delete;
    PictureWork &operator=(const PictureWork &) = delete;

    /// Goes on for about that long; true when nothing is left to do.
    bool goOn(std::chrono::milliseconds time);
    /// In hundredths.
    [[nodiscard]] int progress() const;
    /// The picture, when it is done; an empty image when there was no memory for it.
    [[nodiscard]] PictureContent take();

private:
    std::unique_ptr<Theme> m_print; ///< of a page
    std::unique_ptr<TeamPicture> m_picture;
    std::unique_ptr<PictureSheet> m_sheet;
    int m_next = 0;
};

/// The whole of it at once.
[[nodiscard]] PictureContent paintPicture(
    const GraphModel &graph, const Theme &theme, PictureFormat format, const QString &title);

} // namespace renum::ui
