// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/own_bench.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const QString HostileName = u"\u202Eevil\u202C 🚲 <b>bold</b> & co"_s;

} // namespace

/// Model endpoints in the settings, as a person uses them.
class tst_OwnEndpoints : public QObject {
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<OwnBench>(); }
    void cleanup() { m_bench.reset(); }
    void endpointIsAdded();
    void keyIsNeverShownAgain();
    void keyDoesNotFollowAnotherServer();
    void keyCanBeForgotten();
    void endpointIsTested();
    void withoutKeychainTheSessionIsOffered();
    void problemsOfSavingStayInTheDialog();
    void endpointIsRemovedAfterAQuestion();
    void endpointInUseIsTold();
    void failedLoadIsTold();
    void hostileNamesAreShownAsText();

private:
    std::unique_ptr<OwnBench> m_bench;
};

void tst_OwnEndpoints::endpointIsAdded()
{
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"addEndpoint"_s));
    QVERIFY(!m_bench->inDialog<QPushButton>(u"saveEndpoint"_s)->isEnabled());
    QTest::keyClicks(m_bench->inDialog<QLineEdit>(u"endpointName"_s), u" My server "_s);
    QVERIFY(!m_bench->inDialog<QPushButton>(u"saveEndpoint"_s)->isEnabled());
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u" http://localhost:8080 "_s);
    m_bench->inDialog<QLineEdit>(u"endpointKey"_s)->setText(u"sk-secret"_s);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QCOMPARE(m_bench->workspace.storedEndpoints.size(), 1);
    const EndpointDefinition added = m_bench->workspace.storedEndpoints.constFirst();
    QCOMPARE(added.name, u"My server"_s);
    QCOMPARE(added.url, u"http://localhost:8080"_s);
    QCOMPARE(m_bench->workspace.keys.constLast().secret, QByteArray("sk-secret"));
    QVERIFY(m_bench->workspace.keys.constLast().keeping == SecretKeeping::Keychain);
    QTRY_VERIFY(m_bench->child<QPushButton>(u"edit-"_s + added.id.toString()));
    QTRY_VERIFY(m_bench->child<QPushButton>(u"addAgent"_s)->isEnabled());
}

void tst_OwnEndpoints::keyIsNeverShownAgain()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"edit-e1"_s));
    QCOMPARE(m_bench->inDialog<QLineEdit>(u"endpointKey"_s)->text(), QString());
    QCOMPARE(m_bench->inDialog<QLineEdit>(u"endpointKey"_s)->echoMode(), QLineEdit::Password);
    m_bench->inDialog<QLineEdit>(u"endpointModel"_s)->setText(u"llama"_s);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_bench->workspace.keys.constLast().change == EndpointKey::Change::Keep);
    QCOMPARE(m_bench->workspace.storedEndpoints.constFirst().model, u"llama"_s);
}

void tst_OwnEndpoints::keyDoesNotFollowAnotherServer()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    EndpointDialog *dialog = m_bench->openBy<EndpointDialog>(u"edit-e1"_s);
    QVERIFY(dialog);
    const auto warns = [dialog] {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"another server's"_s);
        });
    };
    QVERIFY(!warns());
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost:11434/other"_s);
    QVERIFY(!warns());
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"https://elsewhere.example.com/v1"_s);
    QVERIFY(warns());
    QVERIFY(!m_bench->inDialog<QCheckBox>(u"forgetKey"_s));
}

void tst_OwnEndpoints::keyCanBeForgotten()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"edit-e1"_s));
    QTest::keyClick(m_bench->inDialog<QCheckBox>(u"forgetKey"_s), Qt::Key_Space);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_bench->workspace.keys.constLast().change == EndpointKey::Change::Forget);
}

void tst_OwnEndpoints::endpointIsTested()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    m_bench->workspace.report.service = ConnectionReport::Service::Models;
    m_bench->workspace.report.address = u"http://localhost:11434/v1"_s;
    m_bench->workspace.report.models
        = QStringList { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s };
    m_bench->workspace.report.features = { { ServiceFeature::TeamTools, Support::Unknown } };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"edit-e1"_s));
    OwnBench::click(m_bench->inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(m_bench->inDialog<QLabel>(u"reportText"_s));
    const QString text = m_bench->inDialog<QLabel>(u"reportText"_s)->text();
    QVERIFY2(text.contains(u"6 models, for example: a, b, c, d, e"_s), qPrintable(text));
    QVERIFY(text.contains(u"shows when it works"_s));
    const auto *dialog = openDialog<EndpointDialog>();
    QTRY_VERIFY(dialog->height() >= dialog->layout()->totalHeightForWidth(dialog->width()));
    QCOMPARE(QApplication::focusWidget(), m_bench->inDialog<QPushButton>(u"testEndpoint"_s));
    m_bench->workspace.report.wantedModel = u"zzz"_s;
    OwnBench::click(m_bench->inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(m_bench->inDialog<QLabel>(u"reportHeadline"_s)->text().contains(u"“zzz”"_s));
    m_bench->workspace.failNext(FakeWorkspace::Call::CheckEndpoint, failure(code::KeychainDenied));
    OwnBench::click(m_bench->inDialog<QPushButton>(u"testEndpoint"_s));
    QTRY_VERIFY(m_bench->inDialog<QLabel>(u"reportHeadline"_s)->text().contains(u"keychain"_s));
    // Nothing was saved by it.
    QCOMPARE(m_bench->workspace.calls(FakeWorkspace::Call::SaveEndpoint), 0);
    // What was found is about what was entered then.
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost:1"_s);
    QVERIFY(!m_bench->inDialog<QLabel>(u"reportHeadline"_s));
}

void tst_OwnEndpoints::withoutKeychainTheSessionIsOffered()
{
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"addEndpoint"_s));
    m_bench->inDialog<QLineEdit>(u"endpointName"_s)->setText(u"Far"_s);
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"https://far.example.com"_s);
    m_bench->inDialog<QLineEdit>(u"endpointKey"_s)->setText(u"sk"_s);
    m_bench->workspace.failNext(
        FakeWorkspace::Call::SaveEndpoint, failure(code::KeychainUnavailable));
    QVERIFY(!m_bench->inDialog<QPushButton>(u"keyForSession"_s));
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(m_bench->inDialog<QPushButton>(u"keyForSession"_s));
    QTRY_VERIFY(m_bench->inDialog<QPushButton>(u"keyForSession"_s)->isEnabled());
    OwnBench::click(m_bench->inDialog<QPushButton>(u"keyForSession"_s));
    QTRY_VERIFY(!openDialog<EndpointDialog>());
    QVERIFY(m_bench->workspace.keys.constLast().keeping == SecretKeeping::SessionOnly);
}

void tst_OwnEndpoints::problemsOfSavingStayInTheDialog()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->openBy<EndpointDialog>(u"addEndpoint"_s));
    m_bench->inDialog<QLineEdit>(u"endpointName"_s)->setText(u"Ollama"_s);
    m_bench->inDialog<QLineEdit>(u"endpointUrl"_s)->setText(u"http://localhost"_s);
    Error taken = failure(code::NameTaken);
    taken.args.insert(u"name"_s, u"Ollama"_s);
    m_bench->workspace.failNext(FakeWorkspace::Call::SaveEndpoint, taken);
    OwnBench::click(m_bench->inDialog<QPushButton>(u"saveEndpoint"_s));
    QTRY_VERIFY(m_bench->inDialog<QLabel>(u"reportHeadline"_s));
    QCOMPARE(m_bench->inDialog<QLabel>(u"reportHeadline"_s)->text(),
        u"There is another one called “Ollama”. Choose another name."_s);
    QVERIFY(openDialog<EndpointDialog>());
    QVERIFY(!m_bench->inDialog<QPushButton>(u"keyForSession"_s));
}

void tst_OwnEndpoints::endpointIsRemovedAfterAQuestion()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QSignalSpy toasts(m_bench->endpoints, &EndpointsSection::toastRequested);
    QTRY_VERIFY(m_bench->child<QToolButton>(u"remove-e1"_s));
    OwnBench::click(m_bench->child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    QVERIFY(openDialog<QMessageBox>()->informativeText().contains(u"keychain"_s));
    QCOMPARE(m_bench->workspace.storedEndpoints.size(), 1);
    OwnBench::click(openDialog<QMessageBox>()->findChild<QPushButton *>(u"confirmRemoveYes"_s));
    QTRY_COMPARE(m_bench->workspace.storedEndpoints.size(), 0);
    QTRY_COMPARE(toasts.size(), 1);
    QTRY_VERIFY(!m_bench->child<QToolButton>(u"remove-e1"_s));
}

void tst_OwnEndpoints::endpointInUseIsTold()
{
    m_bench->workspace.storedEndpoints = { ollama() };
    QVERIFY(m_bench->open());
    QSignalSpy toasts(m_bench->endpoints, &EndpointsSection::toastRequested);
    Error used = failure(code::EndpointInUse);
    used.args.insert(u"agents"_s, u"Writer"_s);
    m_bench->workspace.failNext(FakeWorkspace::Call::RemoveEndpoint, used);
    QTRY_VERIFY(m_bench->child<QToolButton>(u"remove-e1"_s));
    OwnBench::click(m_bench->child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    OwnBench::click(openDialog<QMessageBox>()->findChild<QPushButton *>(u"confirmRemoveYes"_s));
    QTRY_COMPARE(toasts.size(), 1);
    const auto toast = toasts.constFirst().constFirst().value<Toast>();
    QVERIFY(toast.isError);
    QVERIFY(toast.text.contains(u"Writer"_s));
    QCOMPARE(m_bench->workspace.storedEndpoints.size(), 1);
}

void tst_OwnEndpoints::failedLoadIsTold()
{
    m_bench->workspace.failAlways(FakeWorkspace::Call::ModelEndpoints, failure(code::StoreBusy));
    QVERIFY(m_bench->open());
    QTRY_VERIFY(!visibleChild<QLabel>(m_bench->endpoints, u"emptyText"_s)
                     ->text()
                     .contains(u"no model endpoints"_s));
}

void tst_OwnEndpoints::hostileNamesAreShownAsText()
{
    EndpointDefinition hostile = ollama();
    hostile.name = HostileName;
    m_bench->workspace.storedEndpoints = { hostile };
    QVERIFY(m_bench->open());
    QTRY_VERIFY(m_bench->child<QPushButton>(u"edit-e1"_s));
    QVERIFY(m_bench->child<QPushButton>(u"edit-e1"_s)->accessibleName().contains(HostileName));
    OwnBench::click(m_bench->child<QToolButton>(u"remove-e1"_s));
    QTRY_VERIFY(openDialog<QMessageBox>());
    QCOMPARE(openDialog<QMessageBox>()->textFormat(), Qt::PlainText);
    QVERIFY(openDialog<QMessageBox>()->text().contains(HostileName));
    openDialog<QMessageBox>()->close();
    QVERIFY(m_bench->openBy<EndpointDialog>(u"edit-e1"_s));
    QCOMPARE(m_bench->inDialog<QLineEdit>(u"endpointName"_s)->text(), HostileName);
}

QTEST_MAIN(tst_OwnEndpoints)
#include "tst_own_endpoints.moc"
