// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

/// Where chosen nodes go when a person puts them in line. Pure.
namespace renum::ui {

enum class Alignment { Left, Center, Right, Top, Middle, Bottom };
/// The top left corners that put them in line; the first in that direction decides, for the middle
/// the mean.
[[nodiscard]] std::vector<QPointF> aligned(const std::vector<QRectF> &rects, Alignment alignment);

enum class Spread { Across, Down };
/// The corners that leave the same room between neighbours; the outermost two stay. Fewer than
/// three stay as they are.
[[nodiscard]] std::vector<QPointF> distributed(const std::vector<QRectF> &rects, Spread spread);

} // namespace renum::ui
