// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/frame_places.h"

#include "ui/graph/index.h"

#include <algorithm>
#include <numeric>

namespace renum::ui {

namespace {

/// How many frames are around each; a circle counts as its length.
std::vector<int> depths(const GraphModel &graph)
{
    std::vector<int> depth(graph.frames.size(), 0);
    const int most = static_cast<int>(graph.frames.size());
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        for (int parent = graph.frames[i].parent; parent >= 0 && depth[i] < most; ++depth[i])
            parent = graph.frames[at(parent)].parent;
    }
    return depth;
}

/// The outermost collapsed frame around a frame, itself included, or -1.
int collapsedAround(const GraphModel &graph, int frame)
{
    int outermost = -1;
    for (std::size_t step = 0; frame >= 0 && step <= graph.frames.size(); ++step) {
        if (graph.frames[at(frame)].collapsed)
            outermost = frame;
        frame = graph.frames[at(frame)].parent;
    }
    return outermost;
}

} // namespace

FramePlaces placeFrames(
    const GraphModel &graph, const std::vector<QRectF> &nodes, const FrameMetrics &metrics)
{
    FramePlaces places;
    places.frames.resize(graph.frames.size());
    places.held.resize(graph.frames.size());
    places.hiddenIn.assign(nodes.size(), -1);
    const std::vector<int> depth = depths(graph);
    std::vector<int> order(graph.frames.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater {}, [&](int frame) { return depth[at(frame)]; });

    std::vector<QRectF> content(graph.frames.size());
    for (const int index : order) {
        const GraphFrame &frame = graph.frames[at(index)];
        QRectF &inside = content[at(index)];
        const int hidden = collapsedAround(graph, index);
        for (const int node : frame.nodes) {
            inside = inside.united(nodes[at(node)]);
            places.hiddenIn[at(node)] = hidden;
        }
        places.held[at(index)] += static_cast<int>(frame.nodes.size());
        if (inside.isNull())
            continue;
        QRectF rect = inside.adjusted(
            -metrics.padding, -metrics.padding - metrics.title, metrics.padding, metrics.padding);
        if (frame.collapsed)
            rect.setSize(metrics.collapsed);
        if (hidden < 0 || hidden == index)
            places.frames[at(index)] = rect;
        if (frame.parent >= 0) {
            content[at(frame.parent)] = content[at(frame.parent)].united(rect);
            places.held[at(frame.parent)] += places.held[at(index)];
        }
    }
    return places;
}

std::vector<int> nodesWithin(const GraphModel &graph, int frame)
{
    std::vector<int> nodes;
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        int outer = static_cast<int>(i);
        for (std::size_t step = 0; outer >= 0 && outer != frame && step < graph.frames.size();
             ++step)
            outer = graph.frames[at(outer)].parent;
        if (outer == frame)
            nodes.insert(nodes.end(), graph.frames[i].nodes.begin(), graph.frames[i].nodes.end());
    }
    std::ranges::sort(nodes);
    return nodes;
}

} // namespace renum::ui
