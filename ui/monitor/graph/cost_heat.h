// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cost.h"
#include "ui/graph/graph_model.h"

#include <QHash>

#include <vector>

class QPainter;

namespace renum::ui {

class Theme;

/// What the cards of a graph cost, compared with each other.
struct CostHeat {
    struct Cell {
        int node = 0; ///< index into GraphModel::nodes
        Cost cost;
        double warmth = 0; ///< of the dearest, 0 to 1; nothing where nobody knows the amount
        double share = 0; ///< of all known amounts, 0 to 1

        friend bool operator==(const Cell &, const Cell &) = default;
    };
    std::vector<Cell> cells; ///< only of nodes that called a model
    qint64 mostNanoUsd = 0;

    [[nodiscard]] bool isKnown() const noexcept { return mostNanoUsd > 0; }
    friend bool operator==(const CostHeat &, const CostHeat &) = default;
};
/// `costs` is by the id of a node. Pure.
[[nodiscard]] CostHeat costHeat(const GraphModel &graph, const QHash<AgentId, Cost> &costs);

/// "$0.0312 · 62 %"; "unknown" where nobody knows.
[[nodiscard]] QString heatText(const CostHeat::Cell &cell);

/// The shade of a card: one hue, stronger with the cost, so that it needs no eye for colours.
[[nodiscard]] QColor heatColor(const Theme &theme, double warmth);
/// Over a card: its shade and, where it can be read, its figure.
void paintHeat(QPainter &painter, const Theme &theme, const QRectF &card,
    const CostHeat::Cell &cell, bool withText);

} // namespace renum::ui
