// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/picture/picture_sheet.h"
#include "ui/graph/graph_model.h"

#include <QByteArray>
#include <QImage>
#include <QRect>

#include <memory>
#include <vector>

class QGraphicsItem;
class QPainter;

namespace renum::ui {

class GraphScene;

/// A team's graph as a picture for others: the cards in full detail whatever the size, and nothing
/// that only editing needs (selection, marks of problems, grid). Paints on the GUI thread, at once
/// or a step at a time.
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

    /// The same in small steps: begin(), then each of them in turn with the same painter.
    void begin(QPainter &painter, const QRect &target) const;
    [[nodiscard]] int steps() const { return static_cast<int>(m_steps.size()); }
    void paintStep(QPainter &painter, int step) const;

    [[nodiscard]] QByteArray svg(const QString &title) const;
    [[nodiscard]] QByteArray pdf(const QString &title) const;
    /// Null when there is no memory for it.
    [[nodiscard]] QImage image() const;

private:
    /// A part of what is painted, from below to above.
    struct Step {
        enum class Kind { Ground, Item, Wires, Labels };
        Kind kind = Kind::Item;
        QGraphicsItem *item = nullptr; ///< of kind Item; of the scene
        int first = 0; ///< band of the ground, wire
    };
    void plan();
    void paintBand(QPainter &painter, int band) const;
    [[nodiscard]] PictureContent painted(PictureFormat format, const QString &title) const;

    const Theme *m_theme;
    Ground m_ground;
    std::unique_ptr<GraphScene> m_scene;
    QRect m_rect; ///< of the scene
    std::vector<Step> m_steps;
};

} // namespace renum::ui
