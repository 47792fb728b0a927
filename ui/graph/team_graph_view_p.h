// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/graph/team_graph_view.h"

#include <QPoint>

#include <optional>

namespace renum::ui {

class GraphScene;
class Theme;
class ZoomBar;

class TeamGraphView::Private {
public:
    static constexpr double LeastZoom = 0.05;
    /// Even when a team does not fit: smaller there is nothing to see.
    static constexpr double FurthestFit = 0.002;
    static constexpr double MostZoom = 3;
    static constexpr double ZoomStep = 1.2;

    Theme *theme = nullptr;
    GraphScene *scene = nullptr;
    ZoomBar *zoomBar = nullptr; ///< until it is shown, but never in a preview
    ExecutionId plannedFor; ///< the execution of planGraph
    GraphModel planGraph;
    bool preview = false;
    bool autoFit = true;
    bool spaceHeld = false;
    std::optional<QPoint> panFrom; ///< while panning: where the pointer was last
};

} // namespace renum::ui
