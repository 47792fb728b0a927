// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "tests/ui/page_test.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/conflict_dialog.h"
#include "ui/builder/page/conversion_dialog.h"
#include "ui/builder/page/conversion_text.h"
#include "ui/builder/page/strategy_bar.h"
#include "ui/builder/page/team_saver.h"
#include "ui/text/difference_text.h"
#include "ui/text/field_names.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_ConversionAndConflict : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theBarAsksAndWaits();
    void everyStrategyExplainsItself();
    void everyLossIsASentence();
    void theDialogListsLosses();
    void differencesAreSentences();
    void everyFieldHasAName();
    void valuesAreShownInWords();
    void savingStoresANewTeam();
    void savingKeepsWhatWasChangedMeanwhile();
    void aConflictIsJoined();
    void aConflictCanBeDecidedForTheOther();
    void aConflictCanBeLeft();
    void theDocumentMayGoWhileItIsStored();

private:
    void conflict(TeamDocument &document);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<TeamSaver> m_saver;
};

namespace {

TeamDraft named(TeamDraft draft, const QString &name)
{
    draft.name = name;
    return draft;
}

TeamDraft instructed(TeamDraft draft, std::size_t member, const QString &text)
{
    draft.workflow.agents[member].config.instructions = text;
    return draft;
}

QStringList texts(const QWidget *widget, const QString &name = {})
{
    QStringList list;
    const auto labels = widget->findChildren<QLabel *>(name);
    for (const QLabel *label : labels)
        list.append(label->text());
    return list;
}

} // namespace

void tst_ConversionAndConflict::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->storedTeams = { sample::team(1) };
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_saver = std::make_unique<TeamSaver>(m_workspace.get(), m_window.get());
}

void tst_ConversionAndConflict::cleanup()
{
    m_saver.release(); // the window owns it
    m_window.reset();
    m_workspace.reset();
    m_theme.reset();
}

void tst_ConversionAndConflict::theBarAsksAndWaits()
{
    StrategyBar bar(m_window.get());
    bar.show();
    bar.setStrategy(WorkflowType::Pipeline);
    const QSignalSpy asked(&bar, &StrategyBar::strategyRequested);
    auto *parallel = bar.findChild<QToolButton *>(u"strategy-parallel"_s);
    auto *pipeline = bar.findChild<QToolButton *>(u"strategy-pipeline"_s);
    QTest::mouseClick(parallel, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked.first().first().value<WorkflowType>() == WorkflowType::Parallel);
    // Nothing has changed until somebody says so.
    QVERIFY(pipeline->isChecked());
    QTest::mouseClick(pipeline, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    bar.setStrategy(WorkflowType::Parallel);
    QVERIFY(parallel->isChecked());
    QVERIFY(!pipeline->isChecked());
}

void tst_ConversionAndConflict::everyStrategyExplainsItself()
{
    const StrategyBar bar;
    const auto buttons = bar.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 4);
    QSet<QString> sentences;
    for (const QToolButton *button : buttons)
        sentences.insert(button->toolTip());
    QCOMPARE(sentences.size(), 4);
}

void tst_ConversionAndConflict::everyLossIsASentence()
{
    const TeamDraft draft = sample::team(1).draft();
    const AgentId first = draft.workflow.agents[0].agentId;
    const AgentId second = draft.workflow.agents[1].agentId;
    using Kind = ConversionLoss::Kind;
    QCOMPARE(lossText({ Kind::Input, second, first, {} }, draft),
        u"Analyst no longer gets the result of Researcher."_s);
    QCOMPARE(lossText({ Kind::Variable, second, {}, u"tone"_s }, draft),
        u"Analyst no longer gets the value “tone”."_s);
    QSet<QString> sentences;
    for (const Kind kind : { Kind::Input, Kind::Prompt, Kind::Variable, Kind::Dependency,
             Kind::Feedback, Kind::FailFast })
        sentences.insert(lossText({ kind, second, first, u"x"_s }, draft));
    QCOMPARE(sentences.size(), 6);
}

void tst_ConversionAndConflict::theDialogListsLosses()
{
    const TeamDraft draft = sample::team(1).draft();
    StrategyConversion conversion = convertStrategy(draft, WorkflowType::Pipeline);
    conversion.losses.push_back(
        { ConversionLoss::Kind::Prompt, draft.workflow.agents[1].agentId, {}, {} });
    auto *dialog = new ConversionDialog(draft, conversion, m_window.get());
    dialog->open();
    QVERIFY(texts(dialog, u"conversionLoss"_s).contains(u"Analyst no longer gets the prompt."_s));
    QVERIFY(texts(dialog).join(u'|').contains(u"Analyst: result of Researcher"_s));
    const QSignalSpy accepted(dialog, &QDialog::accepted);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"convertStrategy"_s), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void tst_ConversionAndConflict::differencesAreSentences()
{
    const TeamDraft before = sample::team(1).draft();
    TeamDraft after = instructed(named(before, u"Other"_s), 0, QString(500, u'x'));
    after = withoutMembers(after, { before.workflow.agents[2].agentId });
    WorkflowAgent fresh;
    fresh.agentId = AgentId(u"fresh"_s);
    after = withMember(after, fresh);
    QStringList sentences;
    for (const TeamDifference &difference : teamDifferences(before, after))
        sentences.append(differenceText(difference, before, after));
    QVERIFY(sentences.contains(u"Name: %1 → Other"_s.arg(before.name)));
    QVERIFY(sentences.contains(u"Researcher · Instructions changed"_s));
    QVERIFY(sentences.contains(u"Reporter was removed"_s));
    QVERIFY(sentences.contains(u"fresh was added"_s));
}

void tst_ConversionAndConflict::everyFieldHasAName()
{
    TeamDraft draft = sample::team(1).draft();
    for (const auto &[field, value] : teamFields(draft))
        QVERIFY2(fieldName(field) != field, qPrintable(field));
    for (const auto &[field, value] : memberFields(draft.workflow.agents[1]))
        QVERIFY2(fieldName(field) != field, qPrintable(field));
    QCOMPARE(fieldName(u"of/others"_s), u"of/others"_s);
}

void tst_ConversionAndConflict::valuesAreShownInWords()
{
    QCOMPARE(fieldValueText({}), u"–"_s);
    QCOMPARE(fieldValueText(true), u"yes"_s);
    QCOMPARE(fieldValueText(7), u"7"_s);
    QCOMPARE(fieldValueText("text"), u"text"_s);
    QCOMPARE(fieldValueText({ { "a", 1 } }), u"{\"a\":1}"_s);
}

void tst_ConversionAndConflict::savingStoresANewTeam()
{
    TeamDocument document(sample::team(1).draft());
    const QSignalSpy saved(m_saver.get(), &TeamSaver::saved);
    m_saver->save(&document);
    m_saver->save(&document); // while busy: nothing
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(m_workspace->calls(Call::CreateTeam), 1);
    QVERIFY(document.stored());
    QVERIFY(!document.isModified());
    document.edit(u"Rename"_s, named(document.draft(), u"Again"_s));
    m_saver->save(&document);
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(m_workspace->calls(Call::UpdateTeam), 1);
    QCOMPARE(document.stored()->name, u"Again"_s);
}

void tst_ConversionAndConflict::savingKeepsWhatWasChangedMeanwhile()
{
    TeamDocument document(sample::team(1));
    document.edit(u"Rename"_s, named(document.draft(), u"First"_s));
    m_workspace->hold(Call::UpdateTeam);
    const QSignalSpy saved(m_saver.get(), &TeamSaver::saved);
    m_saver->save(&document);
    document.edit(u"Rename"_s, named(document.draft(), u"Second"_s));
    m_workspace->release(Call::UpdateTeam);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(document.stored()->name, u"First"_s);
    QCOMPARE(document.draft().name, u"Second"_s);
    QVERIFY(document.isModified());
}

void tst_ConversionAndConflict::conflict(TeamDocument &document)
{
    document.edit(u"Instruct"_s, instructed(document.draft(), 0, u"mine"_s));
    Team &theirs = m_workspace->storedTeams[0];
    theirs.version = 9;
    theirs.workflow.agents[0].config.instructions = u"theirs"_s;
    theirs.workflow.agents[1].role = u"critic"_s;
    m_workspace->failNext(Call::UpdateTeam, failure(code::VersionConflict));
    m_saver->save(&document);
    QTRY_VERIFY(openDialog<ConflictDialog>());
}

void tst_ConversionAndConflict::aConflictIsJoined()
{
    TeamDocument document(sample::team(1));
    conflict(document);
    auto *dialog = openDialog<ConflictDialog>();
    QVERIFY(texts(dialog).join(u'|').contains(u"critic"_s));
    const QSignalSpy saved(m_saver.get(), &TeamSaver::saved);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"joinAndSave"_s), Qt::LeftButton);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(document.draft().workflow.agents[0].config.instructions, u"mine"_s);
    QCOMPARE(document.draft().workflow.agents[1].role, u"critic"_s);
    QCOMPARE(document.stored()->version, 10);
    QVERIFY(!document.isModified());
    // It is a step like any other.
    document.history()->undo();
    QVERIFY(document.draft().workflow.agents[1].role != u"critic"_s);
}

void tst_ConversionAndConflict::aConflictCanBeDecidedForTheOther()
{
    TeamDocument document(sample::team(1));
    conflict(document);
    auto *dialog = openDialog<ConflictDialog>();
    auto *theirs = dialog->findChild<QRadioButton *>(u"theirs-0"_s);
    QVERIFY(theirs);
    theirs->click();
    const QSignalSpy saved(m_saver.get(), &TeamSaver::saved);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"joinAndSave"_s), Qt::LeftButton);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(document.draft().workflow.agents[0].config.instructions, u"theirs"_s);
}

void tst_ConversionAndConflict::aConflictCanBeLeft()
{
    TeamDocument document(sample::team(1));
    conflict(document);
    auto *dialog = openDialog<ConflictDialog>();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"goOnEditing"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_saver->isBusy());
    QCOMPARE(document.draft().workflow.agents[0].config.instructions, u"mine"_s);
    QVERIFY(document.isModified());
    QCOMPARE(document.stored()->version, sample::team(1).version);
}

void tst_ConversionAndConflict::theDocumentMayGoWhileItIsStored()
{
    auto document = std::make_unique<TeamDocument>(sample::team(1));
    m_workspace->hold(Call::UpdateTeam);
    const QSignalSpy saved(m_saver.get(), &TeamSaver::saved);
    m_saver->save(document.get());
    document.reset();
    m_workspace->release(Call::UpdateTeam);
    QTRY_VERIFY(!m_saver->isBusy());
    QCOMPARE(saved.count(), 0);
}

QTEST_MAIN(tst_ConversionAndConflict)
#include "tst_conversion_and_conflict.moc"
