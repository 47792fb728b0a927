// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/event_script.h"
#include "tests/ui/page_test.h"
#include "ui/builder/inspector/conditions/condition_editor.h"
#include "ui/monitor/interventions/breakpoints_dialog.h"
#include "ui/monitor/interventions/cap_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const AgentId Researcher(u"slot:researcher"_s);

} // namespace

/// The dialogs that change where a run holds and what it may spend.
class TestInterventionDialogs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        EventScript script(u"e-1"_s, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s),
            Timestamp(std::chrono::seconds(1'767'261'600)));
        script.begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s, 9'000);
        m_execution = script.execution();
    }

    void breakpointsAreAddedSwitchedAndDeleted()
    {
        m_execution.breakpoints = { { Researcher, Breakpoint::Place::After, true, {} } };
        auto *dialog = new BreakpointsDialog(m_execution, m_theme.get());
        dialog->open();
        QSignalSpy confirmed(dialog, &BreakpointsDialog::confirmed);
        auto *list = dialog->findChild<QListWidget *>(u"breakpointList"_s);
        QCOMPARE(list->item(0)->text(), u"After Researcher"_s);
        dialog->findChild<QComboBox *>(u"breakpointAgent"_s)->setCurrentIndex(1);
        dialog->findChild<QPushButton *>(u"addBreakpoint"_s)->click();
        QCOMPARE(list->item(1)->text(), u"Before Analyst"_s);
        list->item(0)->setCheckState(Qt::Unchecked);
        const Breakpoints expected { { Researcher, Breakpoint::Place::After, false, {} },
            { AgentId(u"slot:analyst"_s), Breakpoint::Place::Before, true, {} } };
        QVERIFY(dialog->breakpoints() == expected);
        list->setCurrentRow(0);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 1);
        dialog->findChild<QPushButton *>(u"setBreakpoints"_s)->click();
        QCOMPARE(confirmed.size(), 1);
        QVERIFY(confirmed.at(0).at(0).value<Breakpoints>() == Breakpoints { expected[1] });
    }

    void conditionsBelongToTheSelectedOne()
    {
        auto *dialog = new BreakpointsDialog(m_execution, m_theme.get());
        dialog->open();
        auto *editor = dialog->findChild<ConditionEditor *>(u"breakpointCondition"_s);
        QVERIFY(!editor->isEnabled());
        dialog->add(Researcher, Breakpoint::Place::Before);
        QVERIFY(editor->isEnabled());
        Condition condition;
        condition.field = u"n"_s;
        condition.op = u"equals"_s;
        condition.value = 5;
        emit editor->edited({ condition }, QString());
        QVERIFY(dialog->breakpoints().front().condition == condition);
        auto *list = dialog->findChild<QListWidget *>(u"breakpointList"_s);
        QCOMPARE(list->item(0)->text(), u"Before Researcher, only if…"_s);
        emit editor->edited({ condition, condition }, QString());
        QVERIFY(dialog->breakpoints().front().condition->kind == Condition::Kind::All);
        emit editor->edited({}, QString());
        QVERIFY(!dialog->breakpoints().front().condition);
        dialog->close();
    }

    void limitsBelowWhatIsSpentAreRefused()
    {
        auto *dialog = new CapDialog(m_execution);
        dialog->open();
        QSignalSpy confirmed(dialog, &CapDialog::confirmed);
        auto *set = dialog->findChild<QPushButton *>(u"setCapButton"_s);
        auto *tokens = dialog->findChild<QSpinBox *>(u"capTokens"_s);
        QVERIFY(set->isEnabled()); // none at all
        QVERIFY(!tokens->isEnabled());
        dialog->findChild<QCheckBox *>(u"capUsesTokens"_s)->setChecked(true);
        QVERIFY(tokens->isEnabled());
        QVERIFY(set->isEnabled()); // what is suggested is enough
        tokens->setValue(10);
        QVERIFY(!set->isEnabled());
        QVERIFY(dialog->findChild<QLabel *>(u"capProblem"_s)->isVisible());
        tokens->setValue(50'000);
        dialog->findChild<QComboBox *>(u"capAction"_s)->setCurrentIndex(1);
        set->click();
        SpendingCap expected;
        expected.tokens = 50'000;
        expected.action = SpendingCap::Action::Stop;
        QVERIFY(confirmed.at(0).at(0).value<SpendingCap>() == expected);
    }

    void limitsThatAreSetAreShown()
    {
        m_execution.cap.calls = 500;
        m_execution.cap.nanoUsd = 2'500'000'000;
        CapDialog dialog(m_execution);
        QVERIFY(dialog.cap() == m_execution.cap);
    }

    void toggling()
    {
        using Place = Breakpoint::Place;
        Breakpoints set = toggled({}, Researcher, Place::Before);
        QVERIFY(isSet(set, Researcher, Place::Before));
        QVERIFY(!isSet(set, Researcher, Place::After));
        set.front().enabled = false;
        set = toggled(set, Researcher, Place::Before); // one that is off comes back
        QCOMPARE(set.size(), size_t(1));
        QVERIFY(set.front().enabled);
        QVERIFY(toggled(set, Researcher, Place::Before).empty());
    }

private:
    std::unique_ptr<Theme> m_theme;
    Execution m_execution;
};

QTEST_MAIN(TestInterventionDialogs)
#include "tst_intervention_dialogs.moc"
