// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/settings/agent_dialog.h"
#include "ui/settings/endpoint_dialog.h"
#include "ui/settings/endpoints_section.h"
#include "ui/settings/entry_list.h"
#include "ui/settings/own_agents_section.h"
#include "ui/text/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const QString HostileName = u"\u202Eevil\u202C 🚲 <b>bold</b> & co"_s;

EndpointDefinition ollama()
{
    EndpointDefinition endpoint;
    endpoint.id = EndpointId(u"e1"_s);
    endpoint.name = u"Ollama"_s;
    endpoint.url = u"http://localhost:11434/v1"_s;
    endpoint.usesKey = true;
    return endpoint;
}

LocalAgent writer()
{
    LocalAgent agent;
    agent.id = AgentId(u"w1"_s);
    agent.endpoint = EndpointId(u"e1"_s);
    agent.name = u"Writer"_s;
    agent.model = u"llama"_s;
    agent.instructions = u"Be brief."_s;
    agent.temperature = 0.3;
    agent.teamTools = false;
    return agent;
}

} // namespace

/// Model endpoints and agents of one's own in the settings, as a person uses them.
class tst_OwnAgents : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyListsSayWhatToDo();
    void endpointIsAdded();
    void keyIsNeverShownAgain();
    void keyDoesNotFollowAnotherServer();
    void keyCanBeForgotten();
    void endpointIsTested();
    void withoutKeychainTheSessionIsOffered();
    void problemsOfSavingStayInTheDialog();
    void endpointIsRemovedAfterAQuestion();
    void endpointInUseIsTold();
    void agentIsDefined();
    void agentIsChanged();
    void schemaThatIsNoJsonIsTold();
    void removedAgentComesBack();
    void failedLoadIsTold();
    void hostileNamesAreShownAsText();
    void languageChangesWhileShown();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    template<typename T>
    T *inDialog(const QString &name) const
    {
        // One that was closed goes away later.
        const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
        const auto open = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return open == dialogs.cend() ? nullptr : visibleChild<T>(*open, name);
    }
    void open();
    void click(QAbstractButton *button) { QTest::mouseClick(button, Qt::LeftButton); }
    EndpointDialog *openEndpoint(const QString &button);
    AgentDialog *openAgent(const QString &button);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    EndpointsSection *m_endpoints = nullptr;
    OwnAgentsSection *m_agents = nullptr;
};

void tst_OwnAgents::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    m_workspace = std::make_unique<FakeWorkspace>();
}

void tst_OwnAgents::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_language.reset();
    m_theme.reset();
}

void tst_OwnAgents::open()
{
    m_window = std::make_unique<QWidget>();
    m_endpoints = new EndpointsSection(m_workspace.get(), m_theme.get(), m_window.get());
    m_agents = new OwnAgentsSection(m_workspace.get(), m_theme.get(), m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_endpoints);
    layout->addWidget(m_agents);
    m_window->resize(700, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::LocalAgents), 1);
    // Answers come through the event loop.
    QTRY_COMPARE(
        child<QPushButton>(u"addAgent"_s)->isEnabled(), !m_workspace->storedEndpoints.isEmpty());
}

EndpointDialog *tst_OwnAgents::openEndpoint(const QString &button)
{
    if (!QTest::qWaitFor([&] { return child<QPushButton>(button) != nullptr; }))
        return nullptr;
    click(child<QPushButton>(button));
    if (!QTest::qWaitFor([] { return openDialog<EndpointDialog>() != nullptr; }))
        return nullptr;
    return openDialog<EndpointDialog>();
}

AgentDialog *tst_OwnAgents::openAgent(const QString &button)
{
    if (!QTest::qWaitFor([&] { return child<QPushButton>(button) != nullptr; }))
        return nullptr;
    click(child<QPushButton>(button));
    if (!QTest::qWaitFor([] { return openDialog<AgentDialog>() != nullptr; }))
        return nullptr;
    return openDialog<AgentDialog>();
}

void tst_OwnAgents::emptyListsSayWhatToDo()
{
    open();
    QTRY_COMPARE(visibleChild<QLabel>(m_endpoints, u"emptyText"_s)->text(),
        u"There are no model endpoints yet."_s);
    QTRY_VERIFY(visibleChild<QLabel>(m_agents, u"emptyText"_s)
                    ->text()
                    .startsWith(u"Add a model endpoint first"_s));
    QVERIFY(!child<QPushButton>(u"addAgent"_s)->isEnabled());
}

void tst_OwnAgents::endpointIsAdded()
{
    open();
    QVERIFY(openEndpoint(u"addEndpoint"_s));
    QVERIFY(!inDialog<QPushButton>(u"saveEndpoint"_s)->isEnabled());
    QTest::keyClicks(inDialog<QLineEdit>(u"endpointName"_s), u" My server "_s);
    QVERIFY(!inDialog<QPushButton>(u"saveEndpoint"_s)->isEnabled());
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u" http://localhost:8080 "_s);
    inDialog<QLineEdit>(u"endpointKey"_s)->setText(u"sk-secret"_s);
    click(inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QCOMPARE(m_workspace->storedEndpoints.size(), 1);
    const EndpointDefinition added = m_workspace->storedEndpoints.constFirst();
    QCOMPARE(added.name, u"My server"_s);
    QCOMPARE(added.url, u"http://localhost:8080"_s);
    QCOMPARE(m_workspace->keys.constLast().secret, QByteArray("sk-secret"));
    QVERIFY(m_workspace->keys.constLast().keeping == SecretKeeping::Keychain);
    QTRY_VERIFY(child<QPushButton>(u"edit-"_s + added.id.toString()));
    QTRY_VERIFY(child<QPushButton>(u"addAgent"_s)->isEnabled());
}

void tst_OwnAgents::keyIsNeverShownAgain()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QVERIFY(openEndpoint(u"edit-e1"_s));
    QCOMPARE(inDialog<QLineEdit>(u"endpointKey"_s)->text(), QString());
    QCOMPARE(inDialog<QLineEdit>(u"endpointKey"_s)->echoMode(), QLineEdit::Password);
    inDialog<QLineEdit>(u"endpointModel"_s)->setText(u"llama"_s);
    click(inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_workspace->keys.constLast().change == EndpointKey::Change::Keep);
    QCOMPARE(m_workspace->storedEndpoints.constFirst().model, u"llama"_s);
}

void tst_OwnAgents::keyDoesNotFollowAnotherServer()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    EndpointDialog *dialog = openEndpoint(u"edit-e1"_s);
    QVERIFY(dialog);
    const auto warns = [dialog] {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"another server's"_s);
        });
    };
    QVERIFY(!warns());
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost:11434/other"_s);
    QVERIFY(!warns());
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"https://elsewhere.example.com/v1"_s);
    QVERIFY(warns());
    QVERIFY(!inDialog<QCheckBox>(u"forgetKey"_s));
}

void tst_OwnAgents::keyCanBeForgotten()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QVERIFY(openEndpoint(u"edit-e1"_s));
    QTest::keyClick(inDialog<QCheckBox>(u"forgetKey"_s), Qt::Key_Space);
    click(inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_workspace->keys.constLast().change == EndpointKey::Change::Forget);
}

void tst_OwnAgents::endpointIsTested()
{
    m_workspace->storedEndpoints = { ollama() };
    m_workspace->report.service = ConnectionReport::Service::Models;
    m_workspace->report.address = u"http://localhost:11434/v1"_s;
    m_workspace->report.models = QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s };
    m_workspace->report.features = { { ServiceFeature::TeamTools, Support::Unknown } };
    open();
    QVERIFY(openEndpoint(u"edit-e1"_s));
    click(inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"reportText"_s));
    const QString text = inDialog<QLabel>(u"reportText"_s)->text();
    QVERIFY2(text.contains(u"6 models, for example: a, b, c, d, e"_s), qPrintable(text));
    QVERIFY(text.contains(u"shows when it works"_s));
    const auto *dialog = openDialog<EndpointDialog>();
    QTRY_VERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width()));
    QCOMPARE(QApplication::focusWidget(), inDialog<QPushButton>(u"testEndpoint"_s));
    m_workspace->report.wantedModel = u"zzz"_s;
    click(inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"reportHeadline"_s)->text().contains(u"“zzz”"_s));
    m_workspace->failNext(FakeWorkspace::Call::CheckEndpoint, failure(code::KeychainDenied));
    click(inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"reportHeadline"_s)->text().contains(u"keychain"_s));
    // Nothing was saved by it.
    QCOMPARE(m_workspace->calls(FakeWorkspace::Call::SaveEndpoint), 0);
    // What was found is about what was entered then.
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost:1"_s);
    QVERIFY(!inDialog<QLabel>(u"reportHeadline"_s));
}

void tst_OwnAgents::withoutKeychainTheSessionIsOffered()
{
    open();
    QVERIFY(openEndpoint(u"addEndpoint"_s));
    inDialog<QLineEdit>(u"endpointName"_s)->setText(u"Far"_s);
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"https://far.example.com"_s);
    inDialog<QLineEdit>(u"endpointKey"_s)->setText(u"sk"_s);
    m_workspace->failNext(FakeWorkspace::Call::SaveEndpoint, failure(code::KeychainUnavailable));
    QVERIFY(!inDialog<QPushButton>(u"keyForSession"_s));
    click(inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(inDialog<QPushButton>(u"keyForSession"_s));
    QTRY_VERIFY(inDialog<QPushButton>(u"keyForSession"_s)->isEnabled());
    click(inDialog<QPushButton>(u"keyForSession"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_workspace->keys.constLast().keeping == SecretKeeping::SessionOnly);
}

void tst_OwnAgents::problemsOfSavingStayInTheDialog()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QVERIFY(openEndpoint(u"addEndpoint"_s));
    inDialog<QLineEdit>(u"endpointName"_s)->setText(u"Ollama"_s);
    inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost"_s);
    Error taken = failure(code::NameTaken);
    taken.args.insert(u"name"_s, u"Ollama"_s);
    m_workspace->failNext(FakeWorkspace::Call::SaveEndpoint, taken);
    click(inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"reportHeadline"_s));
    QCOMPARE(inDialog<QLabel>(u"reportHeadline"_s)->text(),
        u"There is another one called “Ollama”. Choose another name."_s);
    QVERIFY(openDialog<EndpointDialog>());
    QVERIFY(!inDialog<QPushButton>(u"keyForSession"_s));
}

void tst_OwnAgents::endpointIsRemovedAfterAQuestion()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QSignalSpy toasts(m_endpoints, &EndpointsSection::toastRequested);
    QTRY_VERIFY(child<QToolButton>(u"remove-e1"_s));
    click(child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    QVERIFY(openDialog<QMessageBox>()->informativeText().contains(u"keychain"_s));
    QCOMPARE(m_workspace->storedEndpoints.size(), 1);
    click(openDialog<QMessageBox>()->findChild<QPushButton *>(u"confirmRemoveYes"_s));
    QTRY_COMPARE(m_workspace->storedEndpoints.size(), 0);
    QTRY_COMPARE(toasts.size(), 1);
    QTRY_VERIFY(!child<QToolButton>(u"remove-e1"_s));
}

void tst_OwnAgents::endpointInUseIsTold()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QSignalSpy toasts(m_endpoints, &EndpointsSection::toastRequested);
    Error used = failure(code::EndpointInUse);
    used.args.insert(u"agents"_s, u"Writer"_s);
    m_workspace->failNext(FakeWorkspace::Call::RemoveEndpoint, used);
    QTRY_VERIFY(child<QToolButton>(u"remove-e1"_s));
    click(child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    click(openDialog<QMessageBox>()->findChild<QPushButton *>(u"confirmRemoveYes"_s));
    QTRY_COMPARE(toasts.size(), 1);
    const auto toast = toasts.constFirst().constFirst().value<Toast>();
    QVERIFY(toast.isError);
    QVERIFY(toast.text.contains(u"Writer"_s));
    QCOMPARE(m_workspace->storedEndpoints.size(), 1);
}

void tst_OwnAgents::agentIsDefined()
{
    EndpointDefinition second = ollama();
    second.id = EndpointId(u"e2"_s);
    second.name = u"Far"_s;
    m_workspace->storedEndpoints = { ollama(), second };
    open();
    QVERIFY(openAgent(u"addAgent"_s));
    QVERIFY(!inDialog<QPushButton>(u"saveAgent"_s)->isEnabled());
    QTest::keyClicks(inDialog<QLineEdit>(u"agentName"_s), u"Critic"_s);
    inDialog<QComboBox>(u"agentEndpoint"_s)->setCurrentIndex(1);
    inDialog<QPlainTextEdit>(u"agentInstructions"_s)->setPlainText(u"Find flaws."_s);
    QTest::keyClick(inDialog<QCheckBox>(u"setTemperature"_s), Qt::Key_Space);
    inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->setValue(1.5);
    inDialog<QPlainTextEdit>(u"agentSchema"_s)->setPlainText(u"{\"type\": \"object\"}"_s);
    click(inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(!openDialog<AgentDialog>());
    const LocalAgent added = m_workspace->ownAgents.constFirst();
    QCOMPARE(added.name, u"Critic"_s);
    QCOMPARE(added.endpoint.toString(), u"e2"_s);
    QCOMPARE(added.instructions, u"Find flaws."_s);
    QCOMPARE(added.temperature.value_or(-1), 1.5);
    QVERIFY(added.teamTools);
    QCOMPARE(stringAt(added.outputSchema, "type").value_or(QString()), u"object"_s);
    QTRY_VERIFY(child<QPushButton>(u"edit-"_s + added.id.toString()));
}

void tst_OwnAgents::agentIsChanged()
{
    m_workspace->storedEndpoints = { ollama() };
    m_workspace->ownAgents = { writer() };
    open();
    QVERIFY(openAgent(u"edit-w1"_s));
    QCOMPARE(inDialog<QLineEdit>(u"agentModel"_s)->text(), u"llama"_s);
    QCOMPARE(inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->value(), 0.3);
    QVERIFY(!inDialog<QCheckBox>(u"agentTools"_s)->isChecked());
    QTest::keyClick(inDialog<QCheckBox>(u"setTemperature"_s), Qt::Key_Space);
    QVERIFY(!inDialog<QDoubleSpinBox>(u"agentTemperature"_s)->isEnabled());
    click(inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(!openDialog<AgentDialog>());
    LocalAgent expected = writer();
    expected.temperature.reset();
    expected.version = 2;
    QVERIFY(m_workspace->ownAgents.constFirst() == expected);
}

void tst_OwnAgents::schemaThatIsNoJsonIsTold()
{
    m_workspace->storedEndpoints = { ollama() };
    m_workspace->ownAgents = { writer() };
    open();
    QVERIFY(openAgent(u"edit-w1"_s));
    inDialog<QPlainTextEdit>(u"agentSchema"_s)->setPlainText(u"{\"type\":"_s);
    click(inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"agentProblem"_s));
    QVERIFY(inDialog<QLabel>(u"agentProblem"_s)->text().contains(u"no valid JSON"_s));
    QCOMPARE(m_workspace->calls(FakeWorkspace::Call::SaveAgent), 0);
    inDialog<QPlainTextEdit>(u"agentSchema"_s)->clear();
    m_workspace->failNext(FakeWorkspace::Call::SaveAgent, failure(code::VersionConflict));
    click(inDialog<QPushButton>(u"saveAgent"_s));
    QTRY_VERIFY(inDialog<QLabel>(u"agentProblem"_s)->text().contains(u"changed elsewhere"_s));
    QVERIFY(inDialog<QPushButton>(u"saveAgent"_s)->isEnabled());
}

void tst_OwnAgents::removedAgentComesBack()
{
    m_workspace->storedEndpoints = { ollama() };
    m_workspace->ownAgents = { writer() };
    open();
    QSignalSpy toasts(m_agents, &OwnAgentsSection::toastRequested);
    QTRY_VERIFY(child<QToolButton>(u"remove-w1"_s));
    click(child<QToolButton>(u"remove-w1"_s));
    QTRY_COMPARE(toasts.size(), 1);
    QCOMPARE(m_workspace->ownAgents.size(), 0);
    toasts.constFirst().constFirst().value<Toast>().action();
    QTRY_COMPARE(m_workspace->ownAgents.size(), 1);
    QCOMPARE(m_workspace->ownAgents.constFirst().id.toString(), u"w1"_s);
    m_workspace->failNext(FakeWorkspace::Call::RemoveAgent, failure(code::StoreBusy));
    QTRY_VERIFY(child<QToolButton>(u"remove-w1"_s));
    click(child<QToolButton>(u"remove-w1"_s));
    QTRY_COMPARE(toasts.size(), 2);
    QVERIFY(toasts.constLast().constFirst().value<Toast>().isError);
}

void tst_OwnAgents::failedLoadIsTold()
{
    m_workspace->failAlways(FakeWorkspace::Call::ModelEndpoints, failure(code::StoreBusy));
    open();
    QTRY_VERIFY(!visibleChild<QLabel>(m_endpoints, u"emptyText"_s)
                     ->text()
                     .contains(u"no model endpoints"_s));
}

void tst_OwnAgents::hostileNamesAreShownAsText()
{
    EndpointDefinition hostile = ollama();
    hostile.name = HostileName;
    m_workspace->storedEndpoints = { hostile };
    open();
    QTRY_VERIFY(child<QPushButton>(u"edit-e1"_s));
    QVERIFY(child<QPushButton>(u"edit-e1"_s)->accessibleName().contains(HostileName));
    click(child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    QCOMPARE(openDialog<QMessageBox>()->textFormat(), Qt::PlainText);
    QVERIFY(openDialog<QMessageBox>()->text().contains(HostileName));
    openDialog<QMessageBox>()->close();
    QVERIFY(openEndpoint(u"edit-e1"_s));
    QCOMPARE(inDialog<QLineEdit>(u"endpointName"_s)->text(), HostileName);
}

void tst_OwnAgents::languageChangesWhileShown()
{
    m_workspace->storedEndpoints = { ollama() };
    open();
    QTRY_VERIFY(child<QPushButton>(u"edit-e1"_s));
    m_language->apply(Language::Choice::BrazilianPortuguese);
    // The rows are made anew, and are not there for a moment.
    const auto textOf = [this](const QString &name) {
        const auto *button = child<QPushButton>(name);
        return button ? button->text() : QString();
    };
    QTRY_COMPARE(textOf(u"addAgent"_s), u"Adicionar agente…"_s);
    QTRY_COMPARE(textOf(u"edit-e1"_s), u"Editar…"_s);
}

QTEST_MAIN(tst_OwnAgents)
#include "tst_own_agents.moc"
