// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/key_bindings.h"
#include "ui/shell/shortcuts_dialog.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_Commands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void chosenKeysReplaceTheOwn();
    void chosenKeysAreRemembered();
    void noKeyIsAChoiceToo();
    void damagedSettingsAreIgnored();
    void commandsThatGoAreForgotten();
    void theDialogGivesOtherKeys();
    void theDialogTellsWhoHasTheKeys();
    void theDialogNarrows();
    void thePaletteFindsAnyWords();
    void whatCannotBeDoneIsShownButNotTaken();
    void thePaletteGoesWithItsCommands();

private:
    QAction *add(const char *name, const QString &text, const QKeySequence &keys);

    QTemporaryDir m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<KeyBindings> m_bindings;
    std::unique_ptr<QWidget> m_window;
    QList<QAction *> m_commands;
};

void tst_Commands::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    QFile::remove(m_dir.filePath(u"renum.ini"_s));
    m_settings = std::make_unique<AppSettings>(m_dir.filePath(u"renum.ini"_s));
    m_bindings = std::make_unique<KeyBindings>(m_settings.get());
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_commands.clear();
    add("save", u"&Save the team"_s, QKeySequence(Qt::CTRL | Qt::Key_S));
    add("run", u"Run the team"_s, QKeySequence(Qt::CTRL | Qt::Key_R));
    add("close", u"Close"_s, {});
    m_bindings->adopt(m_commands);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_Commands::cleanup()
{
    m_window.reset();
    m_bindings.reset();
    m_settings.reset();
    m_theme.reset();
}

QAction *tst_Commands::add(const char *name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, m_window.get());
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    m_window->addAction(action);
    m_commands.append(action);
    return action;
}

void tst_Commands::chosenKeysReplaceTheOwn()
{
    const QSignalSpy saved(m_commands[0], &QAction::triggered);
    m_bindings->choose(u"save"_s, QKeySequence(Qt::Key_F2));
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_F2);
    QCOMPARE(saved.count(), 1);
    m_bindings->reset(u"save"_s);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 2);
}

void tst_Commands::chosenKeysAreRemembered()
{
    m_bindings->choose(u"save"_s, QKeySequence(Qt::Key_F2));
    m_bindings->choose(u"run"_s, QKeySequence(Qt::Key_F3));
    m_bindings->reset(u"run"_s);
    KeyBindings next(m_settings.get());
    QAction save(nullptr);
    save.setObjectName(u"save"_s);
    save.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    next.adopt({ &save, &save });
    QCOMPARE(save.shortcut(), QKeySequence(Qt::Key_F2));
    QVERIFY(!next.isChosen(u"run"_s));
    next.reset(u"save"_s);
    QCOMPARE(save.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
}

void tst_Commands::noKeyIsAChoiceToo()
{
    m_bindings->choose(u"save"_s, {});
    QVERIFY(m_commands[0]->shortcuts().isEmpty());
    const KeyBindings next(m_settings.get());
    QVERIFY(next.isChosen(u"save"_s));
}

void tst_Commands::damagedSettingsAreIgnored()
{
    for (const QString &text : { u"{\"save\":"_s, u"[1]"_s, u"{\"save\":7}"_s }) {
        m_settings->setValue(settings::ChosenKeys, text);
        const KeyBindings next(m_settings.get());
        QVERIFY(!next.isChosen(u"save"_s));
    }
}

void tst_Commands::commandsThatGoAreForgotten()
{
    auto passing = std::make_unique<QAction>(nullptr);
    passing->setObjectName(u"passing"_s);
    m_bindings->adopt({ passing.get() });
    passing.reset();
    m_bindings->choose(u"passing"_s, QKeySequence(Qt::Key_F9));
    m_bindings->adopt(m_commands);
    QVERIFY(m_bindings->isChosen(u"passing"_s));
}

void tst_Commands::theDialogGivesOtherKeys()
{
    ShortcutsDialog dialog(m_commands, m_bindings.get(), m_window.get());
    dialog.show();
    auto *keys = dialog.findChild<QKeySequenceEdit *>(u"keys-save"_s);
    QVERIFY(keys);
    QVERIFY(!visibleChild<QToolButton>(&dialog, u"reset-save"_s));
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_F7);
    QTRY_COMPARE(m_commands[0]->shortcut(), QKeySequence(Qt::Key_F7));
    auto *reset = visibleChild<QToolButton>(&dialog, u"reset-save"_s);
    QVERIFY(reset);
    QTest::mouseClick(reset, Qt::LeftButton);
    QCOMPARE(m_commands[0]->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    QCOMPARE(keys->keySequence(), QKeySequence(Qt::CTRL | Qt::Key_S));
}

void tst_Commands::theDialogTellsWhoHasTheKeys()
{
    ShortcutsDialog dialog(m_commands, m_bindings.get(), m_window.get());
    dialog.show();
    auto *keys = dialog.findChild<QKeySequenceEdit *>(u"keys-close"_s);
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_R, Qt::ControlModifier);
    auto *said = dialog.findChild<QLabel *>(u"shortcutSaid"_s);
    QTRY_VERIFY(said->text().contains(u"Run the team"_s));
    QCOMPARE(KeyBindings::usedBy(QKeySequence(), nullptr, m_commands), nullptr);
}

void tst_Commands::theDialogNarrows()
{
    ShortcutsDialog dialog(m_commands, m_bindings.get(), m_window.get());
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"shortcutSearch"_s), u"RUN"_s);
    QVERIFY(visibleChild<QKeySequenceEdit>(&dialog, u"keys-run"_s));
    QVERIFY(!visibleChild<QKeySequenceEdit>(&dialog, u"keys-save"_s));
}

void tst_Commands::thePaletteFindsAnyWords()
{
    const QPointer<CommandPalette> palette
        = new CommandPalette(m_commands, m_theme.get(), m_window.get());
    const QSignalSpy run(m_commands[1], &QAction::triggered);
    palette->open();
    auto *search = visibleChild<QLineEdit>(palette, u"popupSearch"_s);
    auto *list = visibleChild<QListView>(palette, u"popupList"_s);
    QCOMPARE(list->model()->rowCount(), 3);
    QTest::keyClicks(search, u"team ru"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(run.count(), 1);
    QTRY_VERIFY(!palette);
}

void tst_Commands::whatCannotBeDoneIsShownButNotTaken()
{
    m_commands[0]->setEnabled(false);
    const QPointer<CommandPalette> palette
        = new CommandPalette(m_commands, m_theme.get(), m_window.get());
    const QSignalSpy saved(m_commands[0], &QAction::triggered);
    palette->open();
    auto *list = visibleChild<QListView>(palette, u"popupList"_s);
    QCOMPARE(list->model()->index(2, 0).data().toString(), u"Save the team"_s);
    auto *search = visibleChild<QLineEdit>(palette, u"popupSearch"_s);
    QTest::keyClicks(search, u"save"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(saved.count(), 0);
    QVERIFY(palette);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!palette);
}

void tst_Commands::thePaletteGoesWithItsCommands()
{
    const QPointer<CommandPalette> palette
        = new CommandPalette(m_commands, m_theme.get(), m_window.get());
    palette->open();
    delete m_commands.takeFirst();
    auto *search = visibleChild<QLineEdit>(palette, u"popupSearch"_s);
    QTest::keyClicks(search, u"save"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!palette);
}

QTEST_MAIN(tst_Commands)
#include "tst_commands.moc"
