// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_execution_archive.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/log/log_exporter.h"
#include "ui/monitor/log/log_list.h"
#include "ui/monitor/log/log_model.h"
#include "ui/monitor/log/log_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };
const ExecutionId Known(u"e-1"_s);
using Archive = FakeExecutionArchive;

/// A log with this many lines about nothing, a second apart.
ExecutionEvents manyLines(int count, int first = 1)
{
    ExecutionEvents events;
    for (int i = 0; i < count; ++i) {
        ExecutionEvent event;
        event.seq = first + i;
        event.type = u"execution_log"_s;
        event.executionId = Known;
        event.timestamp = Start + std::chrono::seconds(first + i);
        event.data["log_entry"] = { { "level", i % 100 == 0 ? "error" : "info" },
            { "category", "network" }, { "message", "Line " + std::to_string(first + i) } };
        events.append(event);
    }
    return events;
}

} // namespace

/// The log of an execution (feature EM-05).
class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says of every window that it has no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
        m_view = std::make_unique<LogView>(m_workspace.get(), m_theme.get());
        m_view->resize(720, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_theme.reset();
        m_workspace.reset();
    }

    void showsWhatHappened()
    {
        EventScript script = market();
        open(script);
        QTRY_VERIFY(rows() > 8);
        QTRY_COMPARE(textAt(0), u"Market analysis was asked to run"_s);
        QTRY_VERIFY(texts().contains(u"Researcher completed, 9.1k tok"_s));
        const QModelIndex first = list()->model()->index(0, 0);
        QCOMPARE(first.data(LogModel::TimeRole).toString(), u"00:00.0"_s);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().endsWith(u"was asked to run"_s));
        QCOMPARE(count()->text(), u"%1 line(s)"_s.arg(rows()));
        picture(u"lines"_s);
    }

    void onlyWhatIsSeenIsRead()
    {
        m_workspace->storedEvents[Known] = manyLines(100'000);
        archive()->partSize = 16'384;
        m_view->open(Known);
        QTRY_COMPARE(rows(), 100'000);
        QVERIFY(archive()->calls(Archive::Call::LogEvents) < 30);
        QTRY_COMPARE(list()->model()->index(rows() - 1, 0).data().toString(), u"Line 100000"_s);
        QVERIFY(!list()->model()->index(50'000, 0).data(LogModel::ReadRole).toBool());
        // A jump to anywhere reads what is there.
        QElapsedTimer clock;
        clock.start();
        m_view->showMoment(50'001);
        QTRY_COMPARE(textAt(50'000), u"Line 50001"_s);
        QVERIFY(clock.elapsed() < 2000);
        for (int i = 0; i < 50; ++i) { // and scrolling does not collect it all
            list()->verticalScrollBar()->setValue(i * 2000);
            QCoreApplication::processEvents();
        }
        QVERIFY(archive()->calls(Archive::Call::LogEvents) < 200);
    }

    void keepsToItsModel()
    {
        m_workspace->storedEvents[Known] = manyLines(300);
        archive()->partSize = 100;
        LogModel model(archive());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(Known);
        model.setFilter({});
        QTRY_COMPARE(model.rowCount(), 300);
        model.showUntil(120);
        QCOMPARE(model.rowCount(), 120);
        QCOMPARE(model.rowOf(200), 119);
        m_workspace->storedEvents[Known] += manyLines(50, 301);
        model.finder()->grew(350);
        QTRY_COMPARE(model.finder()->reached(), 350);
        QCOMPARE(model.rowCount(), 120); // as it was then
        model.showUntil(std::nullopt);
        QCOMPARE(model.rowCount(), 350);
        model.want(0, 20);
        QTRY_COMPARE(model.index(5).data(Qt::DisplayRole).toString(), u"Line 6"_s);
        model.open(ExecutionId());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(5), -1);
    }

    void followsUntilThePersonScrolls()
    {
        m_workspace->storedEvents[Known] = manyLines(200);
        m_view->open(Known);
        QTRY_COMPARE(rows(), 200);
        QCOMPARE(list()->lastSeen(), 199);
        grow(50);
        QTRY_COMPARE(list()->lastSeen(), 249);
        QTest::keyClick(list(), Qt::Key_Home);
        QVERIFY(!follow()->isChecked());
        grow(50);
        QTRY_COMPARE(rows(), 300);
        QCOMPARE(list()->firstSeen(), 0);
        QTest::mouseClick(follow(), Qt::LeftButton);
        QCOMPARE(list()->lastSeen(), 299);
        grow(1);
        QTRY_COMPARE(list()->lastSeen(), 300);
        QTest::keyClick(list(), Qt::Key_PageUp);
        QVERIFY(!follow()->isChecked());
        QTest::keyClick(list(), Qt::Key_End);
        QVERIFY(follow()->isChecked());
    }

    void filters()
    {
        EventScript script = market();
        open(script);
        QTRY_VERIFY(rows() > 8);
        QTest::mouseClick(button(u"showFilters"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"level_warning"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(textAt(0).startsWith(u"Researcher: "_s)); // tried again
        QTest::mouseClick(button(u"level_info"_s), Qt::LeftButton);
        QTRY_VERIFY(rows() > 5);
        QTest::mouseClick(button(u"agent_slot:analyst"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 1);
        QTest::mouseClick(button(u"category_user_action"_s), Qt::LeftButton);
        picture(u"filters"_s);
    }

    void nothingFitsIsSaidWithTheWayOut()
    {
        EventScript script = market();
        open(script);
        QTRY_VERIFY(rows() > 8);
        const int all = rows();
        search(u"xyzzy"_s);
        QTRY_VERIFY(message()->isVisible());
        QTRY_VERIFY(message()->text().startsWith(u"No line fits"_s));
        auto *action = m_view->findChild<QPushButton *>(u"logMessageAction"_s);
        QTRY_VERIFY(action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(rows(), all);
        QVERIFY(field()->text().isEmpty());
    }

    void searchFindsWordsOfSentencesAndValues()
    {
        EventScript script = market();
        open(script);
        QTRY_VERIFY(rows() > 8);
        search(u"researcher started"_s);
        QTRY_COMPARE(rows(), 2); // a name and a word of the sentence
        QTRY_COMPARE(hits()->text(), u"0 of 2"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(hits()->text(), u"1 of 2"_s);
        QTest::keyClick(m_view.get(), Qt::Key_F3);
        QTRY_COMPARE(hits()->text(), u"2 of 2"_s);
        QTest::keyClick(m_view.get(), Qt::Key_F3); // and round again
        QTRY_COMPARE(hits()->text(), u"1 of 2"_s);
        QTest::keyClick(m_view.get(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(hits()->text(), u"2 of 2"_s);
        search(u"\"sources were\""_s); // of the result
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(hits()->text(), u"1 of 1"_s); // the nearest line is the current one
        QTest::keyClick(field(), Qt::Key_Escape);
        QTRY_VERIFY(rows() > 8);
    }

    void hitsCanBeMarkedAmongOthers()
    {
        m_workspace->storedEvents[Known] = manyLines(500);
        m_view->open(Known);
        QTRY_COMPARE(rows(), 500);
        QVERIFY(!button(u"onlyHits"_s)->isVisible()); // before there is anything to hit
        button(u"onlyHits"_s)->click();
        search(u"\"Line 7\""_s);
        QTRY_COMPARE(hits()->text(), u"0 of 11"_s); // 7 and 70 to 79
        QCOMPARE(rows(), 500);
        QTest::keyClick(m_view.get(), Qt::Key_F3);
        QCOMPARE(list()->currentIndex().row(), 6);
        QTest::keyClick(m_view.get(), Qt::Key_F3);
        QCOMPARE(list()->currentIndex().row(), 69);
        QTRY_COMPARE(hits()->text(), u"2 of 11"_s);
        QTRY_VERIFY(!textAt(69).isEmpty());
        picture(u"marked"_s);
        // Hiding the others keeps the place.
        QTest::mouseClick(button(u"onlyHits"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 11);
        QTRY_COMPARE(list()->currentIndex().row(), 1);
    }

    void jumpsInTime()
    {
        m_workspace->storedEvents[Known] = manyLines(5000);
        m_view->open(Known);
        Execution execution;
        execution.startedAt = Start;
        m_view->setExecution(execution);
        QTRY_COMPARE(rows(), 5000);
        auto *time = m_view->findChild<QLineEdit *>(u"logTime"_s);
        QTest::keyClick(m_view.get(), Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(time->hasFocus());
        QTest::keyClicks(time, u"10:00"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QTRY_COMPARE(list()->currentIndex().row(), 599);
        QVERIFY(list()->visualRect(list()->currentIndex()).intersects(list()->viewport()->rect()));
        time->setText(u"soon"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(count()->text().startsWith(u"Type a time"_s));
        m_view->showTime(Start + std::chrono::seconds(3));
        QTRY_COMPARE(list()->currentIndex().row(), 2);
    }

    void showsAnyInstant()
    {
        m_workspace->storedEvents[Known] = manyLines(100);
        m_view->open(Known);
        QTRY_COMPARE(rows(), 100);
        m_view->showUntil(40);
        QCOMPARE(rows(), 40);
        grow(10); // goes on meanwhile
        QTRY_COMPARE(m_view->findChild<LogModel *>()->finder()->reached(), 110);
        QCOMPARE(rows(), 40);
        m_view->showUntil(41);
        QCOMPARE(rows(), 41);
        QCOMPARE(list()->lastSeen(), 40);
        m_view->showUntil(std::nullopt);
        QTRY_COMPARE(rows(), 110);
    }

    void detailsTellEverything()
    {
        ExecutionEvent future;
        future.seq = 1;
        future.type = u"warp"_s;
        future.eventType = u"warp_started"_s;
        future.agentId = AgentId(u"a"_s);
        future.timestamp = Start;
        future.data = { { "factor", 9.5 }, { "note", std::string(300'000, 'x') + "\x1b[31m<b>" } };
        m_workspace->storedEvents[Known] = { future };
        m_view->open(Known);
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(textAt(0), u"Event of a later version: warp_started"_s);
        QSignalSpy agents(m_view.get(), &LogView::agentChosen);
        QSignalSpy moments(m_view.get(), &LogView::momentChosen);
        QSignalSpy steps(m_view.get(), &LogView::stepChosen);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(agents.count(), 1);
        QCOMPARE(moments.at(0).at(0).toLongLong(), 1);
        QTest::keyClick(list(), Qt::Key_Space);
        auto *text = m_view->findChild<QPlainTextEdit *>(u"logDetailsText"_s);
        QTRY_VERIFY(text->toPlainText().contains(u"\"factor\": 9.5"_s));
        QVERIFY(text->toPlainText().size() < 200'000);
        QVERIFY(text->toPlainText().contains(u"an export of the log"_s));
        QTest::mouseClick(m_view->findChild<QPushButton *>(u"logDetailsCopy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        QTest::mouseClick(m_view->findChild<QPushButton *>(u"logDetailsStep"_s), Qt::LeftButton);
        QCOMPARE(steps.count(), 1);
        picture(u"details"_s);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!text->isVisible());
        QTRY_VERIFY(list()->hasFocus());
    }

    void copiesLines()
    {
        m_workspace->storedEvents[Known] = manyLines(1000);
        m_view->open(Known);
        QTRY_COMPARE(rows(), 1000);
        list()->setFocus();
        list()->selectAll();
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1000);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\tinfo\tLine 1000\n"_s));
    }

    void exportsWhatIsListed()
    {
        const QTemporaryDir dir;
        m_workspace->storedEvents[Known] = manyLines(1000);
        m_view->open(Known);
        QTRY_COMPARE(rows(), 1000);
        QTest::mouseClick(button(u"showFilters"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"level_error"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 10);
        QTest::mouseClick(button(u"logExport"_s), Qt::LeftButton);
        const QString path = dir.filePath(u"log.csv"_s);
        save(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 11);
        QTRY_COMPARE(count()->text(), u"The log was written"_s);
        QTest::mouseClick(button(u"logExport"_s), Qt::LeftButton);
        save(dir.filePath(u"no/such/folder.json"_s));
        QTRY_VERIFY(count()->text().contains(u"cannot be written"_s));
    }

    void anExportCanBeCancelled()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"log.json"_s);
        m_workspace->storedEvents[Known] = manyLines(3000);
        LogExporter exporter(archive());
        QList<qint64> lines;
        for (qint64 seq = 1; seq <= 3000; ++seq)
            lines.append(seq);
        QSignalSpy progressed(&exporter, &LogExporter::progressed);
        QSignalSpy cancelled(&exporter, &LogExporter::cancelled);
        const QMetaObject::Connection cancels
            = connect(&exporter, &LogExporter::progressed, &exporter, [&progressed, &exporter] {
                  if (progressed.count() == 2)
                      exporter.cancel();
              });
        exporter.start(Known, lines, path, LogFormat::JsonArray);
        QTRY_COMPARE(cancelled.count(), 1);
        disconnect(cancels);
        QCOMPARE(progressed.count(), 2);
        QVERIFY(!exporter.isRunning());
        QVERIFY(QDir(dir.path()).isEmpty(QDir::Files));
        QSignalSpy finished(&exporter, &LogExporter::finished);
        exporter.start(Known, lines, path, LogFormat::JsonArray);
        QTRY_COMPARE(finished.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Json all = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
        QCOMPARE(all.size(), std::size_t(3000));
        archive()->failNext(Archive::Call::LogEntries, failure(code::StoreFailed));
        QSignalSpy failed(&exporter, &LogExporter::failed);
        exporter.start(Known, lines, path, LogFormat::Csv);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(QFile::exists(path)); // the one before
    }

    void whatCannotBeReadIsSaid()
    {
        m_workspace->storedEvents[Known] = manyLines(10);
        archive()->failNext(Archive::Call::FindInLog, failure(code::StoreFailed));
        m_view->open(Known);
        QTRY_VERIFY(message()->isVisible() && !message()->text().isEmpty());
        auto *action = m_view->findChild<QPushButton *>(u"logMessageAction"_s);
        QTRY_COMPARE(action->text(), u"Try again"_s);
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(rows(), 10);
        QTRY_VERIFY(!message()->isVisible());
    }

    void anEmptyLogSaysSo()
    {
        m_view->open(Known);
        QTRY_COMPARE(message()->text(), u"Nothing has happened yet."_s);
    }

    void theMenuNarrowsToAnAgent()
    {
        EventScript script = market();
        open(script);
        QTRY_VERIFY(texts().contains(u"Analyst started"_s));
        const int row = static_cast<int>(texts().indexOf(u"Analyst started"_s));
        list()->showRow(row);
        emit list()->customContextMenuRequested(
            list()->visualRect(list()->currentIndex()).center());
        auto *menu = m_view->findChild<QMenu *>(u"logMenu"_s);
        QVERIFY(menu);
        menu->actions().at(2)->trigger();
        QTRY_COMPARE(rows(), 1);
        QVERIFY(button(u"agent_slot:analyst"_s)->isVisible());
    }

    void anotherLogTakesItsPlace()
    {
        m_workspace->storedEvents[Known] = manyLines(3000);
        m_workspace->storedEvents[ExecutionId(u"e-2"_s)] = manyLines(5);
        archive()->partSize = 10;
        m_view->open(Known);
        m_view->open(ExecutionId(u"e-2"_s)); // while the first is searched
        QTRY_COMPARE(rows(), 5);
        QCoreApplication::processEvents();
        QCOMPARE(rows(), 5);
        QTRY_COMPARE(textAt(4), u"Line 5"_s);
    }

    void dark()
    {
        m_theme->setMode(Theme::Mode::Dark);
        EventScript script = market();
        open(script);
        QTRY_VERIFY(rows() > 8);
        QTest::mouseClick(button(u"showFilters"_s), Qt::LeftButton);
        search(u"started"_s);
        QTRY_COMPARE(hits()->text(), u"0 of 4"_s);
        QTRY_VERIFY(!textAt(0).isEmpty());
        picture(u"dark"_s);
        m_theme->setMode(Theme::Mode::Light);
    }

private:
    static EventScript market()
    {
        EventScript script(
            Known.toString(), u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
        script.callTool(u"researcher"_s, u"c1"_s, u"web_search"_s);
        script.write(u"researcher"_s, u"words"_s);
        script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
        script.complete(u"researcher"_s, u"Sources were found"_s).start(u"analyst"_s);
        return script;
    }

    void open(EventScript &script)
    {
        m_workspace->storedEvents[Known] = script.take();
        m_view->open(Known);
        m_view->setExecution(script.execution());
    }
    void grow(int count)
    {
        ExecutionEvents &events = m_workspace->storedEvents[Known];
        events += manyLines(count, static_cast<int>(events.size()) + 1);
        m_view->grew(events.size());
    }
    void search(const QString &text)
    {
        field()->setFocus();
        field()->clear();
        QTest::keyClicks(field(), text);
    }
    void save(const QString &path)
    {
        QTRY_VERIFY(openDialog<QFileDialog>());
        auto *dialog = openDialog<QFileDialog>();
        emit dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(!openDialog<QFileDialog>());
    }
    /// Kept beside the test where it is asked for.
    void picture(const QString &name)
    {
        const QPixmap image = m_view->grab();
        QCOMPARE(image.deviceIndependentSize().toSize(), m_view->size());
        if (const QString folder = qEnvironmentVariable("RENUM_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(folder + u"/log-"_s + name + u".png"_s));
    }

    FakeExecutionArchive *archive() const { return m_workspace->fakeExecutionArchive(); }
    LogList *list() const { return m_view->findChild<LogList *>(); }
    QLineEdit *field() const { return m_view->findChild<QLineEdit *>(u"logSearch"_s); }
    QLabel *hits() const { return m_view->findChild<QLabel *>(u"logHits"_s); }
    QLabel *count() const { return m_view->findChild<QLabel *>(u"logCount"_s); }
    QLabel *message() const { return m_view->findChild<QLabel *>(u"logMessage"_s); }
    QToolButton *follow() const { return button(u"logFollow"_s); }
    QToolButton *button(const QString &name) const
    {
        return m_view->findChild<QToolButton *>(name);
    }
    int rows() const { return list()->model()->rowCount(); }
    QString textAt(int row) const { return list()->model()->index(row, 0).data().toString(); }
    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < rows(); ++row)
            all << textAt(row);
        return all;
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<LogView> m_view;
};

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
