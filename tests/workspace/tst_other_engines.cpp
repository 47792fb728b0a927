// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "core/workspace/execution_controls.h"
#include "core/workspace/other_engines.h"
#include "core/workspace/owner_lock.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/support/virtual_clock.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ExecutionId Known(u"44444444-0000-4000-8000-000000000000"_s);
const QString Owner = u"55555555-0000-4000-8000-000000000000"_s;
constexpr auto Endless = R"([{"text":"I begin."},{"hang":true}])";

/// Someone else's execution, and who asks for something of it, in virtual time.
class Asker {
public:
    Asker()
        : store(*std::move(Store::open({ dir.filePath(u"renum.db"_s) }, &storeClock)))
        , others(store.get(), &clock, &ids, dir.path())
    {
        const auto events = openExecution(Known, WorkspaceBench::draft(), Owner, 0);
        if (!*await(store->append(events)))
            qFatal("nothing was stored");
    }

    void ask()
    {
        const ExecutionWish wish = PauseWish {};
        m_tasks.start(keep(this, others.ask(Known, Owner, wish)));
    }
    /// Until there is an answer, or this much time was over.
    void wait(std::chrono::milliseconds atMost)
    {
        for (auto waited = 0ms; waited < atMost && !answer; waited += 100ms) {
            // What the store's threads say comes through the event loop, at any time.
            QTRY_VERIFY(clock.pending() > 0 || answer);
            clock.advance(100ms);
            static_cast<void>(await(store->execution(Known)));
        }
    }
    [[nodiscard]] QList<ControlRequest> waiting()
    {
        return **await(ControlRequests(store.get()).waiting(Owner));
    }

    QTemporaryDir dir;
    SystemClock storeClock;
    VirtualClock clock;
    RandomIdSource ids;
    std::unique_ptr<Store> store;
    OtherEngines others;
    std::optional<Result<void>> answer;

private:
    static QCoro::Task<> keep(Asker *asker, QCoro::Task<Result<void>> task)
    {
        const Result<void> answer = co_await task;
        asker->answer = answer;
    }

    TaskScope m_tasks;
};

} // namespace

/// Two programs on one computer share a database: what one runs, a person may hold from the other.
class TestOtherEngines : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void doesWhatAnotherProgramAsks();
    void sayWhyNot();
    void oneThatIsGone();
    void oneThatIsSilent();
    void oneThatBeganAndIsSilent();
};

void TestOtherEngines::doesWhatAnotherProgramAsks()
{
    SimFixture suna(oneAgent(Endless));
    WorkspaceBench runner(SunaConnection { suna.url({}), {}, {} });
    TeamDraft draft = WorkspaceBench::draft();
    draft.workflow.agents.front().agentId = AgentId(u"agt-one"_s);
    const Result<Team> team = runner.get(runner->createTeam(draft));
    QTRY_COMPARE(runner->connectionStatus().state, ConnectionStatus::State::Connected);
    const Result<Execution> begun
        = runner.get(runner->execute({ team->id, u"Do it"_s, ExecutionConfig() }));
    QVERIFY(begun);
    const ExecutionId id = begun->id;
    const auto stored = [&] { return *runner.get(runner->execution(id)); };
    QTRY_VERIFY(!stored().steps.empty() && stored().steps.front().status == StepStatus::Running);

    LocalWorkspaceOptions options = runner.options;
    options.connection = NoConnection();
    const auto other = LocalWorkspace::open(options);
    QVERIFY(other);
    Workspace *asks = other->get();
    ExecutionControls *controls = asks->executionControls();
    QVERIFY(!runner.get(asks->execution(id))->interrupted);
    QVERIFY(runner.get(asks->pauseExecution(id)));
    QVERIFY(stored().paused);
    QVERIFY(runner.get(asks->continueExecution(id)));
    QVERIFY(!stored().paused);
    SpendingCap cap;
    cap.calls = 9;
    QVERIFY(runner.get(controls->raiseCap(id, cap)));
    QVERIFY(stored().cap == cap);
    const std::vector<ContextWrite> writes { { ContextChange::Scope::SharedMemory, u"k"_s, Json(3),
        {} } };
    QVERIFY(runner.get(asks->writeContext(id, writes)));
    QCOMPARE(stored().sharedMemory.at("k"), Json(3));
    const auto refused
        = runner.get(asks->decideApproval(id, AgentId(u"agt-one"_s), true, QString()));
    QCOMPARE(refused.error().code, QLatin1StringView(code::ApprovalNotWaiting));
    QVERIFY(runner.get(asks->stopExecution(id)));
    QTRY_COMPARE(toString(stored().status), u"cancelled"_s);
    QCOMPARE(runner.get(asks->pauseExecution(id)).error().code,
        QLatin1StringView(code::ExecutionNotActive));
}

void TestOtherEngines::sayWhyNot()
{
    WorkspaceBench bench;
    const auto unknown = bench.get(bench->pauseExecution(Known));
    QCOMPARE(unknown.error().code, QLatin1StringView(code::NotFound));
    SystemClock clock;
    {
        const auto store = Store::open({ QString(bench.options.dataDir + u"/renum.db"_s) }, &clock);
        const auto events = openExecution(Known, WorkspaceBench::draft(), Owner, 0);
        QVERIFY(*await((*store)->append(events)));
    }
    const auto interrupted = bench.get(bench->pauseExecution(Known));
    QCOMPARE(interrupted.error().code, QLatin1StringView(code::ExecutionNotActive));
    QVERIFY(interrupted.error().message.contains(u"interrupted"_s));
}

void TestOtherEngines::oneThatIsGone()
{
    Asker asker;
    asker.ask();
    asker.wait(1s);
    QVERIFY(asker.answer);
    QCOMPARE(asker.answer->error().code, QLatin1StringView(code::ExecutionNotActive));
    QVERIFY(asker.answer->error().message.contains(u"has ended"_s));
    QVERIFY(asker.waiting().isEmpty());
}

void TestOtherEngines::oneThatIsSilent()
{
    Asker asker;
    const auto lock = OwnerLock::acquire(asker.dir.path(), Owner);
    asker.ask();
    asker.wait(14s);
    QVERIFY(!asker.answer);
    QCOMPARE(asker.waiting().size(), 1);
    asker.wait(2s);
    QVERIFY(asker.answer);
    QVERIFY(asker.answer->error().message.contains(u"Nothing was changed"_s));
    QVERIFY(asker.waiting().isEmpty()); // nor will it be
}

void TestOtherEngines::oneThatBeganAndIsSilent()
{
    Asker asker;
    const auto lock = OwnerLock::acquire(asker.dir.path(), Owner);
    asker.ask();
    QTRY_COMPARE(asker.waiting().size(), 1);
    const ControlRequests requests(asker.store.get());
    QVERIFY(**await(requests.take(asker.waiting().constFirst().id, asker.clock.now())));
    asker.wait(16s);
    QVERIFY(asker.answer);
    QVERIFY(asker.answer->error().message.contains(u"has begun"_s));
}

QTEST_GUILESS_MAIN(TestOtherEngines)
#include "tst_other_engines.moc"
