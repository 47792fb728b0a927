// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/compare/compare_picker.h"
#include "ui/monitor/compare/compare_text.h"
#include "ui/monitor/compare/compare_view.h"
#include "ui/monitor/compare/step_comparison_model.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/text/money_text.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeWidget>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };

} // namespace

class TestCompareView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
        store(u"e-1"_s, u"Sales grew"_s, 9000, Start, {});
        store(u"e-2"_s, u"Sales fell"_s, 8000, Start + std::chrono::hours(1), u"e-1"_s);
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    }
    void cleanup() { m_workspace.reset(); }

    void runsStandSideBySide()
    {
        CompareView view(m_workspace.get(), m_theme.get());
        view.resize(900, 600);
        view.show();
        view.open(ExecutionId(u"e-1"_s), ExecutionId(u"e-2"_s));
        QVERIFY(view.findChild<QLabel *>(u"compareMessage"_s)->isVisible());
        auto *steps = view.findChild<QTableView *>(u"compareSteps"_s);
        QTRY_COMPARE(steps->model()->rowCount(), 3);
        QTRY_VERIFY(steps->isVisible());
        const auto cell = [steps](int row, int column) {
            return steps->model()->index(row, column).data().toString();
        };
        QCOMPARE(cell(0, StepComparisonModel::Step), u"Researcher"_s);
        QCOMPARE(cell(0, StepComparisonModel::Before), u"Done"_s);
        QCOMPARE(cell(0, StepComparisonModel::Tokens), u"9.0k tok → 8.0k tok (−1.0k tok)"_s);
        QCOMPARE(cell(0, StepComparisonModel::Money), u"?"_s);
        QCOMPARE(cell(0, StepComparisonModel::Differs), u"output"_s);
        QVERIFY(view.findChild<QLabel *>(u"compareFigures"_s)->text().contains(u"Money ?"_s));
        QVERIFY(view.findChild<QLabel *>(u"compareAfter"_s)->text().endsWith(u"retry"_s));
        QTRY_COMPARE(view.findChild<TextDifferenceView *>(u"compareOutput"_s)->toPlainText(),
            u"Sales grewfell"_s);
        QTRY_COMPARE(view.findChild<TextDifferenceView *>(u"compareResult"_s)->toPlainText(),
            u"Sales grewfell"_s);
    }

    void theFamilyIsATree()
    {
        store(u"e-3"_s, u"Other"_s, 1, Start + std::chrono::hours(2), u"e-2"_s);
        store(u"e-4"_s, u"Stranger"_s, 1, Start, {});
        CompareView view(m_workspace.get(), m_theme.get());
        const QSignalSpy chosen(&view, &CompareView::executionChosen);
        view.open(ExecutionId(u"e-1"_s), ExecutionId(u"e-3"_s));
        auto *family = view.findChild<QTreeWidget *>(u"compareFamily"_s);
        QTRY_COMPARE(family->topLevelItemCount(), 1);
        const QTreeWidgetItem *first = family->topLevelItem(0);
        QCOMPARE(first->text(0), u"First run (compared, first)"_s);
        QCOMPARE(first->child(0)->text(0), u"Retry"_s);
        QCOMPARE(first->child(0)->child(0)->text(0), u"Retry (compared, second)"_s);
        emit family->itemActivated(family->topLevelItem(0), 0);
        QCOMPARE(chosen.at(0).at(0).value<ExecutionId>(), ExecutionId(u"e-1"_s));

        view.open(ExecutionId(u"e-1"_s), ExecutionId(u"e-4"_s));
        QTRY_COMPARE(family->topLevelItemCount(), 2);
    }

    void aRunThatIsGoneIsSaidSo()
    {
        CompareView view(m_workspace.get(), m_theme.get());
        view.show();
        m_workspace->failNext(FakeWorkspace::Call::Events, failure(code::NotFound));
        view.open(ExecutionId(u"gone"_s), ExecutionId(u"e-2"_s));
        auto *message = view.findChild<QLabel *>(u"compareMessage"_s);
        QTRY_VERIFY(!message->text().startsWith(u"Reading"_s));
        QVERIFY(message->isVisible());
        // Asking again goes on.
        view.open(ExecutionId(u"e-1"_s), ExecutionId(u"e-2"_s));
        QTRY_VERIFY(!message->isVisible());
    }

    void thePickerOffersOtherRunsOfTheTeam()
    {
        const Execution second = m_workspace->storedExecutions.first();
        ComparePicker picker(m_workspace.get(), m_theme.get(), second);
        picker.setAttribute(Qt::WA_DeleteOnClose, false);
        picker.show();
        QList<ExecutionId> chosen;
        connect(&picker, &ComparePicker::confirmed, this,
            [&](const ExecutionId &before, const ExecutionId &after) {
                chosen = { before, after };
            });
        auto *list = picker.findChild<QListWidget *>(u"pickerList"_s);
        QTRY_COMPARE(list->count(), 1);
        QTest::mouseClick(picker.findChild<QPushButton *>(u"pickerCompare"_s), Qt::LeftButton);
        QCOMPARE(chosen, (QList { ExecutionId(u"e-1"_s), ExecutionId(u"e-2"_s) }));
    }

    void thePickerSaysWhenThereIsNoOther()
    {
        m_workspace->storedExecutions.removeLast();
        ComparePicker picker(
            m_workspace.get(), m_theme.get(), m_workspace->storedExecutions.first());
        auto *message = picker.findChild<QLabel *>(u"pickerMessage"_s);
        QTRY_VERIFY(message->text().startsWith(u"This team has no other run yet"_s));
        QVERIFY(!picker.findChild<QPushButton *>(u"pickerCompare"_s)->isEnabled());
        m_workspace->failNext(FakeWorkspace::Call::Executions, failure(code::StoreFailed));
        ComparePicker broken(
            m_workspace.get(), m_theme.get(), m_workspace->storedExecutions.first());
        QTRY_VERIFY(
            !broken.findChild<QLabel *>(u"pickerMessage"_s)->text().startsWith(u"Reading"_s));
    }

    void figuresAreWritten()
    {
        QCOMPARE(figureText(Figure::Money, 31'200'000), u"$0.0312"_s);
        QCOMPARE(figureText(Figure::Time, {}), u"?"_s);
        QCOMPARE(changeText(Figure::Time, { 1'000'000, 3'500'000 }), u"+2.5 s"_s);
        QCOMPARE(changeText(Figure::Money, { 40'000'000, 30'000'000 }), u"−$0.0100"_s);
        QCOMPARE(changeText(Figure::Tokens, { 5, 5 }), QString());
        QCOMPARE(changeText(Figure::Tokens, { {}, 5 }), QString());
        QCOMPARE(bothText(Figure::Tokens, { {}, 5 }, false), u"? → 5 tok"_s);
        QCOMPARE(bothText(Figure::Money, { 10'000'000, 30'000'000 }, true),
            u"≈ $0.0100 → $0.0300 (+$0.0200)"_s);
        QCOMPARE(statusText({}), u"Not in this run"_s);
    }

    void moneyIsWritten_data()
    {
        QTest::addColumn<qint64>("nanoUsd");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"$0.00"_s;
        QTest::newRow("less than a cent") << qint64(31'200) << u"$0.000031"_s;
        QTest::newRow("cents") << qint64(31'200'000) << u"$0.0312"_s;
        QTest::newRow("dollars") << qint64(12'345'678'901) << u"$12.35"_s;
    }
    void moneyIsWritten()
    {
        QFETCH(qint64, nanoUsd);
        QTEST(format::money(Cost::ofCall(CostBasis::Reported, nanoUsd)), "text");
        QVERIFY(format::money(Cost::ofCall(CostBasis::Estimated, nanoUsd)).startsWith(u"≈ "_s));
        QVERIFY(format::money(Cost::ofCall(CostBasis::Unpriced, nanoUsd)).isEmpty());
    }

private:
    void store(const QString &id, const QString &answer, qint64 tokens, Timestamp start,
        const QString &retryOf)
    {
        EventScript script(id, u"Market"_s, shippedWorkflow(u"market-analysis"_s), start);
        script.begin(u"Electric bicycles"_s).start(u"researcher"_s);
        script.complete(u"researcher"_s, answer, tokens).finish(answer);
        ExecutionEvents events = script.take();
        if (!retryOf.isEmpty()) {
            events[0].data["retry_of"] = toJson(retryOf);
            ExecutionOrigin origin;
            origin.execution = ExecutionId(retryOf);
            events[0].data["execution_config"]["origin"] = toJson(origin);
        }
        m_workspace->storedEvents[ExecutionId(id)] = events;
        m_workspace->storedExecutions.prepend(script.execution());
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
