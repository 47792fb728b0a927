// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_words.h"
#include "ui/graph/wires_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

/// The words on wires: how wide they are, and where they find room.
namespace renum::ui {

namespace {

constexpr double LabelCharacters = 26;
/// A condition is read where it starts, before the branches part too far.
constexpr double PillShare = 0.5;
/// So often a label makes way for others; then it lies on them.
constexpr int MostSteps = 20;

double pillHeight(const Theme &theme)
{
    return QFontMetricsF(theme.font(TextStyle::Small)).height() + Theme::Space1;
}

/// Labels that were placed, in cells, so that thousands find their room quickly.
class TakenPlaces {
public:
    /// Moves down until nothing is in the way.
    void settle(QRectF &pill)
    {
        for (int step = 0; step < MostSteps; ++step) {
            const QRectF *other = hit(pill);
            if (!other)
                break;
            pill.moveTop(other->bottom() + Theme::Space1);
        }
        for (const Cell &cell : cellsOf(pill))
            m_cells[cell].push_back(pill);
    }

private:
    using Cell = std::pair<int, int>;
    static constexpr double Size = 256;

    static std::vector<Cell> cellsOf(const QRectF &rect)
    {
        const auto cell = [](double value) { return static_cast<int>(std::floor(value / Size)); };
        std::vector<Cell> cells;
        for (int x = cell(rect.left()); x <= cell(rect.right()); ++x) {
            for (int y = cell(rect.top()); y <= cell(rect.bottom()); ++y)
                cells.emplace_back(x, y);
        }
        return cells;
    }

    [[nodiscard]] const QRectF *hit(const QRectF &pill) const
    {
        for (const Cell &cell : cellsOf(pill)) {
            const auto there = m_cells.constFind(cell);
            if (there == m_cells.cend())
                continue;
            const auto found = std::ranges::find_if(
                *there, [&](const QRectF &other) { return other.intersects(pill); });
            if (found != there->end())
                return &*found;
        }
        return nullptr;
    }

    QHash<Cell, std::vector<QRectF>> m_cells;
};

} // namespace

double WiresItem::labelWidth(const GraphWire &wire) const
{
    if (wire.label.isEmpty() || wire.kind == GraphWire::Kind::Feedback)
        return 0;
    const auto known = m_labelWidths.constFind(wire.label);
    if (known != m_labelWidths.cend())
        return *known;
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    const double limit = small.averageCharWidth() * LabelCharacters;
    // Room for the mark of the verdict from the start, so that nothing moves when it comes.
    const QString widest = GraphWords::tr("✓ %1").arg(wire.label.left(2 * int(LabelCharacters)));
    const double width = std::min(small.horizontalAdvance(widest), limit) + 2 * Theme::Space2;
    m_labelWidths.insert(wire.label, width);
    return width;
}

void WiresItem::placeLabels()
{
    m_labels.clear();
    TakenPlaces taken;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        if (m_graph->wires[i].label.isEmpty() || !m_wires[i].isDrawn())
            continue;
        Label label;
        label.wire = static_cast<int>(i);
        placeLabel(label);
        taken.settle(label.pill);
        m_labels.push_back(std::move(label));
    }
}

void WiresItem::placeLabel(Label &label) const
{
    const GraphWire &labelled = wire(label.wire);
    if (label.text.isEmpty()) {
        GraphWire measured = labelled;
        measured.kind = GraphWire::Kind::Condition; // a back edge's label takes its room as well
        label.pill.setSize({ labelWidth(measured), pillHeight(*m_theme) });
        label.text = labelText(labelled);
    }
    label.pill.moveCenter(pointAlong(curveOf(label.wire), PillShare));
}

QString WiresItem::labelText(const GraphWire &wire) const
{
    QString text = wire.label;
    const bool verdict = wire.kind == GraphWire::Kind::Condition;
    if (verdict && wire.state == GraphWire::State::Done)
        //: a condition that held
        text = GraphWords::tr("✓ %1").arg(wire.label);
    else if (verdict && wire.state == GraphWire::State::Unused)
        //: a condition that did not hold
        text = GraphWords::tr("× %1").arg(wire.label);
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    GraphWire measured = wire;
    measured.kind = GraphWire::Kind::Condition;
    return small.elidedText(text, Qt::ElideRight, labelWidth(measured) - Theme::Space3);
}

} // namespace renum::ui
