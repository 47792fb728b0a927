// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_loader.h"
#include "core/model/error_codes.h"
#include "core/model/execution_log.h"
#include "core/workflow/context_at.h"
#include "core/workflow/context_history.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

std::vector<ContextWrite> writeOf(const char *key, std::optional<Json> value)
{
    return { { ContextChange::Scope::SharedMemory, QString::fromLatin1(key), std::move(value) } };
}

ContextState contextAt(EngineBench &bench, const ExecutionId &id, std::optional<int> version = {})
{
    ContextAt fold(version);
    for (const ExecutionEvent &event : bench.storedEvents(id))
        fold.apply(event);
    return *fold.state(bench.clock.now());
}

} // namespace

/// What people see of a team's context on the engine, and change in it (CX-01 to CX-04).
class TestSharedContext : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void writesAreStoredWhenAnswered() // CX-02
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->writeContext(id, writeOf("leads", 7), u"Ana"_s)));
        QCOMPARE(bench.stored(id).sharedMemory["leads"], Json(7)); // without settling
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QVERIFY(bench.backend->starts[1].prompt.contains(uR"({"leads":7})"_s));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void refusedWritesChangeNothing()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const auto refusal = [&](const char *key) {
            return await(bench.orchestrator->writeContext(id, writeOf(key, 1), u"Ana"_s))
                ->error()
                .code;
        };
        QCOMPARE(refusal("no key"), QLatin1StringView(code::ContextKeyInvalid));
        const std::vector<ContextWrite> reserved { { ContextChange::Scope::ContextObject,
            u"initial_prompt"_s, Json("other") } };
        QCOMPARE(await(bench.orchestrator->writeContext(id, reserved, u"Ana"_s))->error().code,
            QLatin1StringView(code::ContextKeyReserved));
        // Deleting what is not there is no change, and no error.
        QVERIFY(*await(bench.orchestrator->writeContext(id, writeOf("k", {}), u"Ana"_s)));
        QCOMPARE(contextAt(bench, id).context.version(), 1);
        QVERIFY(*await(bench.orchestrator->stop(id, u"Ana"_s)));
        bench.advance(30s);
        QCOMPARE(refusal("k"), QLatin1StringView(code::ExecutionNotActive));
    }

    void restoresWhilePaused() // CX-03
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->writeContext(id, writeOf("n", 1), u"Ana"_s)));
        QVERIFY(*await(bench.orchestrator->writeContext(id, writeOf("n", 2), u"Ana"_s)));
        const auto restore = [&](int version) {
            return *await(bench.orchestrator->restoreContext(id, version, u"Ana"_s));
        };
        const QLatin1StringView notPaused(code::ExecutionNotPaused);
        QCOMPARE(restore(2).error().code, notPaused);
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
        QCOMPARE(restore(2).error().code, notPaused); // the first agent still works
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(restore(99).error().code, QLatin1StringView(code::ContextVersionUnknown));
        const int before = contextAt(bench, id).context.version();
        QVERIFY(restore(2));
        const ContextState restored = contextAt(bench, id);
        QCOMPARE(restored.context.version(), before + 1);
        QCOMPARE(restored.context.restoredFrom(), std::optional(2));
        QCOMPARE(restored.context.sharedMemory(), Json({ { "n", 1 } }));
        QCOMPARE(restored.context.contextObject(), contextAt(bench, id, 2).context.contextObject());

        QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.settle();
        QVERIFY(bench.backend->starts[1].prompt.contains(uR"({"n":1})"_s));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(restore(2).error().code, QLatin1StringView(code::ExecutionNotActive));
        QCOMPARE(bench.flaw(id), QString());
    }

    void restoredContextSurvivesACrash()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->writeContext(id, writeOf("n", 1), u"Ana"_s)));
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QVERIFY(*await(bench.orchestrator->restoreContext(id, 1, u"Ana"_s)));
        const ContextState before = contextAt(bench, id);
        bench.restart();
        QVERIFY(bench.resume(id));
        QVERIFY(contextAt(bench, id).context == before.context);
        QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void unknownExecutions()
    {
        EngineBench bench;
        const ExecutionId ghost(u"00000000-0000-4000-8000-0000000000ff"_s);
        QCOMPARE(await(bench.orchestrator->restoreContext(ghost, 1, u"Ana"_s))->error().code,
            QLatin1StringView(code::NotFound));
        QVERIFY(!*await(bench.orchestrator->writeContext(ghost, writeOf("k", 1), u"Ana"_s)));
    }

    void everyVersionOfTheLogIsTheEnginesOwn() // CX-01, CX-03
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .text = u"{\"output_context\": {\"topic\": \"bikes\"}}"_s });
        ExecutionConfig config;
        config.initialContext = { { "given", true } };
        const ExecutionId id
            = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }), u"Do it"_s, config);
        ContextHistory history;
        for (const ExecutionEvent &event : bench.storedEvents(id))
            history.apply(event);
        const ContextVersions versions = *history.finish();
        QVERIFY(versions.size() > 2);
        const Execution stored = bench.stored(id);
        QCOMPARE(versions.back().version, stored.contextVersion);
        QCOMPARE(toString(versions.back().snapshots.back().reason), u"final"_s);
        const ContextState last = contextAt(bench, id);
        QCOMPARE(last.context.contextObject()["topic"], Json("bikes"));
        QCOMPARE(last.context.contextObject()["given"], Json(true));
        for (const ContextVersion &version : versions)
            QCOMPARE(contextAt(bench, id, version.version).context.version(), version.version);
    }

    void milestonesAreEnoughToGoOn()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        bench.backend->show(run, RunTextDelta { 0, u"some text"_s });
        bench.advance(10s);
        const Result<Replay> replayed = *await(loadReplay(bench.store.get(), id));
        const Result<Replay> whole = replay(bench.storedEvents(id));
        QVERIFY(replayed && whole);
        QVERIFY(bench.count(id, "step_output"_L1) > 0);
        QCOMPARE(replayed->lastSeq, whole->lastSeq);
        QVERIFY(replayed->lastTime == whole->lastTime);
        QVERIFY(replayed->driven == whole->driven);
        QCOMPARE(replayed->open.size(), whole->open.size());
    }

    void logOfARealRun()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::AgentCrash, code::SunaRunFailed) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(30s);
        ExecutionLog log;
        for (const ExecutionEvent &event : bench.storedEvents(id))
            log.apply(event);
        QStringList texts;
        for (const LogEntry &entry : log.entries()) {
            QVERIFY(!entry.message.isEmpty());
            if (entry.level > LogLevel::Debug && entry.category == LogCategory::Agent)
                texts.append(entry.message.section(u':', 0, 0).section(u" ("_s, 0, 0));
        }
        QCOMPARE(texts.count(u"Agent execution started"_s), 2);
        QCOMPARE(texts.count(u"Agent execution completed successfully"_s), 1);
        QCOMPARE(texts.filter(u"tried again"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSharedContext)
#include "tst_shared_context.moc"
