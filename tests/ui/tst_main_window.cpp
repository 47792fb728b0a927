// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"
#include "tests/ui/no_connection_change.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/monitor_page.h"
#include "ui/run/run_dialog.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/state_panel.h"
#include "ui/shell/toast_host.h"
#include "ui/shell/workbench.h"
#include "ui/teams/teams_page.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_MainWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void railAndKeysSwitchPages();
    void pageAndGeometryAreRemembered();
    void chipSaysWhereWorkRuns();
    void findAndRefreshReachThePage();
    void shortcutsAreListed();
    void commandsAreFoundByTheirNames();
    void everyControlHasANameAndAHint();
    void runLeadsToTheMonitor();
    void toastOffersItsAction();
    void toastGoesWithEscape();
    void statePanelShowsItsStages();
    void languageChangesTheFrame();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(window(), name);
    }
    [[nodiscard]] MainWindow *window() const { return m_bench->window(); }
    [[nodiscard]] QString heading() const { return child<QLabel>(u"pageTitle"_s)->text(); }
    void open();

    QTemporaryDir m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<FakeWorkspace> m_workspace;
    NoConnectionChange m_connection;
    std::unique_ptr<DraftJournal> m_journal;
    std::unique_ptr<Workbench> m_bench;
};

void tst_MainWindow::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    QFile::remove(m_dir.filePath(u"renum.ini"_s));
    m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"renum.ini"_s));
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->storedTeams = { sample::team(2), sample::team(1) };
    m_journal = std::make_unique<DraftJournal>(m_dir.filePath(u"drafts"_s));
    open();
}

void tst_MainWindow::cleanup()
{
    m_bench.reset();
    m_journal.reset();
    m_workspace.reset();
    m_language.reset();
    m_theme.reset();
}

void tst_MainWindow::open()
{
    const SettingsParts parts { m_workspace.get(), &m_connection, m_theme.get(), m_language.get(),
        m_settings.get() };
    m_bench = std::make_unique<Workbench>(parts, m_journal.get());
    window()->restore();
    window()->show();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void tst_MainWindow::railAndKeysSwitchPages()
{
    QCOMPARE(window()->currentPageId(), u"teams"_s);
    QCOMPARE(heading(), u"Teams"_s);
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window()->currentPageId(), u"builder"_s);
    QTest::keyClick(window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window()->currentPageId(), u"monitor"_s);
    QTest::keyClick(window(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window()->currentPageId(), u"costs"_s);
    QTest::keyClick(window(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(heading(), u"Settings"_s);
    QToolButton *teams = nullptr;
    const auto entries = window()->findChild<Rail *>()->findChildren<QToolButton *>();
    for (QToolButton *button : entries) {
        if (button->text() == u"Teams"_s)
            teams = button;
    }
    QVERIFY(teams);
    QTest::mouseClick(teams, Qt::LeftButton);
    QCOMPARE(heading(), u"Teams"_s);
    QVERIFY(teams->isChecked());
    window()->showPage(u"no such page"_s);
    QCOMPARE(heading(), u"Teams"_s);
}

void tst_MainWindow::pageAndGeometryAreRemembered()
{
    window()->showPage(u"settings"_s);
    window()->resize(900, 640);
    window()->close();
    m_bench.reset();
    open();
    QCOMPARE(heading(), u"Settings"_s);
    QCOMPARE(window()->size(), QSize(900, 640));
}

void tst_MainWindow::chipSaysWhereWorkRuns()
{
    auto *chip = child<QToolButton>(u"connectionChip"_s);
    QCOMPARE(chip->text(), u"This computer · Demo"_s);
    m_workspace->setConnectionStatus(
        { ConnectionStatus::State::Failed, {}, {}, false, failure(code::ConnectionRefused) });
    QCOMPARE(chip->text(), u"This computer · Suna unreachable"_s);
    QVERIFY(chip->toolTip().contains(u"Nothing answers"_s));
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(heading(), u"Settings"_s);
}

void tst_MainWindow::findAndRefreshReachThePage()
{
    QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(child<QLineEdit>(u"teamSearch"_s)->hasFocus());
    QTRY_COMPARE(m_workspace->calls(Call::Teams), 1);
    QTest::keyClick(window(), Qt::Key_F5);
    QTRY_COMPARE(m_workspace->calls(Call::Teams), 2);
}

void tst_MainWindow::shortcutsAreListed()
{
    QTest::keyClick(window(), Qt::Key_F1);
    QTRY_VERIFY(openDialog<ShortcutsDialog>());
    QStringList texts;
    const auto labels = openDialog<ShortcutsDialog>()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    const auto keys = openDialog<ShortcutsDialog>()->findChildren<QKeySequenceEdit *>();
    for (const QKeySequenceEdit *edit : keys)
        texts.append(edit->keySequence().toString());
    for (const QString &expected :
        { u"Go to Monitor"_s, u"Run the selected team"_s, u"Ctrl+R"_s, u"Search"_s, u"F5"_s })
        QVERIFY2(texts.contains(expected), qPrintable(texts.join(u'|')));
    QTest::keyClick(openDialog<ShortcutsDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!openDialog<ShortcutsDialog>());
    QTest::keyClick(window(), Qt::Key_Slash, Qt::ControlModifier);
    QTRY_VERIFY(openDialog<ShortcutsDialog>());
}

void tst_MainWindow::commandsAreFoundByTheirNames()
{
    QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *search = visibleChild<QLineEdit>(QApplication::activePopupWidget(), u"popupSearch"_s);
    QTest::keyClicks(search, u"monitor go"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(window()->currentPageId(), u"monitor"_s);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void tst_MainWindow::everyControlHasANameAndAHint()
{
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s));
    QStringList nameless;
    for (const QString &page : { u"teams"_s, u"builder"_s, u"settings"_s }) {
        window()->showPage(page);
        const auto buttons = window()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            const bool named = !button->text().isEmpty() || !button->accessibleName().isEmpty();
            const bool reachable = button->focusPolicy() != Qt::NoFocus;
            if (button->isVisible() && reachable && !named)
                nameless.append(button->objectName() + u'/'
                    + QString::fromLatin1(button->metaObject()->className()));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u' ')));
}

void tst_MainWindow::runLeadsToTheMonitor()
{
    m_bench->teams()->showTeam(m_workspace->storedTeams.first());
    QTest::keyClick(window(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(openDialog<RunDialog>());
    QVERIFY(QTest::qWaitForWindowActive(openDialog<RunDialog>()));
    auto *prompt = openDialog<RunDialog>()->findChild<QPlainTextEdit *>(u"prompt"_s);
    prompt->setPlainText(u"Electric bicycles"_s);
    auto *run = openDialog<RunDialog>()->findChild<QPushButton *>(u"runButton"_s);
    QTRY_VERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    QTRY_COMPARE(window()->currentPageId(), u"monitor"_s);
    emit m_bench->monitor()->runAgainRequested(m_workspace->storedTeams.first().id, u"Again"_s);
    QTRY_VERIFY(openDialog<RunDialog>());
    openDialog<RunDialog>()->close();
    emit m_bench->monitor()->runAgainRequested(TeamId(u"gone"_s), u"Again"_s);
    QTRY_VERIFY(child<QWidget>(u"toast"_s));
}

void tst_MainWindow::toastOffersItsAction()
{
    int undone = 0;
    window()->showToast({ u"It was deleted."_s, u"Undo"_s, [&undone] { ++undone; }, false });
    auto *toast = window()->findChild<ToastHost *>();
    QCOMPARE(toast->text(), u"It was deleted."_s);
    QTest::mouseClick(child<QPushButton>(u"toastAction"_s), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!toast->isVisible());
    window()->showToast({ QString(400, u'x') + u" y"_s, {}, {}, true });
    QVERIFY(!child<QPushButton>(u"toastAction"_s));
    QVERIFY(toast->width() <= window()->width());
    window()->resize(window()->width() - 200, window()->height());
    QTRY_VERIFY(window()->rect().contains(toast->geometry()));
}

void tst_MainWindow::toastGoesWithEscape()
{
    window()->showToast({ u"Something."_s, u"Undo"_s, {}, false });
    QTest::keyClick(child<QPushButton>(u"toastAction"_s), Qt::Key_Escape);
    QVERIFY(!child<QWidget>(u"toast"_s));
}

void tst_MainWindow::statePanelShowsItsStages()
{
    StatePanel panel(m_theme.get());
    panel.resize(600, 400);
    panel.showLoading(u"Reading…"_s);
    panel.show();
    auto *text = panel.findChild<QLabel *>(u"stateText"_s);
    const QImage blank = panel.grab().toImage();
    QTRY_VERIFY(panel.grab().toImage() != blank);
    panel.showError(u"It failed"_s, failure(code::StoreBusy));
    QVERIFY(text->isVisible());
    QSignalSpy retry(&panel, &StatePanel::actionTriggered);
    QTest::mouseClick(panel.findChild<QPushButton *>(u"stateAction"_s), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);
    panel.showMessage(u"teams"_s, u"Nothing here"_s, {});
    QVERIFY(!text->isVisible());
}

void tst_MainWindow::languageChangesTheFrame()
{
    m_language->apply(Language::Choice::BrazilianPortuguese);
    QTRY_COMPARE(heading(), u"Equipes"_s);
    QCOMPARE(child<QToolButton>(u"connectionChip"_s)->text(), u"Este computador · Demonstração"_s);
    window()->showPage(u"settings"_s);
    QCOMPARE(heading(), u"Ajustes"_s);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_main_window.moc"
