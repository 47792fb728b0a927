// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/draft_journal.h"
#include "tests/ui/page_test.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/kept_members.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_page.h"
#include "ui/builder/page/keep_result_dialog.h"
#include "ui/run/note_files.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

namespace {

const AgentId Researcher(u"a-researcher"_s);
const AgentId Analyst(u"a-analyst"_s);
const AgentId Reporter(u"a-reporter"_s);

Execution ended(const QString &id, const QString &prompt, const QStringList &members)
{
    Execution execution = sample::execution(sample::team(1), id, prompt);
    execution.status = ExecutionStatus::Completed;
    for (StepRecord &step : execution.steps) {
        if (!members.contains(step.name))
            continue;
        step.status = StepStatus::Completed;
        step.completedAt = execution.createdAt;
        step.output = readStepOutput(id + u" of "_s + step.name);
    }
    return execution;
}

} // namespace

/// Running a part of a team from the builder, and results that are kept.
class tst_PartRuns : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onlyThisUsesTheLastResults();
    void fromHereUsesWhatComesBefore();
    void untilHereNeedsNoEarlierRun();
    void laterRunsWithAnotherPromptAreNotMixed();
    void unsavedEditsAreSavedFirst();
    void aPartOfATeamWithProblemsIsRefused();
    void earlierRunsThatCannotBeReadAreTold();
    void aResultIsKeptAndForgotten();
    void aKeptResultCanBeWritten();
    void keptResultsAreRemembered();
    void keptResultsStandInForEarlierOnes();
    void commandsFollowTheSelection();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    void open();
    void trigger(const QString &command, const AgentId &member);
    [[nodiscard]] RunOffer offered(const QString &command, const AgentId &member);
    [[nodiscard]] TeamDocument *document() const { return m_page->document(); }
    [[nodiscard]] GraphNode card(const AgentId &member) const;
    KeepResultDialog *keep(const AgentId &member);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<DraftJournal> m_journal;
    std::unique_ptr<NoteFiles> m_notes;
    std::unique_ptr<QWidget> m_window;
    BuilderPage *m_page = nullptr;
};

void tst_PartRuns::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->agentList = sample::agents();
    m_workspace->storedTeams = { sample::team(1) };
    m_workspace->storedExecutions = { ended(u"second"_s, u"Bicycles"_s, { u"Researcher"_s }),
        ended(u"first"_s, u"Bicycles"_s, { u"Researcher"_s, u"Analyst"_s, u"Reporter"_s }) };
    m_journal = std::make_unique<DraftJournal>(m_dir->filePath(u"drafts"_s));
    m_notes = std::make_unique<NoteFiles>(m_dir->filePath(u"notes"_s));
    open();
}

void tst_PartRuns::open()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_page = new BuilderPage(
        { m_workspace.get(), m_journal.get(), m_theme.get(), m_notes.get() }, m_window.get());
    layout->addWidget(m_page->headerWidget());
    layout->addWidget(m_page, 1);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->openTeam(sample::team(1));
}

void tst_PartRuns::cleanup()
{
    m_window.reset();
    m_notes.reset();
    m_journal.reset();
}

void tst_PartRuns::trigger(const QString &command, const AgentId &member)
{
    auto *canvas = child<TeamCanvas>(u"teamCanvas"_s);
    canvas->selectAgent(member);
    QVERIFY(canvas->command(command)->isEnabled());
    canvas->command(command)->trigger();
}

RunOffer tst_PartRuns::offered(const QString &command, const AgentId &member)
{
    QSignalSpy run(m_page, &BuilderPage::runRequested);
    trigger(command, member);
    if (!QTest::qWaitFor([&run] { return run.count() == 1; }))
        return {};
    return run.first().first().value<RunOffer>();
}

GraphNode tst_PartRuns::card(const AgentId &member) const
{
    const GraphModel &graph = child<TeamCanvas>(u"teamCanvas"_s)->graph();
    return graph.nodes[static_cast<std::size_t>(graph.indexOf(member))];
}

KeepResultDialog *tst_PartRuns::keep(const AgentId &member)
{
    trigger(u"keep-result"_s, member);
    const bool opened = QTest::qWaitFor([] { return openDialog<KeepResultDialog>() != nullptr; });
    return opened ? openDialog<KeepResultDialog>() : nullptr;
}

void tst_PartRuns::onlyThisUsesTheLastResults()
{
    const RunOffer offer = offered(u"run-only-this"_s, Reporter);
    QVERIFY(offer.part && offer.part->kind == TeamPart::Kind::OnlyThis);
    QCOMPARE(offer.prompt, u"Bicycles"_s);
    // The latest of each: the second run had only one member.
    QCOMPARE(offer.kept.value(Researcher).result, u"second of Researcher"_s);
    QCOMPARE(offer.kept.value(Analyst).result, u"first of Analyst"_s);
    QVERIFY(!offer.kept.contains(Reporter));
    QVERIFY(!offer.keptFrom.value(Analyst).isEmpty());
}

void tst_PartRuns::fromHereUsesWhatComesBefore()
{
    const RunOffer offer = offered(u"run-from-here"_s, Analyst);
    QVERIFY(offer.part && offer.part->kind == TeamPart::Kind::FromHere);
    QCOMPARE(offer.kept.keys(), QList<AgentId> { Researcher });
}

void tst_PartRuns::untilHereNeedsNoEarlierRun()
{
    const RunOffer offer = offered(u"run-until-here"_s, Analyst);
    QVERIFY(offer.part && offer.part->kind == TeamPart::Kind::UntilHere);
    QVERIFY(offer.kept.isEmpty());
}

void tst_PartRuns::laterRunsWithAnotherPromptAreNotMixed()
{
    m_workspace->storedExecutions[0].initialPrompt = u"Ships"_s;
    const RunOffer offer = offered(u"run-only-this"_s, Reporter);
    QCOMPARE(offer.prompt, u"Ships"_s);
    QCOMPARE(offer.kept.keys(), QList<AgentId> { Researcher });
}

void tst_PartRuns::unsavedEditsAreSavedFirst()
{
    TeamDraft draft = document()->draft();
    draft.name = u"Other"_s;
    document()->edit(u"Rename"_s, draft);
    const RunOffer offer = offered(u"run-from-here"_s, Analyst);
    QCOMPARE(offer.team.name, u"Other"_s);
    QCOMPARE(m_workspace->calls(Call::UpdateTeam), 1);
    QVERIFY(offer.part);
    // The next run is of the whole team again.
    QSignalSpy run(m_page, &BuilderPage::runRequested);
    QTest::mouseClick(child<QPushButton>(u"runTeamButton"_s), Qt::LeftButton);
    QCOMPARE(run.count(), 1);
    QVERIFY(!run.first().first().value<RunOffer>().part);
}

void tst_PartRuns::aPartOfATeamWithProblemsIsRefused()
{
    TeamDraft draft = document()->draft();
    draft.workflow.agents[1].timeoutSeconds = -5;
    document()->edit(u"Limit"_s, draft);
    QVERIFY(!document()->validation().valid());
    QSignalSpy run(m_page, &BuilderPage::runRequested);
    int told = 0;
    connect(m_page, &BuilderPage::toastRequested, this, [&told] { ++told; });
    trigger(u"run-from-here"_s, Analyst);
    QCOMPARE(told, 1);
    m_page->disconnect(this);
    QCOMPARE(run.count(), 0);
    QCOMPARE(m_workspace->calls(Call::UpdateTeam), 0);
}

void tst_PartRuns::earlierRunsThatCannotBeReadAreTold()
{
    int told = 0;
    connect(m_page, &BuilderPage::toastRequested, this, [&told] { ++told; });
    m_workspace->failAlways(Call::Executions, failure(code::StoreBusy));
    trigger(u"run-from-here"_s, Analyst);
    QTRY_COMPARE(told, 1);
    m_page->disconnect(this);
    m_workspace->recover(Call::Executions);
    QVERIFY(!offered(u"run-from-here"_s, Analyst).kept.isEmpty());
}

void tst_PartRuns::aResultIsKeptAndForgotten()
{
    QPointer<KeepResultDialog> dialog = keep(Analyst);
    QVERIFY(dialog);
    auto *text = visibleChild<QPlainTextEdit>(dialog, u"keptText"_s);
    QCOMPARE(text->toPlainText(), u"first of Analyst"_s);
    QVERIFY(!visibleChild<QPushButton>(dialog, u"forgetResult"_s));
    QTest::mouseClick(visibleChild<QPushButton>(dialog, u"keepResult"_s), Qt::LeftButton);
    QCOMPARE(card(Analyst).look.icon, u"pin"_s);
    QVERIFY(card(Analyst).footer.contains(u"Kept result"_s));
    QVERIFY(!document()->isModified());
    QVERIFY(!QString::fromUtf8(canonicalJson(toJson(document()->draft())))
                 .contains(u"first of Analyst"_s));
    // The whole team runs without it too.
    QSignalSpy run(m_page, &BuilderPage::runRequested);
    QTest::mouseClick(child<QPushButton>(u"runTeamButton"_s), Qt::LeftButton);
    QCOMPARE(
        run.first().first().value<RunOffer>().kept.value(Analyst).result, u"first of Analyst"_s);
    QTRY_VERIFY(!dialog);
    dialog = keep(Analyst);
    QTest::mouseClick(visibleChild<QPushButton>(dialog, u"forgetResult"_s), Qt::LeftButton);
    QVERIFY(card(Analyst).look.icon.isEmpty());
    QVERIFY(KeptMembers::of(document())->results().isEmpty());
}

void tst_PartRuns::aKeptResultCanBeWritten()
{
    m_workspace->storedExecutions.clear();
    QPointer<KeepResultDialog> dialog = keep(Analyst);
    auto *text = visibleChild<QPlainTextEdit>(dialog, u"keptText"_s);
    auto *keepButton = visibleChild<QPushButton>(dialog, u"keepResult"_s);
    QVERIFY(!keepButton->isEnabled());
    QVERIFY(!visibleChild<QPushButton>(dialog, u"useLastResult"_s)->isEnabled());
    text->setPlainText(u"{\"kind\": \"b\"}"_s);
    QVERIFY(visibleChild<QLabel>(dialog, u"keptOrigin"_s)->text().contains(u"written by you"_s));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    const KeptResults results = KeptMembers::of(document())->results();
    QVERIFY(results.value(Analyst).data); // read as what an agent says
    QTRY_VERIFY(!dialog);
    // What a run said meanwhile can be taken instead.
    m_workspace->storedExecutions = { ended(u"third"_s, u"Ships"_s, { u"Analyst"_s }) };
    dialog = keep(Analyst);
    QTest::mouseClick(visibleChild<QPushButton>(dialog, u"useLastResult"_s), Qt::LeftButton);
    QTest::mouseClick(visibleChild<QPushButton>(dialog, u"keepResult"_s), Qt::LeftButton);
    QCOMPARE(KeptMembers::of(document())->results().value(Analyst).result, u"third of Analyst"_s);
    QVERIFY(!KeptMembers::of(document())->find(Analyst)->edited);
}

void tst_PartRuns::keptResultsAreRemembered()
{
    KeptMembers::of(document())->keep(Analyst, { readStepOutput(u"kept"_s), {}, true });
    KeptMembers::of(document())
        ->keep(AgentId(u"left-the-team"_s), { readStepOutput(u"x"_s), {}, true });
    m_window.reset();
    m_notes = std::make_unique<NoteFiles>(m_dir->filePath(u"notes"_s));
    open();
    QTRY_COMPARE(KeptMembers::of(document())->results().value(Analyst).result, u"kept"_s);
    QCOMPARE(KeptMembers::of(document())->results().size(), 1);
    QVERIFY(KeptMembers::of(document())->find(Analyst)->edited);
    QCOMPARE(card(Analyst).look.icon, u"pin"_s);
}

void tst_PartRuns::keptResultsStandInForEarlierOnes()
{
    KeptMembers::of(document())->keep(Researcher, { readStepOutput(u"mine"_s), {}, true });
    QCOMPARE(offered(u"run-only-this"_s, Reporter).kept.value(Researcher).result, u"mine"_s);
    QCOMPARE(offered(u"run-until-here"_s, Analyst).kept.keys(), QList<AgentId> { Researcher });
}

void tst_PartRuns::commandsFollowTheSelection()
{
    const auto *canvas = child<TeamCanvas>(u"teamCanvas"_s);
    child<TeamCanvas>(u"teamCanvas"_s)->selectNode(0); // the prompt
    for (const QString &name :
        { u"run-only-this"_s, u"run-until-here"_s, u"run-from-here"_s, u"keep-result"_s })
        QVERIFY(!canvas->command(name)->isEnabled());
    TeamDraft draft = document()->draft();
    draft.workflow.agents[1].kind = MemberKind::Approval;
    document()->edit(u"Ask"_s, draft);
    child<TeamCanvas>(u"teamCanvas"_s)->selectAgent(Analyst);
    QVERIFY(!canvas->command(u"keep-result"_s)->isEnabled());
    QVERIFY(canvas->command(u"run-until-here"_s)->isEnabled());
}

QTEST_MAIN(tst_PartRuns)
#include "tst_part_runs.moc"
