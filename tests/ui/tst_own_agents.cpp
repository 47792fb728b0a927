// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/own_bench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Agents of one's own in the settings, as a person uses them.
class tst_OwnAgents : public QObject {
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<OwnBench>(); }
    void cleanup() { m_bench.reset(); }
    void emptyListsSayWhatToDo();
    void agentIsDefined();
    void agentIsChanged();
    void schemaThatIsNoJsonIsTold();
    void removedAgentComesBack();
    void languageChangesWhileShown();

private:
    std::unique_ptr<OwnBench> m_bench;
};

void tst_OwnAgents::emptyListsSayWhatToDo()
{
    QVERIFY(m_bench->open());
    QTRY_COMPARE(visibleChild<QLabel>(m_bench->endpoints, u"emptyText"_s)->text(),
        u"There are no model endpoints yet."_s);
    QTRY_VERIFY(visibleChild<QLabel>(m_bench->agents, u"emptyText"_s)
                    ->text()
                    .startsWith(u"Add a model endpoint first"_s));
    QVERIFY(!m_bench->child<QPushButton>(u"addAgent"_s)->isEnabled());
}

void tst_OwnAgents::agentIsDefined()
{
    EndpointDefinition second = ollama();
    second.id = EndpointId(u"e2"_s);
    second.name = u"Far"_s;
    m_bench->workspace.storedEndpoints = { ollama(), second };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<AgentDialog>(u"addAgent"_s));
    QVERIFY(!m_bench->inDialog<QPushButton>(u"saveAgent"_s)->isEnabled());
    QTest::keyClicks(m_bench->inDialog<QLineEdit>(u"agentName"_s), u"Critic"_s);
    m_bench->inDialog<QComboBox>(u"agentEndpoint"_s)->setCurrentIndex(1);
    m_bench->inDialog<QPlainTextEdit>(u"agentInstructions"_s)->setPlainText(u"Find flaws."_s);
    QTest::keyClick(m_bench->inDialog<QCheckBox>(u"setTemperature"_s), Qt::Key_Space);
    m_bench->inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->setValue(1.5);
    m_bench->inDialog<QPlainTextEdit>(u"agentSchema"_s)->setPlainText(u"{\"type\": \"object\"}"_s);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(!openDialog<AgentDialog>());
    const LocalAgent added = m_bench->workspace.ownAgents.constFirst();
    QCOMPARE(added.name, u"Critic"_s);
    QCOMPARE(added.endpoint.toString(), u"e2"_s);
    QCOMPARE(added.instructions, u"Find flaws."_s);
    QCOMPARE(added.temperature.value_or(-1), 1.5);
    QVERIFY(added.teamTools);
    QCOMPARE(stringAt(added.outputSchema, "type").value_or(QString()), u"object"_s);
    QTRY_VERIFY(m_bench->child<QPushButton>(u"edit-"_s + added.id.toString()));
}

void tst_OwnAgents::agentIsChanged()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    m_bench->workspace.ownAgents = { writer() };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<AgentDialog>(u"edit-w1"_s));
    QCOMPARE(m_bench->inDialog<QLineEdit>(u"agentModel"_s)->text(), u"llama"_s);
    QCOMPARE(m_bench->inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->value(), 0.3);
    QVERIFY(!m_bench->inDialog<QCheckBox>(u"agentTools"_s)->isChecked());
    QTest::keyClick(m_bench->inDialog<QCheckBox>(u"setTemperature"_s), Qt::Key_Space);
    QVERIFY(!m_bench->inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->isEnabled());
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(!openDialog<AgentDialog>());
    LocalAgent expected = writer();
    expected.temperature.reset();
    expected.version = 2;
    QVERIFY(m_bench->workspace.ownAgents.constFirst() == expected);
}

void tst_OwnAgents::schemaThatIsNoJsonIsTold()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    m_bench->workspace.ownAgents = { writer() };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<AgentDialog>(u"edit-w1"_s));
    m_bench->inDialog<QPlainTextEdit>(u"agentSchema"_s)->setPlainText(u"{\"type\":"_s);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(m_bench->inDialog<QLabel>(u"agentProblem"_s));
    QVERIFY(m_bench->inDialog<QLabel>(u"agentProblem"_s)->text().contains(u"no valid JSON"_s));
    QCOMPARE(m_bench->workspace.calls(FakeWorkspace::Call::SaveAgent), 0);
    m_bench->inDialog<QPlainTextEdit>(u"agentSchema"_s)->clear();
    m_bench->workspace.failNext(FakeWorkspace::Call::SaveAgent, failure(code::VersionConflict));
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(
        m_bench->inDialog<QLabel>(u"agentProblem"_s)->text().contains(u"changed elsewhere"_s));
    QVERIFY(m_bench->inDialog<QPushButton>(u"saveAgent"_s)->isEnabled());
}

void tst_OwnAgents::removedAgentComesBack()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    m_bench->workspace.ownAgents = { writer() };
    QVERIFY(m_bench->open());
    QSignalSpy toasts(m_bench->agents, &OwnAgentsSection::toastRequested);
    QTRY_VERIFY(m_bench->child<QToolButton>(u"remove-w1"_s));
    OwnBench::click(m_bench->child<QToolButton>(u"remove-w1"_s));
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(m_bench->workspace.ownAgents.size(), 0);
    toasts.constFirst().constFirst().value<Toast>().action();
    QTRY_COMPARE(m_bench->workspace.ownAgents.size(), 1);
    QCOMPARE(m_bench->workspace.ownAgents.constFirst().id.toString(), u"w1"_s);
    m_bench->workspace.failNext(FakeWorkspace::Call::RemoveAgent, failure(code::StoreBusy));
    QTRY_VERIFY(m_bench->child<QToolButton>(u"remove-w1"_s));
    OwnBench::click(m_bench->child<QToolButton>(u"remove-w1"_s));
    QTRY_COMPARE(toasts.size(), 2);
    QVERIFY(toasts.constLast().constFirst().value<Toast>().isError);
}

void tst_OwnAgents::languageChangesWhileShown()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QTRY_VERIFY(m_bench->child<QPushButton>(u"edit-e1"_s));
    m_bench->language.apply(Language::Choice::BrazilianPortuguese);
    // The rows are made anew, and are not there for a moment.
    const auto textOf = [this](const QString &name) {
        const auto *button = m_bench->child<QPushButton>(name);
        return button ? button->text() : QString();
    };
    QTRY_COMPARE(textOf(u"addAgent"_s), u"Adicionar agente…"_s);
    QTRY_COMPARE(textOf(u"edit-e1"_s), u"Editar…"_s);
}

QTEST_MAIN(tst_OwnAgents)
#include "tst_own_agents.moc"
