// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/arrangement.h"
#include "ui/builder/canvas/snapping.h"

#include <QTest>

using namespace renum::ui;

/// Putting things in line: by command, and while they are dragged.
class tst_Arrangement : public QObject {
    Q_OBJECT

private slots:
    void alignsEdges();
    void alignsMiddles();
    void distributesRoom();
    void fewAreLeftAlone();
    void snapsToTheGrid();
    void snapsToNeighbours();
    void theNearestNeighbourWins();
};

namespace {
const std::vector<QRectF> Three { { 0, 0, 100, 50 }, { 200, 30, 60, 90 }, { 500, 100, 100, 50 } };
}

void tst_Arrangement::alignsEdges()
{
    QCOMPARE(aligned(Three, Alignment::Left)[2], QPointF(0, 100));
    QCOMPARE(aligned(Three, Alignment::Right)[1], QPointF(540, 30));
    QCOMPARE(aligned(Three, Alignment::Top)[2], QPointF(500, 0));
    QCOMPARE(aligned(Three, Alignment::Bottom)[0], QPointF(0, 100));
}

void tst_Arrangement::alignsMiddles()
{
    const std::vector<QPointF> across = aligned(Three, Alignment::Center);
    QCOMPARE(across[0].x() + 50, across[1].x() + 30);
    QCOMPARE(across[0].y(), 0.0);
    const std::vector<QPointF> down = aligned(Three, Alignment::Middle);
    QCOMPARE(down[0].y() + 25, down[1].y() + 45);
}

void tst_Arrangement::distributesRoom()
{
    const std::vector<QPointF> across = distributed(Three, Spread::Across);
    QCOMPARE(across[0], QPointF(0, 0));
    QCOMPARE(across[2], QPointF(500, 100));
    QCOMPARE(across[1].x() - 100, 500 - (across[1].x() + 60)); // the same room on both sides
    const std::vector<QPointF> down = distributed(Three, Spread::Down);
    QCOMPARE(down[1].y() - 50, 100 - (down[1].y() + 90));
}

void tst_Arrangement::fewAreLeftAlone()
{
    QVERIFY(aligned({}, Alignment::Left).empty());
    QVERIFY(distributed({}, Spread::Down).empty());
    const std::vector<QRectF> two { { 0, 0, 10, 10 }, { 100, 5, 10, 10 } };
    QCOMPARE(distributed(two, Spread::Across)[1], QPointF(100, 5));
}

void tst_Arrangement::snapsToTheGrid()
{
    const Snap snap = snapped(QRectF(3, 0, 100, 50), { 41, 11 }, {}, 6);
    QCOMPARE(QPointF(3, 0) + snap.offset, QPointF(40, 20));
    QVERIFY(snap.lines.empty());
    QCOMPARE(onGrid({ -31, 9 }), QPointF(-40, 0));
}

void tst_Arrangement::snapsToNeighbours()
{
    const QRectF other(307, 0, 100, 50);
    const Snap snap = snapped(QRectF(0, 0, 100, 50), { 304, 199 }, { other }, 6);
    QCOMPARE(snap.offset, QPointF(307, 200)); // across with it, down on the grid
    QCOMPARE(snap.lines.size(), 1U);
    QCOMPARE(snap.lines[0].x1(), snap.lines[0].x2());
    const Snap far = snapped(QRectF(0, 0, 100, 50), { 293, 199 }, { other }, 6);
    QVERIFY(far.lines.empty());
}

void tst_Arrangement::theNearestNeighbourWins()
{
    const std::vector<QRectF> others { { 304, 0, 100, 50 }, { 301, 300, 100, 50 } };
    const Snap snap = snapped(QRectF(0, 0, 100, 50), { 300, 510 }, others, 6);
    QCOMPARE(snap.offset.x(), 301.0);
}

QTEST_APPLESS_MAIN(tst_Arrangement)
#include "tst_arrangement.moc"
