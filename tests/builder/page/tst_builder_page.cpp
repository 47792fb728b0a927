// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workspace/draft_journal.h"
#include "tests/ui/fake_cost_book.h"
#include "tests/ui/page_test.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_page.h"
#include "ui/builder/page/conversion_dialog.h"
#include "ui/builder/page/team_files.h"
#include "ui/text/language.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_BuilderPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beginsWithAnEmptyTeam();
    void membersComeFromThePalette();
    void theAddListJoinsToWhereTheWireCameFrom();
    void cardsSayWhatTheServicesKnow();
    void aTeamIsOpenedOnce();
    void anUntouchedTeamMakesRoom();
    void savingSaysTheVersion();
    void problemsAreShownWhenSavingFails();
    void aDeletedTeamIsSavedAsNew();
    void convertingWithoutLossIsOneStep();
    void convertingWithLossAsks();
    void runningSavesFirst();
    void aTeamWithProblemsCannotRun();
    void closingAsksForChanges();
    void closingCanSave();
    void editsSurviveTheProcess();
    void editsOfAnOlderVersionAreJoinedWhenSaved();
    void filesAreImportedAndExported();
    void secretsAreAskedAboutBeforeAnExport();
    void whatAFileHasBeyondATeamIsTold();
    void theRunButtonSaysWhatItCosts();
    void notATeamFileIsTold();
    void theGraphIsExportedAsAPicture();
    void everyCommandHasANameAndWords();
    void languageChangesWhileRunning();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    void open();
    void trigger(const QString &command);
    [[nodiscard]] TeamDocument *document() const { return m_page->document(); }
    void rename(const QString &name);
    [[nodiscard]] QString journalFolder() const { return m_dir->filePath(u"drafts"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<DraftJournal> m_journal;
    std::unique_ptr<QWidget> m_window;
    BuilderPage *m_page = nullptr;
};

void tst_BuilderPage::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_language = std::make_unique<Language>();
    m_language->apply(Language::Choice::English);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->agentList = sample::agents();
    m_workspace->storedTeams = { sample::team(2), sample::team(1) };
    m_journal = std::make_unique<DraftJournal>(journalFolder());
    open();
}

void tst_BuilderPage::open()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_page = new BuilderPage({ m_workspace.get(), m_journal.get(), m_theme.get() }, m_window.get());
    layout->addWidget(m_page->headerWidget());
    layout->addWidget(m_page, 1);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->activated();
}

void tst_BuilderPage::cleanup()
{
    m_window.reset();
    m_journal.reset();
    m_workspace.reset();
    m_language.reset();
    m_theme.reset();
}

void tst_BuilderPage::trigger(const QString &command)
{
    const QList<QAction *> commands = m_page->commands();
    for (QAction *action : commands) {
        if (action->objectName() == command) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(command));
}

void tst_BuilderPage::rename(const QString &name)
{
    TeamDraft draft = document()->draft();
    draft.name = name;
    document()->edit(u"Rename"_s, draft);
}

void tst_BuilderPage::beginsWithAnEmptyTeam()
{
    QCOMPARE(m_page->heading(), u"New team"_s);
    QVERIFY(child<QLabel>(u"canvasInvitation"_s));
    QCOMPARE(child<QLabel>(u"teamState"_s)->text(), u"Not saved yet"_s);
    QVERIFY(!child<QPushButton>(u"runTeamButton"_s)->isEnabled());
    QVERIFY(!child<QTabBar>(u"openTeams"_s));
    m_page->activated();
    QVERIFY(document()->workflow().agents.empty());
}

void tst_BuilderPage::membersComeFromThePalette()
{
    auto *search = child<QLineEdit>(u"paletteSearch"_s);
    QTRY_VERIFY(
        child<QListView>(u"palette"_s) && child<QListView>(u"palette"_s)->model()->rowCount() > 5);
    m_page->focusSearch();
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(child<TeamCanvas>(u"teamCanvas"_s)->hasFocus());
    m_page->focusSearch();
    QTest::keyClicks(search, u"Researcher"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(document()->workflow().agents.size(), std::size_t(1));
    QVERIFY(!child<QLabel>(u"canvasInvitation"_s));
    QVERIFY(child<QPushButton>(u"runTeamButton"_s)->isEnabled());
    trigger(u"undoEdit"_s);
    QVERIFY(document()->workflow().agents.empty());
    trigger(u"redoEdit"_s);
    QCOMPARE(document()->workflow().agents.size(), std::size_t(1));
}

void tst_BuilderPage::theAddListJoinsToWhereTheWireCameFrom()
{
    m_page->openTeam(sample::team(1));
    auto *canvas = child<TeamCanvas>(u"teamCanvas"_s);
    const AgentId first = document()->workflow().agents[0].agentId;
    const WireEnd from { WireEnd::Kind::Member, first };
    emit canvas->addRequested(canvas->mapToGlobal(QPoint(50, 50)), QPointF(900, 400), from);
    QTRY_VERIFY(visibleChild<QLineEdit>(QApplication::activePopupWidget(), u"popupSearch"_s));
    QWidget *popup = QApplication::activePopupWidget();
    QTest::keyClicks(visibleChild<QLineEdit>(popup, u"popupSearch"_s), u"approval"_s);
    QTest::keyClick(visibleChild<QLineEdit>(popup, u"popupSearch"_s), Qt::Key_Return);
    QCOMPARE(document()->workflow().agents.size(), std::size_t(4));
    const WorkflowAgent *added = document()->workflow().find(AgentId(u"approval"_s));
    QVERIFY(added && added->input);
    QVERIFY(std::ranges::any_of(
        added->input->sources, [&](const InputSource &source) { return source.agentId == first; }));
}

void tst_BuilderPage::cardsSayWhatTheServicesKnow()
{
    m_workspace->agentList.removeIf(
        [](const AgentInfo &agent) { return agent.name == u"Analyst"_s; });
    m_page->openTeam(sample::team(1));
    const auto card = [this](const QString &title) {
        GraphNode found;
        for (const GraphNode &node : child<TeamCanvas>(u"teamCanvas"_s)->graph().nodes) {
            if (node.title == title)
                found = node;
        }
        return found;
    };
    QTRY_VERIFY(card(u"Analyst"_s).alert == GraphNode::Alert::Error);
    QVERIFY(card(u"Analyst"_s).subtitle.contains(u"missing"_s));
    QVERIFY(card(u"Researcher"_s).alert == GraphNode::Alert::None);
    const QString model = m_workspace->agentList[0].model;
    QVERIFY(model.isEmpty() || card(u"Researcher"_s).subtitle.contains(model));
}

void tst_BuilderPage::aTeamIsOpenedOnce()
{
    m_page->openTeam(sample::team(1));
    const TeamDocument *first = document();
    m_page->openTeam(sample::team(2));
    QVERIFY(document() != first);
    QCOMPARE(child<QTabBar>(u"openTeams"_s)->count(), 2);
    m_page->openTeam(sample::team(1));
    QCOMPARE(document(), first);
    QCOMPARE(child<QTabBar>(u"openTeams"_s)->count(), 2);
    child<QTabBar>(u"openTeams"_s)->setCurrentIndex(1);
    QCOMPARE(m_page->heading(), sample::team(2).name);
}

void tst_BuilderPage::anUntouchedTeamMakesRoom()
{
    m_page->openTeam(sample::team(1));
    QVERIFY(!child<QTabBar>(u"openTeams"_s));
    m_page->newTeam();
    rename(u"Touched"_s);
    m_page->openTeam(sample::team(2));
    QCOMPARE(child<QTabBar>(u"openTeams"_s)->count(), 3);
    QCOMPARE(child<QTabBar>(u"openTeams"_s)->tabText(1), u"Touched •"_s);
}

void tst_BuilderPage::savingSaysTheVersion()
{
    m_page->openTeam(sample::team(1));
    const int version = sample::team(1).version;
    auto *state = child<QLabel>(u"teamState"_s);
    QCOMPARE(state->text(), u"v%1 · saved"_s.arg(version));
    rename(u"Other"_s);
    QCOMPARE(state->text(), u"v%1 · changed"_s.arg(version));
    QTest::keyClick(m_page, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(state->text(), u"v%1 · saved"_s.arg(version + 1));
    QVERIFY(!child<QPushButton>(u"saveTeamButton"_s)->isEnabled());
}

void tst_BuilderPage::problemsAreShownWhenSavingFails()
{
    rename(u"No members"_s);
    m_workspace->failNext(Call::CreateTeam, failure(code::WorkflowInvalid));
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    trigger(u"saveTeam"_s);
    QTRY_COMPARE(toasts.count(), 1);
    QVERIFY(toasts.first().first().value<Toast>().isError);
    QVERIFY(document()->isModified());
}

void tst_BuilderPage::aDeletedTeamIsSavedAsNew()
{
    m_page->openTeam(sample::team(1));
    rename(u"Kept"_s);
    m_workspace->storedTeams.clear();
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    trigger(u"saveTeam"_s);
    QTRY_COMPARE(toasts.count(), 1);
    const Toast toast = toasts.first().first().value<Toast>();
    QVERIFY(toast.action);
    toast.action();
    QTRY_COMPARE(m_workspace->storedTeams.size(), 1);
    QCOMPARE(m_workspace->storedTeams.first().name, u"Kept"_s);
    QTRY_VERIFY(!document()->isModified());
}

void tst_BuilderPage::convertingWithoutLossIsOneStep()
{
    m_page->openTeam(sample::team(1));
    QTest::mouseClick(child<QToolButton>(u"strategy-conditional"_s), Qt::LeftButton);
    if (auto *dialog = openDialog<ConversionDialog>())
        dialog->accept();
    QVERIFY(document()->workflow().type == WorkflowType::Conditional);
    QCOMPARE(document()->history()->count(), 1);
    QVERIFY(child<QToolButton>(u"strategy-conditional"_s)->isChecked());
    trigger(u"undoEdit"_s);
    QVERIFY(child<QToolButton>(u"strategy-sequential"_s)->isChecked());
}

void tst_BuilderPage::convertingWithLossAsks()
{
    Team team = sample::team(1);
    InputSpec input;
    input.combined = true;
    input.sources = { { InputSource::Kind::InitialPrompt, {}, {} },
        { InputSource::Kind::AgentResult, team.workflow.agents[0].agentId, {} } };
    team.workflow.agents[2].input = input;
    m_page->openTeam(team);
    QTest::mouseClick(child<QToolButton>(u"strategy-pipeline"_s), Qt::LeftButton);
    QTRY_VERIFY(openDialog<ConversionDialog>());
    auto *dialog = openDialog<ConversionDialog>();
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keepStrategy"_s), Qt::LeftButton);
    QCOMPARE(document()->history()->count(), 0);
    QVERIFY(child<QToolButton>(u"strategy-sequential"_s)->isChecked());
    QTest::mouseClick(child<QToolButton>(u"strategy-pipeline"_s), Qt::LeftButton);
    QTRY_VERIFY(openDialog<ConversionDialog>());
    QTest::mouseClick(
        openDialog<ConversionDialog>()->findChild<QPushButton *>(u"convertStrategy"_s),
        Qt::LeftButton);
    QVERIFY(document()->workflow().type == WorkflowType::Pipeline);
}

void tst_BuilderPage::runningSavesFirst()
{
    m_page->openTeam(sample::team(1));
    const QSignalSpy run(m_page, &BuilderPage::runRequested);
    trigger(u"runTeam"_s);
    QCOMPARE(run.count(), 1);
    QCOMPARE(m_workspace->calls(Call::UpdateTeam), 0);
    rename(u"Other"_s);
    trigger(u"runTeam"_s);
    QTRY_COMPARE(run.count(), 2);
    QCOMPARE(run.last().first().value<RunOffer>().team.name, u"Other"_s);
}

void tst_BuilderPage::aTeamWithProblemsCannotRun()
{
    m_page->openTeam(sample::team(1));
    QVERIFY(child<QPushButton>(u"runTeamButton"_s)->isEnabled());
    QSet<AgentId> all;
    for (const WorkflowAgent &member : document()->workflow().agents)
        all.insert(member.agentId);
    document()->edit(u"Remove"_s, withoutMembers(document()->draft(), all));
    QVERIFY(!child<QPushButton>(u"runTeamButton"_s)->isEnabled());
}

void tst_BuilderPage::closingAsksForChanges()
{
    m_page->openTeam(sample::team(1));
    m_page->openTeam(sample::team(2));
    rename(u"Other"_s);
    trigger(u"closeTeam"_s);
    QTRY_VERIFY(openDialog<QMessageBox>());
    QTest::keyClick(openDialog<QMessageBox>(), Qt::Key_Escape);
    QTRY_VERIFY(!openDialog<QMessageBox>());
    QCOMPARE(m_page->heading(), u"Other"_s);
    trigger(u"closeTeam"_s);
    QTRY_VERIFY(openDialog<QMessageBox>());
    QTest::mouseClick(
        openDialog<QMessageBox>()->findChild<QPushButton *>(u"closeDiscard"_s), Qt::LeftButton);
    QTRY_COMPARE(m_page->heading(), sample::team(1).name);
    // Nothing to ask: nothing has changed.
    trigger(u"closeTeam"_s);
    QVERIFY(!document());
    QVERIFY(!child<QPushButton>(u"saveTeamButton"_s)->isEnabled());
    m_page->activated();
    QVERIFY(document());
}

void tst_BuilderPage::closingCanSave()
{
    m_page->openTeam(sample::team(1));
    m_page->openTeam(sample::team(2));
    rename(u"Other"_s);
    trigger(u"closeTeam"_s);
    QTRY_VERIFY(openDialog<QMessageBox>());
    QTest::mouseClick(
        openDialog<QMessageBox>()->findChild<QPushButton *>(u"closeSave"_s), Qt::LeftButton);
    QTRY_COMPARE(m_page->heading(), sample::team(1).name);
    QCOMPARE(m_workspace->storedTeams.first().name, u"Other"_s);
}

void tst_BuilderPage::editsSurviveTheProcess()
{
    rename(u"Never stored"_s);
    m_page->openTeam(sample::team(1));
    rename(u"Changed"_s);
    // The process ends as it may, once the last edit is written.
    m_window.reset();
    m_journal = std::make_unique<DraftJournal>(journalFolder());
    open();
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    connect(m_journal.get(), &DraftJournal::found, m_page, &BuilderPage::recover);
    m_journal->recover();
    QTRY_COMPARE(toasts.count(), 2);
    auto *tabs = child<QTabBar>(u"openTeams"_s);
    QStringList names;
    for (int i = 0; i < tabs->count(); ++i)
        names.append(tabs->tabText(i));
    names.sort();
    QCOMPARE(names, (QStringList { u"Changed •"_s, u"Never stored •"_s }));
    // Saved, nothing of it is left.
    trigger(u"saveTeam"_s);
    QTRY_VERIFY(!document()->isModified());
    QTRY_COMPARE(QDir(journalFolder()).entryList({ u"*.json"_s }).size(), 1);
}

void tst_BuilderPage::editsOfAnOlderVersionAreJoinedWhenSaved()
{
    Team team = sample::team(1);
    DraftEntry entry;
    entry.key = u"k"_s;
    entry.team = team.id;
    entry.version = team.version;
    entry.base = team.draft();
    entry.draft = team.draft();
    entry.draft.description = u"Mine"_s;
    m_workspace->storedTeams[1].version = team.version + 3;
    m_workspace->storedTeams[1].name = u"Theirs"_s;
    m_page->recover({ entry });
    QTRY_VERIFY(document()->stored());
    QCOMPARE(document()->stored()->version, team.version);
    QCOMPARE(document()->stored()->name, team.name);
    QCOMPARE(document()->draft().description, u"Mine"_s);
}

void tst_BuilderPage::filesAreImportedAndExported()
{
    m_page->openTeam(sample::team(1));
    const QString path = m_dir->filePath(u"team.json"_s);
    auto *files = m_page->findChild<TeamFiles *>();
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    files->write(path, document()->draft());
    QTRY_COMPARE(toasts.count(), 1);
    files->read(path);
    QTRY_COMPARE(m_page->findChild<QTabBar *>(u"openTeams"_s)->count(), 2);
    QVERIFY(!document()->stored());
    QCOMPARE(document()->workflow().agents.size(), std::size_t(3));
    QVERIFY(document()->isModified());
}

void tst_BuilderPage::secretsAreAskedAboutBeforeAnExport()
{
    Team team = sample::team(1);
    team.workflow.agents[1].role = u"Log in with sk-abc123def456"_s;
    m_page->openTeam(team);
    trigger(u"exportTeam"_s);
    QTRY_VERIFY(openDialog<QMessageBox>());
    auto *box = openDialog<QMessageBox>();
    QCOMPARE(box->objectName(), u"secretsFound"_s);
    QVERIFY(box->detailedText().contains(u"/workflow_definition/agents/1/role"_s));
    QVERIFY(!box->detailedText().contains("abc123"_L1));
    auto *mask = box->findChild<QPushButton *>(u"maskSecrets"_s);
    QVERIFY(mask);
    mask->click();
    QTRY_VERIFY(openDialog<QFileDialog>());
    const QString path = m_dir->filePath(u"masked.json"_s);
    emit openDialog<QFileDialog>()->fileSelected(path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("abc123"));
    QVERIFY(text.contains("Log in with"));
    QVERIFY(document()->workflow().agents[1].role.contains("abc123"_L1)); // only the file
    openDialog<QFileDialog>()->reject();
}

void tst_BuilderPage::whatAFileHasBeyondATeamIsTold()
{
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    QFile file(m_dir->filePath(u"more.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Json json = toJson(sample::team(1).draft());
    json["colour"] = "red";
    json["mood"] = "blue";
    const std::string bytes = json.dump();
    file.write(bytes.data(), qint64(bytes.size()));
    file.close();
    m_page->findChild<TeamFiles *>()->read(file.fileName());
    QTRY_COMPARE(toasts.count(), 1);
    const QString text = toasts.last().first().value<Toast>().text;
    QVERIFY2(text.contains(u"“colour”"_s) && text.contains(u"1 more"_s), qPrintable(text));
}

void tst_BuilderPage::theRunButtonSaysWhatItCosts()
{
    RunEstimate estimate;
    RunEstimate::Step step;
    step.basis = RunEstimate::Basis::History;
    step.runs = 4;
    step.nanoUsd = { 1'000'000'000, 2'000'000'000, 3'000'000'000 };
    estimate.steps = { step };
    estimate.runs = 4;
    estimate.nanoUsd = step.nanoUsd;
    m_workspace->fakeCostBook()->estimateAnswer = estimate;
    m_page->openTeam(sample::team(1));
    auto *run = child<QPushButton>(u"runTeamButton"_s);
    QTRY_VERIFY(run->toolTip().contains("It will cost $1.00 to $3.00, probably $2.00."_L1));
    QVERIFY2(run->toolTip().contains("from 4 runs of this team"_L1), qPrintable(run->toolTip()));
    QCOMPARE(child<QLabel>(u"runOutlook"_s)->text(), u"≈ $2.00"_s);
    QCOMPARE(m_workspace->fakeCostBook()->estimateQueries.constLast().team,
        m_workspace->storedTeams.constLast().id);
    rename(u"Other"_s); // what was known stays until something else is known
    QVERIFY(run->toolTip().contains("$2.00"_L1));
    m_workspace->fakeCostBook()->estimateAnswer.steps[0].basis = RunEstimate::Basis::None;
    m_workspace->fakeCostBook()->estimateAnswer.withoutAmount = 1;
    rename(u"Another"_s);
    QTRY_VERIFY(run->toolTip().contains("unknown"_L1));
    QTRY_VERIFY(!child<QLabel>(u"runOutlook"_s)); // never $0.00
}

void tst_BuilderPage::notATeamFileIsTold()
{
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    auto *files = m_page->findChild<TeamFiles *>();
    const QList<std::pair<QString, QByteArray>> contents { { u"cut.json"_s, "{\"format\":" },
        { u"other.json"_s, "{\"nodes\":[]}" },
        { u"newer.json"_s, "{\"format\":\"renum.team\",\"version\":99}" },
        { u"binary.json"_s, QByteArray(100, '\xff') } };
    int expected = 0;
    for (const auto &[name, text] : contents) {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        files->read(file.fileName());
        ++expected;
        QTRY_COMPARE(toasts.count(), expected);
        QVERIFY2(toasts.last().first().value<Toast>().isError, qPrintable(name));
    }
    QVERIFY(!child<QTabBar>(u"openTeams"_s));
}

void tst_BuilderPage::theGraphIsExportedAsAPicture()
{
    m_page->openTeam(sample::team(1));
    const QSignalSpy toasts(m_page, &ui::Page::toastRequested);
    int expected = 0;
    for (const QString &name : { u"team.svg"_s, u"none/team.svg"_s }) {
        trigger(u"exportPicture"_s);
        auto *dialog = m_page->findChild<QFileDialog *>(u"exportPictureDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(m_dir->filePath(name));
        delete dialog;
        ++expected;
        QTRY_COMPARE(toasts.count(), expected);
        const auto toast = toasts.constLast().constFirst().value<Toast>();
        QVERIFY2(toast.text.contains(m_dir->filePath(name)), qPrintable(toast.text));
        QCOMPARE(toast.isError, name.startsWith(u"none"_s));
    }
    QFile file(m_dir->filePath(u"team.svg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(file.readAll()).contains(document()->workflow().agents[0].name));
}

void tst_BuilderPage::everyCommandHasANameAndWords()
{
    QSet<QString> names;
    const QList<QAction *> commands = m_page->commands();
    for (const QAction *action : commands) {
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
        names.insert(action->objectName());
    }
    QVERIFY(names.size() > 20);
}

void tst_BuilderPage::languageChangesWhileRunning()
{
    m_language->apply(Language::Choice::BrazilianPortuguese);
    QTRY_COMPARE(child<QPushButton>(u"saveTeamButton"_s)->text(), u"Salvar"_s);
    QVERIFY(child<QLabel>(u"teamState"_s)->text() != u"Not saved yet"_s);
    m_language->apply(Language::Choice::English);
    QTRY_COMPARE(child<QPushButton>(u"saveTeamButton"_s)->text(), u"Save"_s);
}

QTEST_MAIN(tst_BuilderPage)
#include "tst_builder_page.moc"
