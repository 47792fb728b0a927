// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/versions/versions_fixture.h"

#include <QInputDialog>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// The versions of a team, and what becomes of them (feature TM-09).
class tst_VersionsView : public VersionsFixture {
    Q_OBJECT

private slots:
    void init() { prepare(); }
    void cleanup() { tidy(); }
    void listsVersionsWithWhatTheyChanged();
    void aTeamThatWasNeverSavedSaysSo();
    void readingIsShown();
    void aFailureCanBeTriedAgain();
    void versionsGetNames();
    void moreAreReadWhenScrolled();
    void savingAddsAVersion();
    void escapeLeadsBack();
    void goesAwayWhileReading();
    void speaksAnotherLanguage();
};

void tst_VersionsView::listsVersionsWithWhatTheyChanged()
{
    open();
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(dump(*list()->model()), u"Version 3\nVersion 2 · For the talk\nVersion 1\n"_s);
    const QModelIndex second = list()->model()->index(1, 0);
    QCOMPARE(second.data(Qt::ToolTipRole).toString(),
        u"Agent C was removed and Agent A: Instructions changed"_s);
    QVERIFY(second.data(Qt::AccessibleDescriptionRole).toString().contains(u"Agent C"_s));
}

void tst_VersionsView::aTeamThatWasNeverSavedSaysSo()
{
    m_selection.reset();
    m_document = std::make_unique<TeamDocument>(teamOf(u"ab"_s));
    m_selection = std::make_unique<MemberSelection>(m_document.get());
    open();
    QVERIFY(!list());
    const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"No versions yet"_s;
    }));
    QVERIFY(!child<QPushButton>(u"restoreVersion"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"labelVersion"_s)->isEnabled());
    QCOMPARE(m_workspace->fakeTeamArchive()->calls, 0);
}

void tst_VersionsView::readingIsShown()
{
    m_workspace->fakeTeamArchive()->hold();
    open();
    QTRY_COMPARE(m_workspace->fakeTeamArchive()->calls, 1);
    QVERIFY(!list());
    m_workspace->fakeTeamArchive()->release();
    QTRY_COMPARE(rows(), 3);
}

void tst_VersionsView::aFailureCanBeTriedAgain()
{
    m_workspace->fakeTeamArchive()->failure = failure(code::StoreFailed);
    open();
    QSignalSpy failed(m_view.get(), &VersionsView::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!list());
    m_workspace->fakeTeamArchive()->failure.reset();
    const QList<QPushButton *> buttons = m_view->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == u"Try again"_s)
            button->click();
    }
    QTRY_COMPARE(rows(), 3);
}

void tst_VersionsView::versionsGetNames()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    child<QPushButton>(u"labelVersion"_s)->click();
    auto *dialog = openDialog<QInputDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), QString());
    dialog->setTextValue(u"The beginning"_s);
    dialog->accept();
    QTRY_COMPARE(list()->model()->index(2, 0).data().toString(), u"Version 1 · The beginning"_s);
    QCOMPARE(list()->currentIndex().row(), 2);
    QTRY_COMPARE(between(), u"Version 1 · The beginning → What is in the editor"_s);
    // With a key, too; the name that it has is offered.
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    list()->setFocus();
    QTRY_VERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_F2);
    dialog = openDialog<QInputDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"The beginning"_s);
    dialog->reject();
}

void tst_VersionsView::moreAreReadWhenScrolled()
{
    for (int number = 4; number <= 80; ++number)
        addVersion(number, m_document->draft());
    open();
    QTRY_VERIFY(rows() >= 30);
    QVERIFY(rows() < 80);
    while (rows() < 80) {
        const int before = rows();
        list()->scrollToBottom();
        QTRY_VERIFY(rows() > before);
    }
    QCOMPARE(list()->model()->index(79, 0).data().toString(), u"Version 1"_s);
    // What was read stays when it is read again.
    m_workspace->emitTeamsChanged();
    QTRY_COMPARE(rows(), 80);
}

void tst_VersionsView::savingAddsAVersion()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    addVersion(4, m_document->draft());
    m_workspace->emitTeamsChanged();
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(list()->currentIndex().data().toString(), u"Version 1"_s);
}

void tst_VersionsView::escapeLeadsBack()
{
    open();
    QTRY_COMPARE(rows(), 3);
    QSignalSpy closed(m_view.get(), &VersionsView::closeRequested);
    QTest::keyClick(list(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    child<QToolButton>(u"closeVersions"_s)->click();
    QCOMPARE(closed.size(), 2);
}

void tst_VersionsView::goesAwayWhileReading()
{
    m_workspace->fakeTeamArchive()->hold();
    open();
    QTRY_COMPARE(m_workspace->fakeTeamArchive()->calls, 1);
    m_view.reset();
    m_workspace->fakeTeamArchive()->release();
    QCoreApplication::processEvents();
}

void tst_VersionsView::speaksAnotherLanguage()
{
    open();
    QTRY_COMPARE(between(), u"Version 3 → What is in the editor"_s);
    m_language->apply(Language::Choice::BrazilianPortuguese);
    QCOMPARE(rows(), 3);
    m_language->apply(Language::Choice::English);
    QTRY_COMPARE(between(), u"Version 3 → What is in the editor"_s);
    QCOMPARE(child<QPushButton>(u"restoreVersion"_s)->text(), u"Restore version 3"_s);
}

QTEST_MAIN(tst_VersionsView)
#include "tst_versions_view.moc"
