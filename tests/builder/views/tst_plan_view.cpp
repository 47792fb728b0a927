// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/planner.h"
#include "core/workflow/validation.h"
#include "tests/builder/views/view_test.h"
#include "tests/ui/fake_cost_book.h"
#include "ui/builder/views/plan_rows.h"
#include "ui/builder/views/plan_view.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_PlanView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { failOnWarnings(); }
    void plansOfAllStrategies_data();
    void plansOfAllStrategies();
    void notesAreInline();
    void pastRunsTellWhatIsUsual();
    void unknownIsSaid();
    void showsThePlan();
    void asksAgainWhenThePersonPauses();
    void anOlderAnswerIsDropped();
    void costAndTimeOfEachStepAreShown();
    void aTeamThatCannotRunLeadsToItsProblems();
    void whatOnlyTheWorkspaceKnowsIsSaid();
    void doubtsAboutTheTeamAreSaid();
    void aFailureCanBeTriedAgain();
    void itIsAskedForOnlyWhenSeen();
    void goesAwayWhileAsking();
    void pastRunsComeWithAStoredTeam();
    void selectionIsOneBothWays();
    void looks_data();
    void looks();
};

namespace {

QString nothing(const AgentId & /*member*/)
{
    return {};
}

ExecutionPlan planOf(const TeamDraft &draft)
{
    const Validation validation = validateTeam(draft);
    Q_ASSERT(validation.valid());
    return planExecution(validation.normalized);
}

QString textOf(const ExecutionPlan &plan)
{
    KeyedTreeModel model(PlanColumn::Count);
    model.setRows(planRows(plan, nothing));
    return dump(model);
}

Execution completed(const TeamId &team, int seconds, std::optional<qint64> tokens)
{
    Execution execution;
    execution.teamId = team;
    execution.status = ExecutionStatus::Completed;
    execution.startedAt = Timestamp();
    execution.completedAt = Timestamp() + std::chrono::seconds(seconds);
    execution.usage.tokensInput = tokens;
    return execution;
}

struct Stage {
    explicit Stage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
        , view(&document, &selection, &workspace, &theme)
    {
        theme.install();
        view.resize(1300, 260);
    }

    void show()
    {
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }

    [[nodiscard]] QString text(const QString &label) const
    {
        const auto *found = view.findChild<QLabel *>(label);
        return found->isVisible() ? found->text() : QString();
    }

    FakeWorkspace workspace;
    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    PlanView view;
    QTreeView *tree = view.findChild<QTreeView *>(u"planTree"_s);
    QPushButton *action = view.findChild<QPushButton *>(u"planAction"_s);
};

} // namespace

void tst_PlanView::plansOfAllStrategies_data()
{
    QTest::addColumn<TeamDraft>("draft");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("summary");
    QTest::newRow("sequential")
        << teamOf(u"ab"_s)
        << u"1. Agent A | Prompt, and what the team shares | Nobody | Always | 10 min 00 s\n"
           "2. Agent B | Prompt, and what the team shares | Agent A | Always | 10 min 00 s\n"_s
        << u"2 member(s) · one after the other · about 1 min 00 s"_s;
    TeamDraft pipeline = teamOf(u"ab"_s, WorkflowType::Pipeline);
    pipeline.workflow.agents[1].feedback = FeedbackSpec { idOf("a"), {}, 2, Json::object() };
    pipeline.workflow.agents[1].timeoutSeconds = 90;
    QTest::newRow("pipeline")
        << pipeline
        << u"1. Agent A | Prompt, and what the team shares | Nobody | Always | 10 min 00 s\n"
           "2. Agent B | result of Agent A, and what the team shares | Agent A | Always"
           " | 1 min 30 s | Sends work back to Agent A: up to 2 time(s)\n"_s
        << u"2 member(s) · one after the other · about 1 min 00 s"_s;
    TeamDraft parallel = teamOf(u"abc"_s, WorkflowType::Parallel);
    parallel.workflow.agents[1].isActive = false;
    parallel.workflow.agents[0].input->includeContext = false;
    QTest::newRow("parallel, one switched off")
        << parallel
        << u"Wave 1 | Starts at once\n"
           "  1. Agent A | Prompt | Nobody | Always | 10 min 00 s\n"
           "Wave 2 | Starts after wave 1\n"
           "  3. Agent C | result of Agent A + result of Agent B, and what the team shares"
           " | Agent A, Agent B | Always | 10 min 00 s\n"
           "Switched off\n"
           "  2. Agent B | Prompt, and what the team shares | Nobody | Always | 10 min 00 s\n"_s
        << u"2 member(s) · 2 wave(s) · about 1 min 00 s"_s;
    TeamDraft conditional = branchingTeam();
    conditional.workflow.agents[3].kind = MemberKind::Approval;
    QTest::newRow("conditional")
        << conditional
        << u"Wave 1 | Starts at once\n"
           "  1. Agent T | Prompt, and what the team shares | Nobody | Always | 10 min 00 s\n"
           "Wave 2 | 2 side by side | Starts after wave 1\n"
           "  2. Agent S | Prompt, and what the team shares | Agent T"
           " | Agent T › category = technical | 10 min 00 s\n"
           "  3. Agent B | Prompt, and what the team shares | Agent T"
           " | Agent T › category = billing | 10 min 00 s\n"
           "Wave 3 | Starts after wave 2\n"
           "  4. Agent F | result of Agent S + result of Agent B | Agent S, Agent B | Always"
           " | 10 min 00 s | A person decides\n"_s
        << u"4 member(s) · 3 wave(s) · about 1 min 24 s"_s;
}

void tst_PlanView::plansOfAllStrategies()
{
    QFETCH(const TeamDraft, draft);
    const ExecutionPlan plan = planOf(draft);
    QTEST(textOf(plan), "rows");
    QTEST(planSummary(plan), "summary");
}

void tst_PlanView::notesAreInline()
{
    KeyedTreeModel model(PlanColumn::Count);
    model.setRows(planRows(planOf(teamOf(u"ab"_s)),
        [](const AgentId &member) { return member == idOf("b") ? u"Doubtful."_s : QString(); }));
    QCOMPARE(model.index(0, PlanColumn::Notes).data().toString(), QString());
    QCOMPARE(model.index(1, PlanColumn::Notes).data().toString(), u"Doubtful."_s);
}

void tst_PlanView::pastRunsTellWhatIsUsual()
{
    const TeamId team(u"t"_s);
    Execution failed = completed(team, 1000, 1);
    failed.status = ExecutionStatus::Failed;
    const PastRuns past = pastRuns({ completed(team, 10, 500), completed(team, 90, {}), failed,
        completed(team, 20, 9100), completed(team, 15, 700) });
    QCOMPARE(past.count, 4);
    QCOMPARE(past.usualTime, std::chrono::milliseconds(20'000));
    QCOMPARE(past.usualTokens, std::optional<qint64>(700));
    QVERIFY(timeBasis(past).startsWith("4 earlier run(s) of this team took 20.0 s"_L1));
    QVERIFY(costBasis(past).contains("700 tokens"_L1));
    QVERIFY(pastRuns({}) == PastRuns());
}

/// Never zero, never a made-up price.
void tst_PlanView::unknownIsSaid()
{
    QVERIFY(timeBasis({}).contains("guess"_L1));
    QVERIFY(costBasis({}).contains("not known"_L1));
    PastRuns past;
    past.count = 2;
    QVERIFY(costBasis(past).contains("not known"_L1));
}

void tst_PlanView::showsThePlan()
{
    Stage stage(teamOf(u"ab"_s));
    stage.workspace.hold(FakeWorkspace::Call::Preview);
    stage.show();
    QCOMPARE(stage.text(u"planSummary"_s), u"Working out the plan…"_s);
    QVERIFY(!stage.tree->isVisible());
    stage.workspace.release(FakeWorkspace::Call::Preview);
    QTRY_VERIFY(stage.tree->isVisible());
    QCOMPARE(stage.tree->model()->rowCount(), 2);
    QVERIFY(stage.text(u"planSummary"_s).startsWith("2 member(s)"_L1));
    QVERIFY(stage.text(u"planCost"_s).contains("not known"_L1));
}

void tst_PlanView::asksAgainWhenThePersonPauses()
{
    Stage stage(teamOf(u"ab"_s));
    stage.show();
    QTRY_COMPARE(stage.tree->model()->rowCount(), 2);
    for (const QString &ids : { u"abc"_s, u"abcd"_s, u"abcde"_s })
        stage.document.edit(u"Add"_s, teamOf(ids));
    QCOMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 1);
    QTRY_COMPARE(stage.tree->model()->rowCount(), 5);
    QCOMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 2);
}

void tst_PlanView::anOlderAnswerIsDropped()
{
    Stage stage(teamOf(u"ab"_s));
    stage.show();
    QTRY_COMPARE(stage.tree->model()->rowCount(), 2);
    stage.workspace.hold(FakeWorkspace::Call::Preview);
    stage.document.edit(u"Add"_s, teamOf(u"abc"_s));
    QTRY_COMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 2);
    stage.document.edit(u"Add"_s, teamOf(u"abcd"_s));
    QTRY_COMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 3);
    QList<int> rows;
    connect(stage.tree->model(), &QAbstractItemModel::rowsInserted, &stage.view,
        [&] { rows.append(stage.tree->model()->rowCount()); });
    stage.workspace.release(FakeWorkspace::Call::Preview);
    QTRY_COMPARE(stage.tree->model()->rowCount(), 4);
    QCOMPARE(rows, QList<int> { 4 });
}

void tst_PlanView::costAndTimeOfEachStepAreShown()
{
    const TeamDraft draft = teamOf(u"ab"_s);
    const ExecutionPlan plan = planOf(draft);
    RunEstimate estimate;
    for (const PlanStep &planned : plan.steps) {
        RunEstimate::Step step;
        step.step = planned.id;
        estimate.steps.push_back(step);
    }
    estimate.steps[0].basis = RunEstimate::Basis::History;
    estimate.steps[0].runs = 12;
    estimate.steps[0].nanoUsd = { 1'000'000'000, 2'000'000'000, 4'000'000'000 };
    estimate.steps[0].timedRuns = 12;
    estimate.steps[0].milliseconds = { 1000, 2000, 3000 };
    estimate.milliseconds = { 1000, 2000, 3000 };
    estimate.nanoUsd = estimate.steps[0].nanoUsd;
    estimate.withoutAmount = 1;
    estimate.runs = 12;
    Stage stage(draft);
    stage.workspace.fakeCostBook()->estimateAnswer = estimate;
    stage.show();
    QTRY_VERIFY(stage.text(u"planCost"_s).startsWith("It will cost $1.00 to $4.00"_L1));
    QVERIFY(stage.text(u"planCost"_s).contains("whose price is unknown"_L1));
    QVERIFY(stage.text(u"planTime"_s).startsWith("It will take 1.0 s to 3.0 s"_L1));
    const QAbstractItemModel *rows = stage.tree->model();
    QCOMPARE(rows->index(0, PlanColumn::Cost).data().toString(), u"$1.00 to $4.00 (12 run(s))"_s);
    QCOMPARE(rows->index(0, PlanColumn::Time).data().toString(), u"1.0 s to 3.0 s (12 run(s))"_s);
    QCOMPARE(rows->index(1, PlanColumn::Cost).data().toString(), u"Unknown"_s); // never $0.00
    QCOMPARE(rows->index(1, PlanColumn::Time).data().toString(), u"Unknown"_s);
}

void tst_PlanView::aTeamThatCannotRunLeadsToItsProblems()
{
    TeamDraft draft = teamOf(u"ab"_s);
    draft.workflow.agents[0].timeoutSeconds = 0;
    Stage stage(draft);
    stage.workspace.previewProblems = { { Problem::Severity::Error, u"W-18"_s, {}, u"x"_s, {} } };
    stage.show();
    QTRY_VERIFY(stage.text(u"planSummary"_s).contains("cannot run yet"_L1));
    QVERIFY(!stage.tree->isVisible());
    QVERIFY(stage.text(u"planCost"_s).isEmpty());
    const QSignalSpy asked(&stage.view, &PlanView::problemsRequested);
    QTest::mouseClick(stage.action, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

/// The limits of a server, for example, are not those of the builder.
void tst_PlanView::whatOnlyTheWorkspaceKnowsIsSaid()
{
    Stage stage(teamOf(u"ab"_s));
    stage.workspace.previewProblems = { { Problem::Severity::Error, u"W-02"_s, {}, u"x"_s,
        { { u"count"_s, 2 }, { u"limit"_s, 1 } } } };
    stage.show();
    QTRY_VERIFY(stage.text(u"planSummary"_s).contains("at most 1 are allowed"_L1));
    QVERIFY(!stage.action->isVisible());
}

void tst_PlanView::doubtsAboutTheTeamAreSaid()
{
    TeamDraft draft = teamOf(u"ab"_s, WorkflowType::Parallel);
    draft.workflow.type = WorkflowType::Conditional;
    Stage stage(draft);
    stage.show();
    QTRY_VERIFY(stage.text(u"planWarnings"_s).contains("no agent has a condition"_L1));
    stage.document.edit(u"Convert"_s, teamOf(u"ab"_s));
    QTRY_VERIFY(stage.text(u"planWarnings"_s).isEmpty());
}

void tst_PlanView::aFailureCanBeTriedAgain()
{
    Stage stage(teamOf(u"ab"_s));
    stage.workspace.failNext(FakeWorkspace::Call::Preview, failure(code::StoreBusy));
    stage.show();
    QTRY_COMPARE(stage.action->text(), u"Try again"_s);
    QVERIFY(stage.action->isVisible());
    QTest::mouseClick(stage.action, Qt::LeftButton);
    QTRY_COMPARE(stage.tree->model()->rowCount(), 2);
    QVERIFY(!stage.action->isVisible());
}

void tst_PlanView::itIsAskedForOnlyWhenSeen()
{
    Stage stage(teamOf(u"ab"_s));
    stage.document.edit(u"Add"_s, teamOf(u"abc"_s));
    QCOMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 0);
    stage.show();
    QTRY_COMPARE(stage.tree->model()->rowCount(), 3);
    QCOMPARE(stage.workspace.calls(FakeWorkspace::Call::Preview), 1);
}

void tst_PlanView::goesAwayWhileAsking()
{
    FakeWorkspace workspace;
    workspace.hold(FakeWorkspace::Call::Preview);
    {
        TeamDocument document(teamOf(u"ab"_s));
        MemberSelection selection(&document);
        Theme theme(Theme::Mode::Light);
        PlanView view(&document, &selection, &workspace, &theme);
        view.show();
        QTRY_COMPARE(workspace.calls(FakeWorkspace::Call::Preview), 1);
    }
    workspace.release(FakeWorkspace::Call::Preview);
    QCoreApplication::processEvents();
    QCOMPARE(workspace.calls(FakeWorkspace::Call::Preview), 1);
}

void tst_PlanView::pastRunsComeWithAStoredTeam()
{
    FakeWorkspace workspace;
    Team team;
    team.id = TeamId(u"team-1"_s);
    team.name = u"Team"_s;
    team.workflow = teamOf(u"ab"_s).workflow;
    workspace.storedExecutions = { completed(team.id, 19, 2000) };
    TeamDocument document(team);
    MemberSelection selection(&document);
    Theme theme(Theme::Mode::Light);
    PlanView view(&document, &selection, &workspace, &theme);
    view.show();
    const auto *time = view.findChild<QLabel *>(u"planTime"_s);
    QTRY_VERIFY(time->text().startsWith("1 earlier run(s) of this team took 19.0 s"_L1));
}

void tst_PlanView::selectionIsOneBothWays()
{
    Stage stage(teamOf(u"ab"_s));
    stage.show();
    QTRY_COMPARE(stage.tree->model()->rowCount(), 2);
    click(stage.tree, stage.tree->model()->index(1, 0));
    QCOMPARE(stage.selection.single(), idOf("b"));
    stage.selection.select(idOf("a"));
    QCOMPARE(stage.tree->selectionModel()->selectedRows().value(0).row(), 0);
}

void tst_PlanView::looks_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_PlanView::looks()
{
    QFETCH(const Theme::Mode, mode);
    Stage stage(teamOf(u"abc"_s), mode);
    stage.show();
    QTRY_COMPARE(stage.tree->model()->rowCount(), 3);
    const QImage picture = stage.view.grab().toImage();
    QCOMPARE(picture.pixelColor(2, 2).name(), stage.theme.color(ColorToken::Panel).name());
    keepPicture(&stage.view, u"plan-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(tst_PlanView)
#include "tst_plan_view.moc"
