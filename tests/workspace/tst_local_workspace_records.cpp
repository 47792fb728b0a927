// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "tests/support/event_by_hand.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const ExecutionId Known(QString::fromLatin1(EventScript::Id));
const ExecutionId Ghost(u"99999999-0000-4000-8000-000000000000"_s);

/// A workspace that finds these events stored.
class Records : public WorkspaceBench {
public:
    explicit Records(const ExecutionEvents &events)
    {
        SystemClock clock;
        const auto store = Store::open({ QString(options.dataDir + u"/renum.db"_s) }, &clock);
        if (!store || !await((*store)->append(events))->ok())
            qFatal("the events cannot be stored");
    }
};

ExecutionEvents story()
{
    EventScript script;
    TeamMessage message;
    message.id = MessageId(u"m1"_s);
    message.executionId = Known;
    message.from = AgentId(u"a"_s);
    message.to = AgentId(u"b"_s);
    message.content = textContent(u"Hello"_s);
    message.createdAt = fromMicroseconds(EventScript::Begin);
    const Json failure
        = EventScript::error("agent_crash", "suna_run_failed", "It broke, password=hunter22");
    return { script.created(), script.planned({ u"a"_s, u"b"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }),
        script.step("step_started", "a", { { "attempt", 1 } }), script.context("n", 1, 2, "a"),
        script.context("n", 2, 3, "a", 1), script.next("team_message", "", toJson(message)),
        script.next("execution_log", "",
            { { "log_entry",
                { { "level", "warning" }, { "category", "network" }, { "message", "Slow" },
                    { "details", { { "api_key", "abc" }, { "n", 1 } } } } } }),
        script.step("step_retrying", "a",
            { { "attempt", 2 }, { "max_attempts", 3 }, { "delay_seconds", 1 },
                { "error", "It broke" }, { "error_detail", failure } }) };
}

} // namespace

/// What the workspace tells of the team's context, messages, log and failures.
class TestLocalWorkspaceRecords : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void context() // CX-01, CX-03
    {
        Records bench(story());
        const Result<ContextState> latest = bench.get(bench->context(Known));
        QCOMPARE(latest->context.version(), 3);
        QCOMPARE(latest->context.sharedMemory(), Json({ { "n", 2 } }));
        QCOMPARE(latest->execution, Known);
        const Result<ContextState> second = bench.get(bench->context(Known, 2));
        QCOMPARE(second->context.sharedMemory(), Json({ { "n", 1 } }));
        QCOMPARE(bench.get(bench->context(Known, 4)).error().code,
            QLatin1StringView(code::ContextVersionUnknown));
        const Result<ContextVersions> versions = bench.get(bench->contextHistory(Known));
        QCOMPARE(versions->size(), std::size_t(3));
        QCOMPARE(versions->at(2).changes[0].previousValue, Json(1));
    }

    void messages() // MS-04
    {
        Records bench(story());
        QCOMPARE(bench.get(bench->messages(Known))->size(), std::size_t(1));
        QCOMPARE(bench.get(bench->messages(Known, { .agent = AgentId(u"b"_s) }))->size(),
            std::size_t(1));
        const MessageQuery requests { .type = MessageType::Request };
        QVERIFY(bench.get(bench->messages(Known, requests))->empty());
    }

    void logsHaveNoSecrets() // contract §8.5
    {
        Records bench(story());
        const Result<LogEntryList> log = bench.get(bench->logs(Known));
        QCOMPARE(log->size(), std::size_t(story().size()));
        const LogEntry &slow = log->at(7);
        QCOMPARE(slow.message, u"Slow"_s);
        QCOMPARE(slow.details, Json({ { "api_key", "•••" }, { "n", 1 } }));
        const LogQuery warnings { .levels = { LogLevel::Warning }, .limit = 1 };
        QCOMPARE(bench.get(bench->logs(Known, warnings))->at(0).id, qint64(8));
    }

    void errors()
    {
        Records bench(story());
        const Result<ExecutionErrorList> errors = bench.get(bench->executionErrors(Known));
        QCOMPARE(errors->size(), std::size_t(1));
        QCOMPARE(errors->at(0).stepName, u"A"_s);
        QVERIFY(!errors->at(0).error.message.contains(u"hunter22"_s));
    }

    void changesNeedTheEngineThatRunsIt()
    {
        Records bench(story());
        const std::vector<ContextWrite> writes { { ContextChange::Scope::SharedMemory, u"n"_s,
            Json(5) } };
        const QLatin1StringView notActive(code::ExecutionNotActive);
        QCOMPARE(bench.get(bench->writeContext(Known, writes)).error().code, notActive);
        QCOMPARE(bench.get(bench->restoreContext(Known, 1)).error().code, notActive);
    }

    void unknownExecutions()
    {
        Records bench(story());
        const QLatin1StringView notFound(code::NotFound);
        QCOMPARE(bench.get(bench->context(Ghost)).error().code, notFound);
        QCOMPARE(bench.get(bench->contextHistory(Ghost)).error().code, notFound);
        QCOMPARE(bench.get(bench->messages(Ghost)).error().code, notFound);
        QCOMPARE(bench.get(bench->logs(Ghost)).error().code, notFound);
        QCOMPARE(bench.get(bench->executionErrors(Ghost)).error().code, notFound);
    }

    void longLogsAreReadByPage()
    {
        EventScript script;
        ExecutionEvents events { script.created(), script.planned({ u"a"_s }) };
        for (int version = 2; version < 5002; ++version)
            events.append(script.context("n", version, version, "a"));
        Records bench(events);
        QCOMPARE(bench.get(bench->context(Known))->context.version(), 5001);
        const Result<LogEntryList> last
            = bench.get(bench->logs(Known, { .order = LogQuery::Order::NewestFirst, .limit = 1 }));
        QCOMPARE(last->at(0).id, qint64(events.size()));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceRecords)
#include "tst_local_workspace_records.moc"
