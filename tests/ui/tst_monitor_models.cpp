// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_workspace.h"
#include "ui/monitor/execution_list_model.h"
#include "ui/monitor/execution_list_panel.h"
#include "ui/monitor/log_model.h"
#include "ui/monitor/markdown_view.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };

Execution stored(int number)
{
    EventScript script(u"e-%1"_s.arg(number), u"Team %1"_s.arg(number),
        shippedWorkflow(u"market-analysis"_s), Start + std::chrono::minutes(number));
    script.begin(u"Prompt %1"_s.arg(number));
    return script.execution();
}

Error storeError()
{
    return { ErrorCategory::SystemError, QLatin1StringView(code::StoreFailed), u"disk"_s, {} };
}

QList<LogLine> lines(int count)
{
    QList<LogLine> list;
    for (int i = 0; i < count; ++i)
        list << LogLine { Start + std::chrono::milliseconds(100 * i), renum::ui::LogLevel::Info,
            AgentId(u"a"_s), QString::number(i) };
    return list;
}

} // namespace

class TestMonitorModels : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says of every window that it has no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
    }
    void cleanup() { m_workspace.reset(); }

    void listLoadsPageByPage()
    {
        for (int i = 119; i >= 0; --i)
            m_workspace->storedExecutions << stored(i);
        ExecutionListModel model(m_workspace.get());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.state(), ExecutionListModel::State::Loading);
        model.reload();
        QTRY_COMPARE(model.state(), ExecutionListModel::State::Ready);
        QVERIFY(model.rowCount() < 120);
        // The tester fetches too.
        QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 120));
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowCount(), 120);
        QCOMPARE(model.index(0).data().toString(), u"Team 119"_s);
        QCOMPARE(model.index(119).data().toString(), u"Team 0"_s);
    }

    void listFollowsChanges()
    {
        m_workspace->storedExecutions << stored(1);
        ExecutionListModel model(m_workspace.get());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 1);

        m_workspace->storedExecutions.prepend(stored(2));
        m_workspace->emitExecutionsChanged(ExecutionId(u"e-2"_s));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data().toString(), u"Team 2"_s);

        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_workspace->storedExecutions[1].status = ExecutionStatus::Failed;
        m_workspace->emitExecutionsChanged(ExecutionId(u"e-1"_s));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(model.index(1).data(ExecutionListModel::StatusRole).toInt(),
            static_cast<int>(ExecutionStatus::Failed));
        QVERIFY(model.index(1)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Team 1, Failed, Prompt 1"_s));
        // Not there any more: nothing happens.
        m_workspace->emitExecutionsChanged(ExecutionId(u"gone"_s));
        QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::Execution), 3);
        QCOMPARE(model.rowCount(), 2);
    }

    void panelShowsEachState()
    {
        Theme theme(Theme::Mode::Light);
        m_workspace->hold(FakeWorkspace::Call::Executions);
        ExecutionListPanel panel(m_workspace.get(), &theme);
        panel.resize(260, 400);
        panel.show();
        const auto text = [&panel] {
            QStringList texts;
            for (const QLabel *label : panel.findChildren<QLabel *>()) {
                if (label->isVisible())
                    texts << label->text();
            }
            return texts.join(u'|');
        };
        panel.reload();
        QVERIFY(text().contains(u"Reading the executions"_s));
        m_workspace->release(FakeWorkspace::Call::Executions);
        QTRY_VERIFY(text().contains(u"Nothing has run yet"_s));

        m_workspace->failNext(FakeWorkspace::Call::Executions, storeError());
        panel.reload();
        auto *retry = panel.findChild<QPushButton *>();
        QTRY_VERIFY(retry->isVisible());
        m_workspace->storedExecutions << stored(1);
        QTest::mouseClick(retry, Qt::LeftButton);
        auto *list = panel.findChild<QListView *>(u"executionList"_s);
        QTRY_VERIFY(list->isVisible());

        const QSignalSpy chosen(&panel, &ExecutionListPanel::executionChosen);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.at(0).at(0).value<ExecutionId>(), ExecutionId(u"e-1"_s));
        QVERIFY(!panel.grab().toImage().isNull());
    }

    void logIsBounded()
    {
        LogModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStart(Start);
        model.append({});
        model.append(lines(3));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(2).data(LogModel::TimeRole).toString(), u"00:00.2"_s);
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), u"00:00.2, info, 2"_s);
        model.append(lines(LogModel::MostRows));
        QVERIFY(model.rowCount() <= LogModel::MostRows);
        QCOMPARE(model.index(model.rowCount() - 1).data(LogModel::TextRole).toString(),
            QString::number(LogModel::MostRows - 1));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void markdownGrowsInPlace()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        QString text = u"# Trends\n\nDemand **grows"_s;
        view.setSource(text, MarkdownView::Mode::Growing);
        QCOMPARE(view.toPlainText(), u"Trends\nDemand **grows▌"_s);
        text += u" fast**.\n\nNext"_s;
        view.setSource(text, MarkdownView::Mode::Growing);
        QCOMPARE(view.toPlainText(), u"Trends\nDemand grows fast.\nNext▌"_s);
        view.setSource(text, MarkdownView::Mode::Complete);
        QCOMPARE(view.toPlainText(), u"Trends\nDemand grows fast.\nNext"_s);
        view.setSource(text, MarkdownView::Mode::Raw);
        QCOMPARE(view.toPlainText(), text);
        view.setSource(u"Other"_s, MarkdownView::Mode::Growing);
        QCOMPARE(view.toPlainText(), u"Other▌"_s);
        view.setSource({}, MarkdownView::Mode::Complete);
        QCOMPARE(view.toPlainText(), QString());
    }

    void markdownIsSafe()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        view.show();
        view.setSource(u"<b>html</b> ![pic](file:///etc/passwd) ![web](http://127.0.0.1:1/x.png) "
                       "https://example.org [link](https://example.org)"_s,
            MarkdownView::Mode::Complete);
        QVERIFY(view.toPlainText().contains(u"<b>html</b>"_s));
        QVERIFY(!view.document()
                     ->resource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s))
                     .isValid());
        QVERIFY(!(view.textInteractionFlags() & Qt::LinksAccessibleByMouse));
        QVERIFY(!(view.textInteractionFlags() & Qt::LinksAccessibleByKeyboard));
        QVERIFY(!view.grab().toImage().isNull());
    }

    void longMarkdownNeedsSeveralFrames()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.resize(500, 300);
        QString text;
        for (int i = 0; i < 4000; ++i)
            text += u"Paragraph %1 with **bold** words.\n\n"_s.arg(i);
        view.setSource(text, MarkdownView::Mode::Complete);
        QVERIFY(!view.isSettled());
        QTRY_VERIFY_WITH_TIMEOUT(view.isSettled(), 60'000);
        QVERIFY(view.toPlainText().endsWith(u"Paragraph 3999 with bold words."_s));
    }

    void tooLongMarkdownIsCut()
    {
        Theme theme(Theme::Mode::Light);
        MarkdownView view(&theme);
        view.setSource(QString(MarkdownView::MostCharacters + 5, u'x'), MarkdownView::Mode::Raw);
        QCOMPARE(view.source().size(), MarkdownView::MostCharacters);
    }

private:
    std::unique_ptr<FakeWorkspace> m_workspace;
};

QTEST_MAIN(TestMonitorModels)
#include "tst_monitor_models.moc"
