// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

#include <QByteArray>
#include <QImage>
#include <QRect>

#include <memory>

class QPainter;

namespace renum::ui {

class GraphScene;

/// A team's graph as a picture for others: the cards in full detail whatever the size, and nothing
/// that only editing needs (selection, marks of problems, grid). Paints on the GUI thread.
class TeamPicture {
public:
    enum class Ground {
        Canvas, ///< the theme's canvas
        Paper, ///< left as it is
    };

    /// `theme` outlives the picture.
    TeamPicture(GraphModel graph, const Theme *theme, Ground ground);
    ~TeamPicture();
    TeamPicture(const TeamPicture &) = delete;
    TeamPicture &operator=(const TeamPicture &) = delete;

    /// In device-independent pixels, with a margin round the graph.
    [[nodiscard]] QSize size() const { return m_rect.size(); }
    /// Fits into the middle of `target`, in pixels of the device, and fills it with the ground.
    void paint(QPainter &painter, const QRect &target) const;

    [[nodiscard]] QByteArray svg(const QString &title) const;
    /// One page, upright or across as the graph is, which is never larger than life.
    [[nodiscard]] QByteArray pdf(const QString &title) const;
    /// Twice as large as on the screen, or as large as an image may reasonably be. Null when there
    /// is no memory for it.
    [[nodiscard]] QImage image() const;

private:
    const Theme *m_theme;
    Ground m_ground;
    std::unique_ptr<GraphScene> m_scene;
    QRect m_rect; ///< of the scene
};

} // namespace renum::ui
