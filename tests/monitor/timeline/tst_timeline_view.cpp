// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/timeline/timeline_script.h"
#include "ui/monitor/timeline/timeline_panel.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class TestTimelineView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_script = std::make_unique<TimelineScript>(QStringList { u"a"_s, u"b"_s, u"c"_s });
        m_script->work(u"a"_s, 1, 20)
            .step(21, "step_started", u"b"_s, { { "attempt", 1 } })
            .step(25, "step_retrying", u"b"_s)
            .step(30, "step_started", u"b"_s, { { "attempt", 2 } })
            .step(40, "step_completed", u"b"_s)
            .step(3640, "step_approval_requested", u"c"_s)
            .step(7240, "step_approval_decided", u"c"_s)
            .work(u"c"_s, 7240, 7250)
            .add(7250, "execution_update", "execution_completed");
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_panel = std::make_unique<TimelinePanel>(m_theme.get());
        m_panel->resize(900, 240);
        m_panel->showLanes(&m_script->lanes, false);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        view()->setFocus();
    }
    void cleanup()
    {
        m_panel.reset();
        m_theme.reset();
        m_script.reset();
    }

    void idleTimeIsFoldedAndShown()
    {
        auto *fold = m_panel->findChild<QToolButton *>(u"foldIdle"_s);
        const int folded = view()->barRect(0, 0).width();
        QVERIFY2(folded > 100, qPrintable(QString::number(folded)));
        QTest::keyClick(view(), Qt::Key_F);
        QVERIFY(!fold->isChecked());
        QVERIFY(view()->barRect(0, 0).width() < 20);
        QTest::mouseClick(fold, Qt::LeftButton);
        QCOMPARE(view()->barRect(0, 0).width(), folded);
    }

    void barsAreReachedByKeys()
    {
        const QSignalSpy chosen(m_panel.get(), &TimelinePanel::agentChosen);
        const QSignalSpy moment(m_panel.get(), &TimelinePanel::momentChosen);
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->selectedAgent(), AgentId(u"a"_s));
        QTest::keyClick(view(), Qt::Key_Down);
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(view()->selectedBar(), 0);
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(view()->selectedBar(), 1);
        QVERIFY(view()->accessibleDescription().startsWith(u"B, attempt 2. Done after 10.0 s"_s));
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(view()->selectedBar(), 1);
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(chosen.last().at(0).value<AgentId>(), AgentId(u"b"_s));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(moment.count(), 1);
        QCOMPARE(moment.at(0).at(0).toLongLong(), m_script->bar(1, 1).seq);
        QTest::keyClick(view(), Qt::Key_Up);
        QCOMPARE(view()->selectedAgent(), AgentId(u"a"_s));
        QCOMPARE(view()->selectedBar(), -1);
    }

    void rangesAreSelected()
    {
        auto *summary = m_panel->findChild<QLabel *>(u"timelineSummary"_s);
        QCOMPARE(summary->text(), u"Critical path: A → B → C"_s);
        const QRect first = view()->barRect(0, 0);
        const QRect second = view()->barRect(1, 1);
        const QPoint from(first.left(), first.center().y());
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view()->viewport(), { second.right(), second.center().y() });
        QTest::mouseRelease(
            view()->viewport(), Qt::LeftButton, {}, { second.right(), second.center().y() });
        QVERIFY(view()->range().has_value());
        QVERIFY2(summary->text().startsWith(u"Selected: 3"_s)
                && summary->text().contains(u"3 attempt(s)"_s),
            qPrintable(summary->text()));
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!view()->range());
        // And by keys.
        view()->chooseBar({ 1, 0 });
        QTest::keyClick(view(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(
            view()->range() == (TimeSpan { m_script->bar(1, 0).start, *m_script->bar(1, 1).end }));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        const QPoint place = view()->barRect(1, 0).center();
        const Timestamp under = view()->chart().timeAt(place.x());
        for (int i = 0; i < 10; ++i) {
            QWheelEvent wheel(place, view()->mapToGlobal(place), {}, { 0, 120 }, Qt::NoButton,
                Qt::ControlModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(view()->viewport(), &wheel);
        }
        QVERIFY(view()->zoom() > 6);
        const double moved = view()->chart().xOf(under) - place.x();
        QVERIFY2(std::abs(moved) < 4, qPrintable(QString::number(moved)));
        QVERIFY(view()->horizontalScrollBar()->maximum() > 0);
        const int before = view()->horizontalScrollBar()->value();
        QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(view()->horizontalScrollBar()->value() > before);
        QTest::keyClick(view(), Qt::Key_0);
        QCOMPARE(view()->zoom(), 1.0);
        QCOMPARE(view()->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(view(), Qt::Key_Plus);
        QTest::keyClick(view(), Qt::Key_Minus);
        QCOMPARE(view()->zoom(), 1.0);
    }

    void fingersZoom()
    {
        const QPointF place = view()->barRect(0, 0).center();
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
            2, place, place, place, 0.5, {});
        QApplication::sendEvent(view()->viewport(), &pinch);
        QCOMPARE(view()->zoom(), 1.5);
        QNativeGestureEvent turn(Qt::RotateNativeGesture, QPointingDevice::primaryPointingDevice(),
            2, place, place, place, 0.5, {});
        QApplication::sendEvent(view()->viewport(), &turn);
        QCOMPARE(view()->zoom(), 1.5);
    }

    void draggingTheAxisPans()
    {
        view()->setZoom(8);
        const int before = view()->horizontalScrollBar()->value();
        const QPoint axis = view()->chart().axisRect().center();
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, axis);
        QTest::mouseMove(view()->viewport(), axis - QPoint(50, 0));
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, axis - QPoint(50, 0));
        QCOMPARE(view()->horizontalScrollBar()->value(), before + 50);
        QVERIFY(!view()->range());
    }

    void tellsWhatIsUnderThePointer()
    {
        const TimelineChart &chart = view()->chart();
        QVERIFY(
            view()->textAt(view()->barRect(0, 0).center()).startsWith(u"A\nDone after 19.0 s"_s));
        const QPoint retry = chart.waitRect(1, m_script->wait(1, 0)).center().toPoint();
        QCOMPARE(view()->textAt(retry), u"Waited 5.0 s for the next attempt"_s);
        QCOMPARE(view()->textAt(chart.laneRect(2).topLeft() + QPoint(20, 12)), u"C"_s);
        QVERIFY(view()->textAt(chart.axisRect().center()).isEmpty());
    }

    void lanesAndBarsAreAccessible()
    {
        QAccessibleInterface *all = QAccessible::queryAccessibleInterface(view());
        QVERIFY(all);
        QCOMPARE(all->childCount(), 3);
        QAccessibleInterface *lane = all->child(1);
        QVERIFY(lane && lane->isValid());
        QVERIFY(lane->text(QAccessible::Name).startsWith(u"B: failed · 4.0 s, attempt 2"_s));
        QCOMPARE(lane->childCount(), 2);
        QCOMPARE(all->indexOfChild(lane), 1);
        QAccessibleInterface *bar = lane->child(1);
        QVERIFY(bar->text(QAccessible::Name).startsWith(u"B, attempt 2. "_s));
        QCOMPARE(bar->rect().size(), view()->barRect(1, 1).size());
        QCOMPARE(bar->parent(), lane);
        QCOMPARE(lane->childAt(bar->rect().center().x(), bar->rect().center().y()), bar);
        bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(view()->selectedBar(), 1);
        QVERIFY(bar->state().selected);
        lane->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(lane->state().selected);
        QVERIFY(!all->child(7) && !lane->child(9));
    }

    void showsAFoldThatWentBack()
    {
        TimelineScript early({ u"a"_s, u"b"_s, u"c"_s });
        early.step(1, "step_started", u"a"_s, { { "attempt", 1 } });
        view()->chooseBar({ 1, 1 });
        m_panel->showLanes(&early.lanes, false);
        QVERIFY(view()->barRect(1, 1).isEmpty());
        QVERIFY(!view()->barRect(0, 0).isEmpty());
        QTest::keyClick(view(), Qt::Key_Right);
        QVERIFY(!m_panel->grab().isNull());
        m_panel->clear();
        QVERIFY(!m_panel->grab().isNull());
    }

    void isDrawnInBothThemes()
    {
        m_script->spend(7250, u"a"_s, 1000, 21'000'000);
        for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
            m_theme->setMode(mode);
            view()->chooseBar({ 1, 1 });
            view()->setRange(TimeSpan { m_script->bar(0, 0).start, *m_script->bar(1, 0).end });
            m_panel->showLanes(&m_script->lanes, false);
            const QImage drawn = m_panel->grab().toImage();
            const QColor bar = drawn.pixelColor(
                view()->mapTo(m_panel.get(), view()->barRect(1, 1).center() + QPoint(0, -6)));
            QCOMPARE(bar, m_theme->color(ColorToken::Ok));
        }
    }

private:
    TimelineView *view() { return m_panel->view(); }

    std::unique_ptr<TimelineScript> m_script;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimelinePanel> m_panel;
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
