// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <vector>

/// Where dragged things come to rest. Pure.
namespace renum::ui {

inline constexpr double SnapGrid = 20;

struct Snap {
    QPointF offset;
    std::vector<QLineF> lines; ///< what it is aligned with, for the eye
};

/// The offset near `wanted` with which an edge or the middle of `moved` is level with that of
/// another rectangle no further than `reach` away; else its corner is on the grid.
[[nodiscard]] Snap snapped(
    const QRectF &moved, const QPointF &wanted, const std::vector<QRectF> &others, double reach);
/// The nearest point of the grid.
[[nodiscard]] QPointF onGrid(const QPointF &point);

} // namespace renum::ui
