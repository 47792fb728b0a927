// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/arrangement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace renum::ui {

namespace {

double least(const std::vector<QRectF> &rects, double (QRectF::*edge)() const)
{
    double value = (rects.front().*edge)();
    for (const QRectF &rect : rects)
        value = std::min(value, (rect.*edge)());
    return value;
}

double most(const std::vector<QRectF> &rects, double (QRectF::*edge)() const)
{
    double value = (rects.front().*edge)();
    for (const QRectF &rect : rects)
        value = std::max(value, (rect.*edge)());
    return value;
}

QPointF meanCentre(const std::vector<QRectF> &rects)
{
    QPointF sum;
    for (const QRectF &rect : rects)
        sum += rect.center();
    const QPointF mean = sum / static_cast<double>(rects.size());
    return { std::round(mean.x()), std::round(mean.y()) };
}

} // namespace

std::vector<QPointF> aligned(const std::vector<QRectF> &rects, Alignment alignment)
{
    std::vector<QPointF> corners;
    if (rects.empty())
        return corners;
    const QPointF centre = meanCentre(rects);
    const double left = least(rects, &QRectF::left);
    const double right = most(rects, &QRectF::right);
    const double top = least(rects, &QRectF::top);
    const double bottom = most(rects, &QRectF::bottom);
    for (QRectF rect : rects) {
        switch (alignment) {
        case Alignment::Left:
            rect.moveLeft(left);
            break;
        case Alignment::Center:
            rect.moveLeft(centre.x() - rect.width() / 2);
            break;
        case Alignment::Right:
            rect.moveRight(right);
            break;
        case Alignment::Top:
            rect.moveTop(top);
            break;
        case Alignment::Middle:
            rect.moveTop(centre.y() - rect.height() / 2);
            break;
        case Alignment::Bottom:
            rect.moveBottom(bottom);
            break;
        }
        corners.push_back(rect.topLeft());
    }
    return corners;
}

std::vector<QPointF> distributed(const std::vector<QRectF> &rects, Spread spread)
{
    std::vector<QPointF> corners;
    for (const QRectF &rect : rects)
        corners.push_back(rect.topLeft());
    if (rects.size() < 3)
        return corners;
    const bool across = spread == Spread::Across;
    const auto startOf = [&](std::size_t i) { return across ? rects[i].left() : rects[i].top(); };
    const auto sizeOf
        = [&](std::size_t i) { return across ? rects[i].width() : rects[i].height(); };
    std::vector<std::size_t> order(rects.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, startOf);
    double taken = 0;
    for (std::size_t i = 0; i < rects.size(); ++i)
        taken += sizeOf(i);
    const std::size_t last = order.back();
    const double room = startOf(last) + sizeOf(last) - startOf(order.front()) - taken;
    const double gap = room / static_cast<double>(rects.size() - 1);
    double place = startOf(order.front());
    for (const std::size_t i : order) {
        if (across)
            corners[i].setX(place);
        else
            corners[i].setY(place);
        place += sizeOf(i) + gap;
    }
    return corners;
}

} // namespace renum::ui
