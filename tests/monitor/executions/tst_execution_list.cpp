// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_execution_archive.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/executions/execution_list_model.h"
#include "ui/monitor/executions/execution_list_panel.h"
#include "ui/text/error_text.h"
#include "ui/text/money_text.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };
using Archive = FakeExecutionArchive;

ExecutionId idOf(int number)
{
    return ExecutionId(u"e-%1"_s.arg(number));
}

Execution stored(int number, ExecutionStatus status = ExecutionStatus::Completed)
{
    EventScript script(idOf(number).toString(), u"Team %1"_s.arg(number),
        shippedWorkflow(u"market-analysis"_s), Start + std::chrono::minutes(number));
    script.begin(u"Prompt %1"_s.arg(number));
    Execution execution = script.execution();
    execution.status = status;
    return execution;
}

} // namespace

/// The list of executions (feature EM-09).
class TestExecutionList : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
        m_panel = std::make_unique<ExecutionListPanel>(m_workspace.get(), m_theme.get());
        m_panel->resize(300, 640);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_theme.reset();
        m_workspace.reset();
    }

    void loadsPageByPage()
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
        QCOMPARE(model.index(0, 0).data().toString(), u"Team 119"_s);
        QCOMPARE(model.index(119, 0).data().toString(), u"Team 0"_s);
    }

    void followsChanges()
    {
        m_panel.reset(); // it would read, too
        m_workspace->storedExecutions << stored(3) << stored(1);
        ExecutionListModel model(m_workspace.get());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 2);
        const QPersistentModelIndex last(model.index(1, 0));
        m_workspace->storedExecutions.insert(1, stored(2));
        m_workspace->emitExecutionsChanged(idOf(2));
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(last.row(), 2); // rows move, they are not made anew
        QCOMPARE(model.counts().all, 3);

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_workspace->storedExecutions[2].status = ExecutionStatus::Failed;
        m_workspace->emitExecutionsChanged(idOf(1));
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(last.data(ExecutionListModel::StatusRole).toInt(),
            static_cast<int>(ExecutionStatus::Failed));
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().startsWith(u"Team 1, Failed, "_s));

        m_workspace->storedExecutions.removeAt(1);
        m_workspace->emitExecutionsChanged(idOf(2));
        QTRY_COMPARE(model.rowCount(), 2);
        // What cannot be read again stays as it was.
        archive()->failNext(Archive::Call::Find, failure(code::StoreBusy));
        m_workspace->emitExecutionsChanged(idOf(2));
        QTRY_VERIFY(model.error());
        QCOMPARE(model.rowCount(), 2);
    }

    void eachStateIsSaid()
    {
        m_panel->reload();
        QVERIFY(texts().contains(u"Reading the executions"_s));
        QTRY_VERIFY(texts().contains(u"Nothing has run yet"_s));
        archive()->failNext(Archive::Call::Find, failure(code::StoreFailed));
        m_panel->reload();
        auto *action = m_panel->findChild<QPushButton *>(u"executionListAction"_s);
        QTRY_VERIFY(action->isVisible());
        m_workspace->storedExecutions << stored(1);
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_VERIFY(list()->isVisible());
    }

    void groupsHaveCounters()
    {
        using S = ExecutionStatus;
        m_workspace->storedExecutions << stored(5, S::Running) << stored(4, S::Running)
                                      << stored(3, S::Failed) << stored(2)
                                      << stored(1, S::Cancelled);
        archive()->waiting = { idOf(4) };
        m_panel->reload();
        QTRY_COMPARE(rows(), 5);
        QTRY_COMPARE(chip(u"groupAll"_s)->text(), u"All 5"_s);
        QCOMPARE(chip(u"groupActive"_s)->text(), u"Active 2"_s);
        QCOMPARE(chip(u"groupWaiting"_s)->text(), u"Waiting for me 1"_s);
        QCOMPARE(chip(u"groupFailed"_s)->text(), u"Failed 1"_s);
        picture(u"all"_s);
        QTest::mouseClick(chip(u"groupWaiting"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(list()->model()->index(0, 0).data(ExecutionListModel::WaitsRole).toBool());
        archive()->waiting.clear(); // somebody did what it waited for
        m_workspace->emitExecutionsChanged(idOf(4));
        QTRY_VERIFY(texts().contains(u"There is no execution of this kind"_s));
        m_panel->showGroup(ExecutionGroup::Completed);
        QTRY_COMPARE(rows(), 1);
    }

    void filters()
    {
        m_workspace->storedTeams << sample::team(1);
        for (int i = 9; i > 0; --i)
            m_workspace->storedExecutions << stored(i);
        m_workspace->storedExecutions[0].usage.cost = Cost::ofCall(CostBasis::Reported, 20'000'000);
        m_workspace->storedExecutions[1].teamId = m_workspace->storedTeams.first().id;
        m_panel->reload();
        QTRY_COMPARE(rows(), 9);
        auto *text = m_panel->findChild<QLineEdit *>(u"filterText"_s);
        m_panel->focusSearch();
        QTest::keyClicks(text, u"prompt 7"_s);
        QTRY_COMPARE(rows(), 1);
        text->clear();
        QTRY_COMPARE(rows(), 9);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"filterMore"_s), Qt::LeftButton);
        auto *team = m_panel->findChild<QComboBox *>(u"filterTeam"_s);
        QTRY_COMPARE(team->count(), 2);
        team->setCurrentIndex(1);
        QTRY_COMPARE(rows(), 1);
        picture(u"filters"_s);
        team->setCurrentIndex(0);
        m_panel->findChild<QDoubleSpinBox *>(u"filterCostFrom"_s)->setValue(0.01);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(*archive()->filters.last().costFrom, 10'000'000);
        m_panel->findChild<QComboBox *>(u"filterStatus"_s)->setCurrentIndex(4); // failed
        m_panel->findChild<QComboBox *>(u"filterTime"_s)->setCurrentIndex(1);
        auto *action = m_panel->findChild<QPushButton *>(u"executionListAction"_s);
        QTRY_VERIFY(action->isVisible());
        QVERIFY(archive()->filters.last().since.has_value());
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(rows(), 9);
    }

    void nestedRunsAreUnderTheirParent()
    {
        Execution child = stored(2, ExecutionStatus::Running);
        child.parent = ExecutionParent { idOf(1), StepId(u"a"_s) };
        m_workspace->storedExecutions << child << stored(1, ExecutionStatus::Running);
        m_panel->reload();
        QTRY_COMPARE(rows(), 1);
        const QModelIndex parent = list()->model()->index(0, 0);
        QVERIFY(list()->model()->hasChildren(parent));
        list()->setCurrentIndex(parent);
        QTest::keyClick(list(), Qt::Key_Right);
        QTRY_COMPARE(list()->model()->rowCount(parent), 1);
        QCOMPARE(list()->model()->index(0, 0, parent).data().toString(), u"Team 2"_s);
        picture(u"nested"_s);
        m_workspace->storedExecutions[0].status = ExecutionStatus::Failed;
        m_workspace->emitExecutionsChanged(idOf(2));
        QTRY_COMPARE(
            list()->model()->index(0, 0, parent).data(ExecutionListModel::StatusRole).toInt(),
            static_cast<int>(ExecutionStatus::Failed));
        QSignalSpy chosen(m_panel.get(), &ExecutionListPanel::executionChosen);
        list()->setCurrentIndex(list()->model()->index(0, 0, parent));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(chosen.at(0).at(0).value<ExecutionId>(), idOf(2));
    }

    void opensByKeyAndMouse()
    {
        m_workspace->storedExecutions << stored(2) << stored(1);
        m_panel->reload();
        QTRY_COMPARE(rows(), 2);
        QSignalSpy chosen(m_panel.get(), &ExecutionListPanel::executionChosen);
        QSignalSpy tab(m_panel.get(), &ExecutionListPanel::openInTabRequested);
        QSignalSpy window(m_panel.get(), &ExecutionListPanel::openInWindowRequested);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(list(), Qt::Key_Return, Qt::ShiftModifier);
        const QPoint first = list()->visualRect(list()->model()->index(0, 0)).center();
        QTest::mouseClick(list()->viewport(), Qt::MiddleButton, {}, first);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(0).at(0).value<ExecutionId>(), idOf(1));
        QCOMPARE(chosen.at(1).at(0).value<ExecutionId>(), idOf(2));
        QCOMPARE(tab.count(), 2);
        QCOMPARE(window.count(), 1);
        emit list()->customContextMenuRequested(first);
        auto *menu = m_panel->findChild<QMenu *>(u"executionMenu"_s);
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        QCOMPARE(tab.count(), 3);
        m_panel->setCurrent(idOf(1));
        QCOMPARE(list()->currentIndex().row(), 1);
        m_panel->setCurrent(idOf(77));
        QVERIFY(list()->selectionModel()->selectedIndexes().isEmpty());
    }

    void twoAreCompared()
    {
        m_workspace->storedExecutions << stored(3) << stored(2) << stored(1);
        m_panel->reload();
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QSignalSpy compared(m_panel.get(), &ExecutionListPanel::compareRequested);
        const auto comparing = [this](int row) {
            delete m_panel->findChild<QMenu *>(u"executionMenu"_s);
            emit list()->customContextMenuRequested(
                list()->visualRect(list()->model()->index(row, 0)).center());
            return m_panel->findChild<QAction *>(u"compareTwo"_s);
        };
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QVERIFY(!comparing(0)->isEnabled());
        // Whichever was chosen first, the older one is the one before.
        list()->setCurrentIndex(list()->model()->index(2, 0));
        list()->selectionModel()->select(list()->model()->index(0, 0), QItemSelectionModel::Select);
        QVERIFY(comparing(0)->isEnabled());
        comparing(0)->trigger();
        QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(compared.count(), 2);
        for (const QList<QVariant> &each : std::as_const(compared)) {
            QCOMPARE(each.at(0).value<ExecutionId>(), idOf(1));
            QCOMPARE(each.at(1).value<ExecutionId>(), idOf(3));
        }
        list()->selectAll();
        QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(compared.count(), 2);
    }

    void deletesAndUndoes()
    {
        m_workspace->storedExecutions << stored(3, ExecutionStatus::Running) << stored(2)
                                      << stored(1);
        m_panel->reload();
        QTRY_COMPARE(rows(), 3);
        QSignalSpy toasts(m_panel.get(), &ExecutionListPanel::toastRequested);
        QSignalSpy removed(m_panel.get(), &ExecutionListPanel::removed);
        list()->setFocus();
        list()->selectAll();
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(toasts.count(), 1);
        QTRY_COMPARE(rows(), 1); // the one that runs stays, and it is said why
        const auto toast = toasts.at(0).at(0).value<Toast>();
        QVERIFY(toast.isError);
        QVERIFY(toast.text.startsWith(u"2 execution(s) deleted. Others were not: "_s));
        QCOMPARE(removed.at(0).at(0).value<QList<ExecutionId>>().size(), 2);
        toast.action();
        QTRY_COMPARE(rows(), 3);
        toast.action(); // a second time there is nothing to bring back
        QTRY_COMPARE(toasts.count(), 2);
        QVERIFY(toasts.at(1).at(0).value<Toast>().text.startsWith(u"It is too late"_s));
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(toasts.count(), 3);
        QVERIFY(toasts.at(2).at(0).value<Toast>().actionText.isEmpty());
    }

    void costs()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const auto restore = qScopeGuard([before] { QLocale::setDefault(before); });
        QCOMPARE(format::money({}), QString());
        QCOMPARE(format::money(Cost::ofCall(CostBasis::Reported, 31'200'000)), u"$0.0312"_s);
        QCOMPARE(format::money(Cost::ofCall(CostBasis::Estimated, 1'500'000'000)), u"≈ $1.50"_s);
        Cost mixed = Cost::ofCall(CostBasis::Reported, 0);
        mixed.add(Cost::ofCall(CostBasis::Unpriced, 0));
        QCOMPARE(format::money(mixed), u"≈ $0.00"_s);
    }

    void dark()
    {
        m_theme->setMode(Theme::Mode::Dark);
        m_workspace->storedExecutions << stored(2, ExecutionStatus::Running) << stored(1);
        m_panel->reload();
        QTRY_COMPARE(rows(), 2);
        picture(u"dark"_s);
        m_theme->setMode(Theme::Mode::Light);
    }

private:
    FakeExecutionArchive *archive() const { return m_workspace->fakeExecutionArchive(); }
    QTreeView *list() const { return m_panel->findChild<QTreeView *>(u"executionList"_s); }
    QToolButton *chip(const QString &name) const { return m_panel->findChild<QToolButton *>(name); }
    int rows() const { return list()->model()->rowCount(); }
    QString texts() const
    {
        QStringList all;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'|');
    }
    void picture(const QString &name)
    {
        const QPixmap image = m_panel->grab();
        QCOMPARE(image.deviceIndependentSize().toSize(), m_panel->size());
        if (const QString folder = qEnvironmentVariable("RENUM_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(folder + u"/executions-"_s + name + u".png"_s));
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ExecutionListPanel> m_panel;
};

QTEST_MAIN(TestExecutionList)
#include "tst_execution_list.moc"
