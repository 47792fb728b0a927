// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_layout.h"
#include "ui/graph/layered_columns.h"
#include "ui/graph/wire_geometry.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const QSizeF Card(224, 120);
const LayoutGaps Gaps { 48, 32 };

GraphLayout layout(int nodes, const std::vector<std::pair<int, int>> &edges)
{
    std::vector<LayoutEdge> list;
    for (const auto &[from, to] : edges)
        list.push_back({ from, to, 0 });
    return layoutGraph(
        std::vector<LayoutNode>(static_cast<std::size_t>(nodes), { Card, {} }), list, Gaps);
}

bool overlaps(const std::vector<QRectF> &places)
{
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            if (places[a].intersects(places[b]))
                return true;
        }
    }
    return false;
}

} // namespace

class TestGraphLayout : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void chainIsARow()
    {
        const GraphLayout chain = layout(3, { { 0, 1 }, { 1, 2 } });
        QCOMPARE(chain.nodes[0].center().y(), chain.nodes[2].center().y());
        QCOMPARE(chain.nodes[1].left() - chain.nodes[0].right(), Gaps.layer);
        QVERIFY(chain.nodes[0].left() < chain.nodes[1].left());
    }

    void columnIsTheLongestPath()
    {
        const LayeredColumns columns
            = layeredColumns(4, { { 0, 3 }, { 0, 1 }, { 1, 2 }, { 2, 3 } });
        QCOMPARE(columns.columnOf, std::vector<int>({ 0, 1, 2, 3 }));
        QCOMPARE(columns.passing[0].size(), 2U);
        QVERIFY(columns.passing[1].empty());
    }

    void longEdgeGoesRoundTheCards()
    {
        const GraphLayout long_ = layout(3, { { 0, 1 }, { 1, 2 }, { 0, 2 } });
        QVERIFY(qAbs(long_.nodes[0].center().y() - long_.nodes[1].center().y()) < 0.1);
        QCOMPARE(long_.waypoints[2].size(), 2U);
        for (const QPointF &point : long_.waypoints[2])
            QVERIFY(!long_.nodes[1].adjusted(0, 1, 0, -1).contains(point));
    }

    void branchesAreApartAndCentred()
    {
        const GraphLayout fork = layout(4, { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 2, 3 } });
        QVERIFY(!overlaps(fork.nodes));
        QCOMPARE(fork.nodes[1].left(), fork.nodes[2].left());
        const double middle = (fork.nodes[1].center().y() + fork.nodes[2].center().y()) / 2;
        QVERIFY(qAbs(fork.nodes[0].center().y() - middle) < 1);
        QVERIFY(qAbs(fork.nodes[3].center().y() - middle) < 1);
    }

    void barycentreAvoidsCrossings()
    {
        // 0 leads to 4 and 1 to 3: their targets change places.
        const LayeredColumns columns = layeredColumns(4, { { 0, 3 }, { 1, 2 } });
        const std::vector<int> &first = columns.columns[0];
        const std::vector<int> &second = columns.columns[1];
        const auto row = [](const std::vector<int> &column, int cell) {
            return std::ranges::find(column, cell) - column.begin();
        };
        QCOMPARE(row(first, 0) < row(first, 1), row(second, 3) < row(second, 2));
    }

    void labelsMakeRoom()
    {
        const std::vector<LayoutNode> nodes(2, { Card, {} });
        const GraphLayout wide = layoutGraph(nodes, { { 0, 1, 130 } }, Gaps);
        QVERIFY(wide.nodes[1].left() - wide.nodes[0].right() >= 130 + Gaps.layer);
    }

    void authorsPlacesAreKept()
    {
        std::vector<LayoutNode> nodes(3, { Card, {} });
        nodes[0].fixed = QPointF(1000, 500);
        nodes[1].fixed = QPointF(1000, 800);
        const GraphLayout placed = layoutGraph(nodes, { { 0, 1, 0 }, { 1, 2, 0 } }, Gaps);
        QCOMPARE(placed.nodes[0].topLeft(), QPointF(1000, 500));
        QCOMPARE(placed.nodes[1].topLeft(), QPointF(1000, 800));
        QVERIFY(!overlaps(placed.nodes));
    }

    void wireRoundAFixedCard()
    {
        std::vector<LayoutNode> nodes(3, { Card, {} });
        for (std::size_t i = 0; i < nodes.size(); ++i)
            nodes[i].fixed = QPointF(300.0 * static_cast<double>(i), 0);
        const GraphLayout placed
            = layoutGraph(nodes, { { 0, 1, 0 }, { 1, 2, 0 }, { 0, 2, 0 } }, Gaps);
        QVERIFY(placed.waypoints[0].empty());
        QCOMPARE(placed.waypoints[2].size(), 2U);
        QVERIFY(placed.waypoints[2].front().y() > placed.nodes[1].bottom());
    }

    void cyclesAndNonsenseAreSurvived()
    {
        const GraphLayout loop
            = layout(3, { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 1, 1 }, { 7, 1 }, { -1, 2 } });
        QVERIFY(!overlaps(loop.nodes));
        QVERIFY(layoutGraph({}, {}, Gaps).nodes.empty());
    }

    void randomGraphsNeverOverlap()
    {
        QRandomGenerator random(20260101);
        for (int round = 0; round < 200; ++round) {
            const int count = 1 + random.bounded(20);
            std::vector<std::pair<int, int>> edges;
            for (int e = random.bounded(3 * count); e > 0; --e)
                edges.emplace_back(random.bounded(count), random.bounded(count));
            QVERIFY2(!overlaps(layout(count, edges).nodes), qPrintable(QString::number(round)));
        }
    }

    void thousandStepsAreQuick()
    {
        std::vector<std::pair<int, int>> edges;
        for (int i = 1; i < 1000; ++i) {
            edges.emplace_back(i - 1, i);
            edges.emplace_back(0, i);
        }
        QElapsedTimer clock;
        clock.start();
        const GraphLayout big = layout(1000, edges);
        QCOMPARE(big.nodes.size(), 1000U);
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

    void curvesStartAndEndAtTheirPorts()
    {
        const QPolygonF curve = wireCurve({ 0, 0 }, { { 50, 80 }, { 90, 80 } }, { 200, 10 });
        QCOMPARE(curve.first(), QPointF(0, 0));
        QCOMPARE(curve.last(), QPointF(200, 10));
        QVERIFY(distanceTo(curve, { 70, 80 }) < 0.01);
        QCOMPARE(pointAlong(curve, 1), curve.last());
        QCOMPARE(pointAlong({}, 0.5), QPointF());
        const QPolygonF back = feedbackCurve(QRectF(300, 0, 100, 50), QRectF(0, 0, 100, 50), 40);
        QCOMPARE(back.first(), QPointF(350, 50));
        QCOMPARE(back.last(), QPointF(50, 50));
        QVERIFY(back.boundingRect().bottom() <= 91);
    }

    void curvesAreClipped()
    {
        const QPolygonF curve = wireCurve({ 0, 0 }, {}, { 1000, 400 });
        qsizetype points = 0;
        for (const QPolygonF &run : clippedRuns(curve, QRectF(0, 0, 100, 100)))
            points += run.size();
        QVERIFY(points > 1 && points < curve.size() / 2);
        QVERIFY(clippedRuns(curve, QRectF(0, 900, 10, 10)).empty());
    }

    void boundsTellWhatIsNear()
    {
        BoundsList list;
        list.resize(1);
        list.set(0, QRectF(0, 0, 200, 2));
        list.add(QRectF(2000, 2000, 500, 100));
        list.add(QRectF()); // drawn nowhere
        QCOMPARE(list.near(QRectF(0, -10, 50, 20)), std::vector<int>({ 0 }));
        QCOMPARE(list.near(QRectF(2100, 2050, 0, 0)), std::vector<int>({ 1 }));
        QCOMPARE(list.near(QRectF(-10, -10, 4000, 4000)), std::vector<int>({ 0, 1 }));
        QVERIFY(list.near(QRectF(9000, 0, 10, 10)).empty());
        QVERIFY(list.at(2).isNull());
        QVERIFY(list.united().contains(QRectF(0, 0, 2500, 2100)));
        list.clear();
        QVERIFY(list.near(QRectF(0, -10, 50, 20)).empty());
        QVERIFY(list.united().isNull());
    }

    void hullsEncloseTheirCurves()
    {
        QRandomGenerator random(20261123);
        const auto point = [&] { return QPointF(random.bounded(2000), random.bounded(2000)); };
        for (int round = 0; round < 200; ++round) {
            const QPointF start = point();
            const QPointF end = point();
            const std::vector<QPointF> ways(static_cast<std::size_t>(round % 3), point());
            const QRectF hull = wireHull(start, ways, end).adjusted(-1, -1, 1, 1);
            QVERIFY(hull.contains(wireCurve(start, ways, end).boundingRect()));
        }
    }

    void strokesCrossCurves()
    {
        const QPolygonF curve = wireCurve({ 0, 0 }, {}, { 400, 200 });
        QVERIFY(crosses(curve, QPolygonF({ { 200, -50 }, { 200, 250 } })));
        QVERIFY(!crosses(curve, QPolygonF({ { 0, 150 }, { 60, 190 } })));
        QVERIFY(!crosses(curve, QPolygonF({ { 900, 0 }, { 900, 90 } })));
        QVERIFY(!crosses({}, QPolygonF({ { 200, -50 }, { 200, 250 } })));
    }
};

QTEST_APPLESS_MAIN(TestGraphLayout)
#include "tst_graph_layout.moc"
