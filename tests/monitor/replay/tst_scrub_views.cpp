// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monitor/replay/recorded_run.h"
#include "tests/ui/page_test.h"
#include "ui/graph/team_graph_view.h"
#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/interventions/wait_banner.h"
#include "ui/monitor/log/log_model.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/monitor/replay/scrub_bar.h"
#include "ui/monitor/replay/scrub_slider.h"
#include "ui/monitor/step/step_inspector.h"
#include "ui/monitor/timeline/timeline_view.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolTip>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// The monitor's views while a person goes through a recorded run.
class TestScrubViews : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_workspace = std::make_unique<FakeWorkspace>();
        m_view = std::make_unique<ExecutionView>(m_workspace.get(), m_theme.get());
        m_view->resize(1400, 900);
        m_view->show();
        m_events = recordedRun();
        storeRun(*m_workspace, m_events);
        m_view->open(recordedId());
        QTRY_COMPARE(replay()->lastSeq(), m_events.size());
    }

    void cleanup()
    {
        m_view.reset();
        m_workspace.reset();
        m_theme.reset();
    }

    /// The heart of it: whatever the views show at an instant is what a fold of the log says.
    void everySeqShowsInEveryView()
    {
        const auto *log = m_view->findChild<LogModel *>();
        QTRY_VERIFY(log->rowCount() > 10);
        for (int row = 0; row < log->rowCount(); ++row)
            m_lines << log->seqAt(row);
        const auto newer
            = std::ranges::find(m_events, u"step_teleported"_s, &ExecutionEvent::eventType);
        QVERIFY(m_lines.contains(newer->seq)); // of a newer version: raw, but not lost
        for (qint64 seq = 1; seq < m_events.size(); ++seq)
            compareAt(seq);
        for (const qint64 seq : { 20, 3, 11, 1, 17, 2 })
            compareAt(seq);
    }

    void theSliderGoesThere()
    {
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Home);
        QCOMPARE(replay()->state().seq(), 1);
        QTest::keyClick(slider(), Qt::Key_Right);
        QCOMPARE(replay()->state().seq(), 2);
        QVERIFY(place().startsWith(u"event 2 of %1"_s.arg(m_events.size())));
        QTest::mouseClick(
            slider(), Qt::LeftButton, {}, QPoint(slider()->xOf(10), slider()->height() / 2));
        QTRY_COMPARE(replay()->state().seq(), 10);
        QCOMPARE(slider()->value(), 10);
        QVERIFY(!liveButton()->isChecked());
        QCOMPARE(liveButton()->text(), u"End · %1 behind"_s.arg(m_events.size() - 10));
        QTest::keyClick(slider(), Qt::Key_End);
        QVERIFY(replay()->isLive());
        QVERIFY(liveButton()->isChecked());
        QCOMPARE(liveButton()->text(), u"End"_s); // it has ended
    }

    void goesFromMilestoneToMilestone()
    {
        QAction *next = action(u"nextMilestone"_s);
        QAction *previous = action(u"previousMilestone"_s);
        replay()->showInstant(1);
        qint64 last = 1;
        for (const Milestone &milestone : replay()->milestones().list()) {
            next->trigger();
            QTRY_COMPARE(replay()->state().seq(), milestone.seq);
            QVERIFY(milestone.seq > last);
            last = milestone.seq;
        }
        QVERIFY(replay()->isLive()); // the end of the run is one
        next->trigger();
        QVERIFY(replay()->isLive());
        previous->trigger();
        QTRY_VERIFY(replay()->state().seq() < last);
    }

    void playsToTheEnd()
    {
        auto *speed = m_view->findChild<QComboBox *>(u"playSpeed"_s);
        speed->setCurrentIndex(speed->count() - 1);
        QCOMPARE(speed->currentText(), u"×100"_s);
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Space); // once more from the beginning
        auto *bar = m_view->findChild<ScrubBar *>();
        QVERIFY(bar->isPlaying());
        QVERIFY(!replay()->isLive());
        QTRY_VERIFY_WITH_TIMEOUT(replay()->isLive(), 20'000);
        QVERIFY(!bar->isPlaying());
    }

    void spacePauses()
    {
        auto *bar = m_view->findChild<ScrubBar *>();
        QTest::mouseClick(slider(), Qt::LeftButton, {}, QPoint(slider()->xOf(2), 4));
        slider()->setFocus();
        QTest::keyClick(slider(), Qt::Key_Space);
        QVERIFY(bar->isPlaying());
        QTRY_VERIFY(replay()->state().seq() > 3);
        QTest::keyClick(slider(), Qt::Key_Space);
        QVERIFY(!bar->isPlaying());
        const qint64 there = replay()->position();
        QVERIFY(there < m_events.size());
        QTest::keyClick(slider(), Qt::Key_Space);
        slider()->setValue(5); // who takes the handle stops playing
        QVERIFY(!bar->isPlaying());
    }

    void theLivenessIsSaidWhileMoreHappens()
    {
        ExecutionEvents more = longRun(40);
        m_workspace->storedExecutions.clear();
        m_workspace->storedEvents.insert(recordedId(), more.first(20));
        storeRow(more.first(20));
        m_view->open(recordedId());
        QTRY_COMPARE(replay()->lastSeq(), 20);
        slider()->setValue(8);
        QTRY_COMPARE(replay()->state().seq(), 8);
        QCOMPARE(liveButton()->text(), u"Live · 12 behind"_s);
        m_workspace->pushEvents(recordedId(), more.sliced(20, 10));
        QTRY_VERIFY(liveButton()->text().contains(u"22"_s));
        QCOMPARE(slider()->maximum(), 30);
        QCOMPARE(slider()->value(), 8);
        QTest::mouseClick(liveButton(), Qt::LeftButton);
        QVERIFY(replay()->isLive());
        QCOMPARE(slider()->value(), 30);
    }

    void ticksSayWhatHappened()
    {
        const Milestone failure = *std::ranges::find(
            replay()->milestones().list(), Milestone::Kind::Failure, &Milestone::kind);
        const QPoint there(slider()->xOf(failure.seq), slider()->height() / 2);
        QHelpEvent help(QEvent::ToolTip, there, slider()->mapToGlobal(there));
        QVERIFY(QApplication::sendEvent(slider(), &help));
        QTRY_VERIFY(QToolTip::text().contains(u"Researcher has trouble"_s));
        QToolTip::hideText();
    }

    void viewsAreHiddenMovedAndPutBack()
    {
        PartDocks *docks = m_view->docks();
        const QByteArray first = docks->arrangement();
        auto *timeline = docks->findChild<QDockWidget *>(u"timeline"_s);
        QVERIFY(timeline->isVisible());
        const QSignalSpy changes(docks, &PartDocks::arrangementChanged);
        timeline->toggleViewAction()->trigger();
        QVERIFY(!timeline->isVisible());
        QVERIFY(changes.count() > 0);
        // What comes into view is told what it missed.
        replay()->showInstant(4);
        timeline->toggleViewAction()->trigger();
        QVERIFY(timeline->isVisible());
        auto *lanes = m_view->findChild<TimelineView *>();
        MonitorState then;
        for (const ExecutionEvent &event : m_events.first(4))
            then.apply(event);
        QVERIFY(lanes->lanes() == then.fold<TimelineLanes>());

        timeline->setFloating(true);
        QVERIFY(timeline->isWindow());
        QVERIFY(docks->setArrangement(first));
        QVERIFY(!timeline->isFloating());
        timeline->close();
        docks->viewsMenu()->actions().constLast()->trigger();
        QVERIFY(timeline->isVisible());
        QVERIFY(!docks->setArrangement("nonsense"));
        QVERIFY(!docks->setArrangement({}));
    }

    void theLanguageChanges()
    {
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_view->docks(), &change);
        QCOMPARE(m_view->docks()->findChild<QDockWidget *>(u"log"_s)->windowTitle(), u"Log"_s);
        QApplication::sendEvent(m_view->findChild<ScrubBar *>(), &change);
        QCOMPARE(slider()->accessibleName(), u"Moment of the run"_s);
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// Kept where RENUM_PICTURES says.
    void pictures()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        m_theme->install();
        replay()->showInstant(13);
        QTRY_COMPARE(replay()->state().seq(), 13);
        const QImage image = m_view->grab().toImage();
        QCOMPARE(image.size(), m_view->size());
        const QString folder = qEnvironmentVariable("RENUM_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(u"%1/scrub-%2.png"_s.arg(folder, dark ? u"dark"_s : u"light"_s)));
    }

private:
    ExecutionReplay *replay() { return m_view->replay(); }
    ScrubSlider *slider() { return m_view->findChild<ScrubSlider *>(); }
    QPushButton *liveButton() { return m_view->findChild<QPushButton *>(u"liveButton"_s); }
    QString place() { return m_view->findChild<QLabel *>(u"scrubPlace"_s)->text(); }
    QAction *action(const QString &name) { return m_view->findChild<QAction *>(name); }

    void storeRow(const ExecutionEvents &events)
    {
        ExecutionProjection projection;
        for (const ExecutionEvent &event : events)
            projection.apply(event);
        m_workspace->storedExecutions = { projection.execution() };
    }

    void compareAt(qint64 seq)
    {
        replay()->showInstant(seq);
        QTRY_COMPARE(replay()->state().seq(), seq);
        MonitorState state;
        for (const ExecutionEvent &event : m_events.first(seq))
            state.apply(event);
        const Execution &execution = state.execution();
        GraphModel graph;
        if (execution.plan) {
            graph = graphOf(*execution.plan);
            applyExecution(graph, execution, execution.updatedAt);
        }
        QVERIFY2(m_view->findChild<TeamGraphView *>()->graph() == graph,
            qPrintable(QString::number(seq)));
        QCOMPARE(m_view->findChild<WaitBanner *>()->text(),
            waitLine(execution, false, execution.updatedAt).text);

        const auto lines
            = std::ranges::count_if(m_lines, [seq](qint64 line) { return line <= seq; });
        QTRY_COMPARE(m_view->findChild<LogModel *>()->rowCount(), int(lines));

        const auto *timeline = m_view->findChild<TimelineView *>();
        QVERIFY(timeline->lanes() == state.fold<TimelineLanes>());
        QCOMPARE(m_view->findChild<StepInspector *>()->agent(), activeAgent(execution));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<ExecutionView> m_view;
    ExecutionEvents m_events;
    QList<qint64> m_lines; ///< of the log, by seq
};

QTEST_MAIN(TestScrubViews)
#include "tst_scrub_views.moc"
