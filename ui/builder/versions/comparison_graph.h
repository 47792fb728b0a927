// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/versions/compared_graph.h"
#include "ui/graph/team_graph_view.h"

namespace renum::ui {

/// Two versions of a team in one picture: what was added, removed, changed and moved is marked with
/// a colour, a sign and a word.
class ComparisonGraph : public TeamGraphView {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit ComparisonGraph(Theme *theme, QWidget *parent = nullptr);

    void setComparison(ComparedGraph compared);
    [[nodiscard]] const std::vector<ChangeMark> &marks() const noexcept { return m_nodes; }

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void paintFrame(QPainter &painter, const QRectF &card, ChangeMark mark) const;
    void paintSign(QPainter &painter, const QPointF &middle, ChangeMark mark) const;

    std::vector<ChangeMark> m_nodes;
    std::vector<ChangeMark> m_wires;
};

} // namespace renum::ui
