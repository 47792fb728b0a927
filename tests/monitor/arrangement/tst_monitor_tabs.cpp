// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "tests/ui/page_test.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/execution_pane.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/execution_window.h"
#include "ui/monitor/graph/run_graph_view.h"
#include "ui/monitor/monitor_page.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/settings/app_settings.h"

#include <QAction>
#include <QDockWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Several executions at once: in tabs, in windows, and again at the next start.
class TestMonitorTabs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<AppSettings>(m_folder->filePath(u"settings.ini"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_workspace = std::make_unique<FakeWorkspace>();
        for (const QString &id : { u"e-1"_s, u"e-2"_s, u"e-3"_s })
            store(id);
        makePage();
    }

    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void eachInATab()
    {
        QCOMPARE(tabs()->count(), 1);
        m_page->openInTab(ExecutionId(u"e-1"_s)); // takes the empty one
        QCOMPARE(tabs()->count(), 1);
        m_page->openInTab(ExecutionId(u"e-2"_s));
        m_page->openInTab(ExecutionId(u"e-3"_s));
        QCOMPARE(tabs()->count(), 3);
        QTRY_VERIFY(tabs()->tabText(2).startsWith(u"Team e-3"_s));
        QTRY_VERIFY(tabs()->tabText(0).startsWith(u"Team e-1"_s));
        QVERIFY(tabs()->tabBar()->isVisible());
        m_page->openInTab(ExecutionId(u"e-1"_s)); // is open: brought forward
        QCOMPARE(tabs()->count(), 3);
        QCOMPARE(m_page->currentPane()->id(), ExecutionId(u"e-1"_s));
        // All of them go on.
        m_workspace->pushEvents(ExecutionId(u"e-3"_s), more(u"e-3"_s));
        QTRY_COMPARE(pane(2)->execution().steps.front().liveText, u"Words"_s);
    }

    void whatIsClosedIsNotFollowed()
    {
        m_page->openInTab(ExecutionId(u"e-1"_s));
        m_page->openInTab(ExecutionId(u"e-2"_s));
        const QPointer<ExecutionPane> second = m_page->currentPane();
        QTRY_VERIFY(second->view()->replay()->lastSeq() > 0);
        emit tabs()->tabCloseRequested(1);
        QVERIFY(!second);
        QCOMPARE(tabs()->count(), 1);
        m_workspace->pushEvents(ExecutionId(u"e-2"_s), more(u"e-2"_s)); // nobody listens
        action(u"closeExecution"_s)->trigger();
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(m_page->currentPane()->id().isEmpty());
        QVERIFY(!tabs()->isVisible());
    }

    void inAWindowOfItsOwn()
    {
        m_page->openInTab(ExecutionId(u"e-1"_s));
        m_page->openInTab(ExecutionId(u"e-2"_s));
        action(u"executionToWindow"_s)->trigger();
        QCOMPARE(tabs()->count(), 1);
        const QPointer<ExecutionWindow> window = openWindow();
        QVERIFY(window);
        QCOMPARE(window->pane()->id(), ExecutionId(u"e-2"_s));
        QTRY_VERIFY(window->windowTitle().startsWith(u"Team e-2"_s));
        m_workspace->pushEvents(ExecutionId(u"e-2"_s), more(u"e-2"_s));
        QTRY_COMPARE(window->pane()->execution().steps.front().liveText, u"Words"_s);
        window->close();
        QTRY_VERIFY(!window);
    }

    void windowsGoWithThePage()
    {
        m_page->openInWindow(ExecutionId(u"e-1"_s));
        const QPointer<ExecutionWindow> window = openWindow();
        QVERIFY(window);
        m_window.reset();
        QVERIFY(!window);
    }

    void isThereAgainAtTheNextStart()
    {
        m_page->remember(m_settings.get());
        m_page->openInTab(ExecutionId(u"e-1"_s));
        m_page->openInTab(ExecutionId(u"e-2"_s));
        auto *timeline = m_page->currentPane()->findChild<QDockWidget *>(u"timeline"_s);
        timeline->toggleViewAction()->trigger();
        QVERIFY(!timeline->isVisible());
        makePage();
        m_page->remember(m_settings.get());
        QCOMPARE(tabs()->count(), 2);
        QCOMPARE(pane(0)->id(), ExecutionId(u"e-1"_s));
        QCOMPARE(pane(1)->id(), ExecutionId(u"e-2"_s));
        for (int tab = 0; tab < 2; ++tab)
            QVERIFY(pane(tab)->findChild<QDockWidget *>(u"timeline"_s)->isHidden());
    }

    void nonsenseIsNotRemembered()
    {
        m_settings->setValue(settings::MonitorArrangement, QByteArray("nonsense"));
        QStringList many;
        for (int i = 0; i < 50; ++i)
            many << u"gone-%1"_s.arg(i);
        m_settings->setValue(settings::OpenExecutions, many);
        m_page->remember(m_settings.get());
        QCOMPARE(tabs()->count(), MonitorPage::MostRemembered);
        QVERIFY(m_page->currentPane()->findChild<QDockWidget *>(u"timeline"_s)->isVisible());
    }

    void aTeamWithinATeamOpensInATab()
    {
        m_page->showExecution(ExecutionId(u"e-1"_s));
        auto *graph = m_page->currentPane()->findChild<RunGraphView *>();
        emit graph->executionRequested(ExecutionId(u"e-2"_s));
        QCOMPARE(tabs()->count(), 2);
        QCOMPARE(m_page->currentPane()->id(), ExecutionId(u"e-2"_s));
    }

    void commandsAreThoseOfTheTabInFront()
    {
        const auto named = [this](const QString &name) {
            return std::ranges::any_of(m_page->commands(),
                [&name](const QAction *known) { return known->objectName() == name; });
        };
        QVERIFY(named(u"closeExecution"_s));
        QVERIFY(named(u"playRun"_s));
    }

private:
    void store(const QString &id)
    {
        EventScript script(id, u"Team "_s + id, shippedWorkflow(u"market-analysis"_s), wallClock());
        script.begin(u"Do it"_s).start(u"researcher"_s);
        m_workspace->storedExecutions << script.execution();
        m_workspace->storedEvents.insert(script.id(), script.take());
    }

    /// What happens next in an execution.
    static ExecutionEvents more(const QString &id)
    {
        EventScript script(id, u"Team "_s + id, shippedWorkflow(u"market-analysis"_s), wallClock());
        script.begin(u"Do it"_s).start(u"researcher"_s);
        script.write(u"researcher"_s, u"Words"_s);
        return script.take().last(1);
    }

    void makePage()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_page = new MonitorPage(m_workspace.get(), m_theme.get(), m_window.get());
        column->addWidget(m_page->headerWidget());
        column->addWidget(m_page, 1);
        m_window->resize(1400, 900);
        m_window->show();
    }

    QTabWidget *tabs() { return m_page->findChild<QTabWidget *>(u"executionTabs"_s); }
    ExecutionPane *pane(int tab) { return qobject_cast<ExecutionPane *>(tabs()->widget(tab)); }
    QAction *action(const QString &name) { return m_page->findChild<QAction *>(name); }
    static ExecutionWindow *openWindow()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *window = qobject_cast<ExecutionWindow *>(widget))
                return window;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    MonitorPage *m_page = nullptr;
};

QTEST_MAIN(TestMonitorTabs)
#include "tst_monitor_tabs.moc"
