// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/versions/versions_fixture.h"

#include <QTextBlock>
#include <QTextLayout>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// What is different between two versions, and the way back (feature TM-09).
class tst_VersionComparison : public VersionsFixture {
    Q_OBJECT

private slots:
    void init() { prepare(); }
    void cleanup() { tidy(); }
    void comparesWithTheEditor();
    void comparesWithAnotherVersion();
    void followsTheEditor();
    void aDifferenceSelectsItsMember();
    void thePictureSelectsToo();
    void textsAreComparedWordByWord();
    void restoringIsOneStep();
    void aVersionThatIsGoneIsSaid();
    void looks_data();
    void looks();
};

void tst_VersionComparison::comparesWithTheEditor()
{
    open();
    QTRY_COMPARE(rows(), 3);
    QTRY_COMPARE(between(), u"Version 3 → What is in the editor"_s);
    QVERIFY(!child<QPushButton>(u"restoreVersion"_s)->isEnabled()); // the same already
    choose(2);
    QTRY_COMPARE(between(), u"Version 1 → What is in the editor"_s);
    auto *graph = child<ComparisonGraph>(u"comparisonGraph"_s);
    const auto markOfMember = [graph](const char *id) {
        return graph->marks().at(std::size_t(graph->graph().indexOf(idOf(id))));
    };
    QVERIFY(markOfMember("a") == ChangeMark::Changed);
    QVERIFY(markOfMember("b") == ChangeMark::None);
    QVERIFY(markOfMember("c") == ChangeMark::Removed);
    QVERIFY(markOfMember("d") == ChangeMark::Added);
    QCOMPARE(child<QLabel>(u"comparisonSummary"_s)->text(),
        u"Agent D was added, Agent C was removed, and Agent A: Instructions changed"_s);
}

void tst_VersionComparison::comparesWithAnotherVersion()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(1);
    compareWith(u"The version before it"_s);
    QTRY_COMPARE(between(), u"Version 1 → Version 2 · For the talk"_s);
    compareWith(u"Version 3"_s);
    QTRY_COMPARE(between(), u"Version 2 · For the talk → Version 3"_s);
    QCOMPARE(child<QLabel>(u"comparisonSummary"_s)->text(), u"Agent D was added"_s);
    // The oldest has none before it.
    choose(2);
    compareWith(u"The version before it"_s);
    QTRY_COMPARE(child<QLabel>(u"comparisonSummary"_s)->text(), u"Nothing was changed"_s);
}

void tst_VersionComparison::followsTheEditor()
{
    open();
    QTRY_COMPARE(between(), u"Version 3 → What is in the editor"_s);
    TeamDraft draft = m_document->draft();
    draft.name = u"Other"_s;
    m_document->edit(u"Rename"_s, draft);
    QTRY_COMPARE(child<QLabel>(u"comparisonSummary"_s)->text(), u"Name changed"_s);
    QVERIFY(child<QPushButton>(u"restoreVersion"_s)->isEnabled());
}

void tst_VersionComparison::aDifferenceSelectsItsMember()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    QTRY_COMPARE(between(), u"Version 1 → What is in the editor"_s);
    auto *tree = child<QTreeView>(u"differencesTree"_s);
    click(tree, cellOf(tree, u"Instructions"_s));
    QVERIFY(m_selection->single() == idOf("a"));
    QVERIFY(child<ComparisonGraph>(u"comparisonGraph"_s)->selectedAgent() == idOf("a"));
    // One that is not in the editor cannot be selected there.
    click(tree, cellOf(tree, u"Agent C"_s));
    QVERIFY(m_selection->isEmpty());
    tree->setCurrentIndex(cellOf(tree, u"Agent D"_s));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(m_selection->single() == idOf("d"));
}

void tst_VersionComparison::thePictureSelectsToo()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    QTRY_COMPARE(between(), u"Version 1 → What is in the editor"_s);
    auto *graph = child<ComparisonGraph>(u"comparisonGraph"_s);
    graph->selectNode(graph->graph().indexOf(idOf("d")));
    QVERIFY(m_selection->single() == idOf("d"));
    QCOMPARE(
        child<QTreeView>(u"differencesTree"_s)->currentIndex().data().toString(), u"Agent D"_s);
}

void tst_VersionComparison::textsAreComparedWordByWord()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    QTRY_COMPARE(between(), u"Version 1 → What is in the editor"_s);
    auto *tree = child<QTreeView>(u"differencesTree"_s);
    tree->setCurrentIndex(cellOf(tree, u"Agent A"_s));
    auto *text = child<TextComparison>(u"comparedText"_s);
    QCOMPARE(child<QLabel>(u"comparedField"_s)->text(), u"Instructions"_s);
    QCOMPARE(text->toPlainText(), u"Write a shortlong report."_s);
    const QList<QTextLayout::FormatRange> formats = text->document()->begin().textFormats();
    QCOMPARE(formats.size(), 4);
    QVERIFY(formats[1].format.fontStrikeOut());
    QVERIFY(formats[2].format.fontUnderline());
}

void tst_VersionComparison::restoringIsOneStep()
{
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    QTRY_VERIFY(child<QPushButton>(u"restoreVersion"_s)->isEnabled());
    const QByteArray before = jsonOf(*m_document);
    QSignalSpy restored(m_view.get(), &VersionsView::restored);
    child<QPushButton>(u"restoreVersion"_s)->click();
    QCOMPARE(restored.size(), 1);
    QCOMPARE(restored[0][0].toInt(), 1);
    QCOMPARE(m_document->history()->count(), 1);
    QCOMPARE(m_document->history()->undoText(), u"Restore version 1"_s);
    QCOMPARE(orderOf(*m_document), u"abc"_s);
    QVERIFY(m_document->isModified());
    QCOMPARE(m_workspace->calls(FakeWorkspace::Call::UpdateTeam), 0); // nothing is stored
    m_document->history()->undo();
    QCOMPARE(jsonOf(*m_document), before);
}

void tst_VersionComparison::aVersionThatIsGoneIsSaid()
{
    open();
    QTRY_COMPARE(rows(), 3);
    m_workspace->fakeTeamArchive()->storedVersions[m_team.id].removeLast();
    choose(2);
    const auto says = [this](const QString &text) {
        const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QTRY_VERIFY(says(u"The version could not be read"_s));
    QVERIFY(!child<QPushButton>(u"restoreVersion"_s)->isEnabled());
}

void tst_VersionComparison::looks_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("versions-light") << false;
    QTest::newRow("versions-dark") << true;
}

void tst_VersionComparison::looks()
{
    QFETCH(bool, dark);
    m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    open();
    QTRY_COMPARE(rows(), 3);
    choose(2);
    QTRY_COMPARE(between(), u"Version 1 → What is in the editor"_s);
    keepPicture(m_view.get(), QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(child<ComparisonGraph>(u"comparisonGraph"_s)->zoom() > 0);
}

QTEST_MAIN(tst_VersionComparison)
#include "tst_version_comparison.moc"
