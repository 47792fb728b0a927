// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_execution_archive.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/log/error_card.h"
#include "ui/monitor/log/error_panel.h"
#include "ui/text/error_text.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Start { std::chrono::seconds(1'767'261'600) };
const ExecutionId Known(u"e-1"_s);
using Archive = FakeExecutionArchive;

Error systemError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreFailed), u"Disk."_s, {} };
}

} // namespace

/// The failures of an execution (feature EM-08).
class TestErrorPanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_workspace = std::make_unique<FakeWorkspace>();
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
        m_panel = std::make_unique<ErrorPanel>(m_workspace.get(), m_theme.get());
        m_panel->resize(460, 520);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_theme.reset();
        m_workspace.reset();
    }

    void nothingFailed()
    {
        EventScript script = begun();
        open(script);
        QTRY_COMPARE(message()->text(), u"Nothing has failed."_s);
        QCOMPARE(m_panel->openCount(), 0);
    }

    void saysWhatToDo()
    {
        EventScript script = begun();
        script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2);
        script.fail(u"researcher"_s, systemError());
        open(script);
        QTRY_COMPARE(cards().size(), 2);
        QCOMPARE(sentence(0), errorText(systemError())); // the newest first
        QCOMPARE(sentence(1), errorText(timeoutError()));
        QCOMPARE(m_panel->openCount(), 2);
        QVERIFY(!button(u"errorRetry"_s)); // it still runs
        m_panel->setEnded(true);
        QSignalSpy retried(m_panel.get(), &ErrorPanel::retryRequested);
        QSignalSpy rerun(m_panel.get(), &ErrorPanel::rerunRequested);
        QSignalSpy chosen(m_panel.get(), &ErrorPanel::agentChosen);
        QTRY_VERIFY(button(u"errorRetry"_s));
        QTest::mouseClick(button(u"errorRetry"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"errorRerun"_s), Qt::LeftButton);
        QTest::mouseClick(button(u"errorStep"_s), Qt::LeftButton);
        QCOMPARE(retried.count(), 1);
        QCOMPARE(rerun.at(0).at(0).value<StepId>(), StepId(u"slot:researcher"_s));
        QCOMPARE(chosen.at(0).at(0).value<AgentId>(), AgentId(u"slot:researcher"_s));
        picture(u"failures"_s);
    }

    void technicalDetailsCanBeCopied()
    {
        EventScript script = begun();
        script.fail(u"researcher"_s, systemError());
        open(script);
        QTRY_COMPARE(cards().size(), 1);
        auto *text = m_panel->findChild<QPlainTextEdit *>(u"errorTechnical"_s);
        QVERIFY(!text->isVisible());
        QTest::mouseClick(button(u"errorDetails"_s), Qt::LeftButton);
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(u"store_failed"_s));
        QTest::mouseClick(button(u"errorCopy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
        picture(u"details"_s);
    }

    void severityNarrows()
    {
        EventScript script = begun();
        script.retry(u"researcher"_s, timeoutError(), 2).start(u"researcher"_s, 2); // medium
        script.fail(u"researcher"_s, systemError()); // low
        open(script);
        QTRY_COMPARE(cards().size(), 2);
        auto *severity = m_panel->findChild<QComboBox *>(u"errorSeverity"_s);
        severity->setCurrentIndex(1);
        QTRY_COMPARE(cards().size(), 1);
        QCOMPARE(sentence(0), errorText(timeoutError()));
        severity->setCurrentIndex(3);
        QTRY_COMPARE(cards().size(), 0);
        QVERIFY(message()->text().startsWith(u"No failure fits"_s));
    }

    void dismissedOnesStayAway()
    {
        EventScript script = begun();
        script.fail(u"researcher"_s, systemError());
        open(script);
        QTRY_COMPARE(cards().size(), 1);
        QSignalSpy counted(m_panel.get(), &ErrorPanel::openCountChanged);
        QTest::mouseClick(button(u"errorDismiss"_s), Qt::LeftButton);
        QTRY_COMPARE(cards().size(), 0);
        QTRY_COMPARE(m_panel->openCount(), 0);
        QCOMPARE(m_workspace->fakeExecutionArchive()->dismissed.value(Known).size(), 1);
        m_panel->open(ExecutionId());
        m_panel->open(Known); // for good
        QTRY_VERIFY(message()->text().startsWith(u"No failure fits"_s));
        QTest::mouseClick(
            m_panel->findChild<QToolButton *>(u"errorShowDismissed"_s), Qt::LeftButton);
        QTRY_COMPARE(cards().size(), 1);
        QTest::mouseClick(button(u"errorDismiss"_s), Qt::LeftButton); // back again
        QTRY_COMPARE(m_panel->openCount(), 1);
    }

    void followsTheExecution()
    {
        EventScript script = begun();
        open(script);
        QTRY_COMPARE(message()->text(), u"Nothing has failed."_s);
        script.retry(u"researcher"_s, timeoutError(), 2);
        advance(script);
        QTRY_COMPARE(cards().size(), 1);
        script.start(u"researcher"_s, 2).complete(u"researcher"_s, u"x"_s);
        advance(script);
        QTRY_COMPARE(m_panel->openCount(), 0); // resolved, and still told
        QCOMPARE(cards().size(), 1);
        QVERIFY(m_panel->findChild<QLabel *>(u"errorTime"_s)->text().endsWith(u"resolved"_s));
    }

    void manyFailuresComePartByPart()
    {
        EventScript script = begun();
        for (int attempt = 2; attempt < 72; ++attempt)
            script.retry(u"researcher"_s, timeoutError(), attempt);
        open(script);
        QTRY_COMPARE(cards().size(), 30);
        QTest::mouseClick(button(u"errorMore"_s), Qt::LeftButton);
        QTRY_COMPARE(cards().size(), 60);
    }

    void whatCannotBeReadIsSaid()
    {
        EventScript script = begun();
        script.fail(u"researcher"_s, systemError());
        m_workspace->failNext(FakeWorkspace::Call::ExecutionErrors, failure(code::StoreBusy));
        open(script);
        QTRY_COMPARE(message()->text(), errorText(failure(code::StoreBusy)));
        QTest::mouseClick(button(u"errorMore"_s), Qt::LeftButton);
        QTRY_COMPARE(cards().size(), 1);
        m_workspace->fakeExecutionArchive()->failNext(
            Archive::Call::DismissError, failure(code::StoreBusy));
        QTest::mouseClick(button(u"errorDismiss"_s), Qt::LeftButton);
        QTRY_VERIFY(message()->isVisible());
        QTRY_COMPARE(cards().size(), 1); // they are built anew
    }

private:
    static EventScript begun()
    {
        EventScript script(
            Known.toString(), u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), Start);
        script.begin(u"p"_s).start(u"researcher"_s);
        return script;
    }
    void open(EventScript &script)
    {
        m_workspace->storedEvents[Known] = script.take();
        m_panel->open(Known);
    }
    void advance(EventScript &script)
    {
        const ExecutionEvents events = script.take();
        m_workspace->storedEvents[Known] += events;
        m_panel->advance(events);
    }
    QList<ErrorCard *> cards() const
    {
        QList<ErrorCard *> shown;
        for (ErrorCard *card : m_panel->findChildren<ErrorCard *>()) {
            if (card->isVisible())
                shown.append(card);
        }
        return shown;
    }
    QString sentence(int card) const
    {
        return cards().at(card)->findChild<QLabel *>(u"errorSentence"_s)->text();
    }
    QPushButton *button(const QString &name) const
    {
        return visibleChild<QPushButton>(m_panel.get(), name);
    }
    QLabel *message() const { return m_panel->findChild<QLabel *>(u"errorMessage"_s); }
    void picture(const QString &name)
    {
        const QPixmap image = m_panel->grab();
        QCOMPARE(image.deviceIndependentSize().toSize(), m_panel->size());
        if (const QString folder = qEnvironmentVariable("RENUM_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(folder + u"/errors-"_s + name + u".png"_s));
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ErrorPanel> m_panel;
};

QTEST_MAIN(TestErrorPanel)
#include "tst_error_panel.moc"
