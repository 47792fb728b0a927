// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "core/workspace/execution_archive.h"
#include "core/workspace/execution_lists.h"
#include "tests/support/event_by_hand.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const ExecutionId Known(QString::fromLatin1(EventScript::Id));
const ExecutionId Other(u"0b2f3f50-0000-4000-8000-000000000002"_s);
const ExecutionId Ghost(u"99999999-0000-4000-8000-000000000000"_s);

/// A workspace that finds these executions stored.
class Shelf : public WorkspaceBench {
public:
    explicit Shelf(const QList<ExecutionEvents> &logs)
    {
        SystemClock clock;
        const auto store = Store::open({ QString(options.dataDir + u"/renum.db"_s) }, &clock);
        for (const ExecutionEvents &events : logs) {
            if (!store || !await((*store)->append(events))->ok())
                qFatal("the events cannot be stored");
        }
    }
    [[nodiscard]] ExecutionArchive *archive() const { return workspace->executionArchive(); }
    [[nodiscard]] QStringList listed(const ExecutionFilter &filter = {})
    {
        QStringList ids;
        const Result<Page<FoundExecution>> page = get(archive()->find(filter));
        for (const FoundExecution &found : page->items)
            ids << found.execution.id.toString().right(1) + (found.waitsForMe ? u"!"_s : QString())
                    + (found.nested > 0 ? u"+"_s : QString());
        return ids;
    }
};

ExecutionEvents ended(EventScript &script)
{
    return { script.created(), script.planned({ u"a"_s, u"b"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }),
        script.step("step_started", "a", { { "attempt", 1 } }),
        script.step("step_output", "a", { { "kind", "tool_call" }, { "delta", "search" } }),
        script.context("n", "A secret: password=hunter22", 2, "a"),
        script.next("execution_log", "",
            { { "log_entry",
                { { "level", "warning" }, { "category", "network" },
                    { "message", "Slow " + std::string(9000, 'x') } } } }),
        script.step("step_failed", "a", { { "error", "It broke" } }),
        script.execution("execution_failed", { { "error", "It broke" } }) };
}

ExecutionEvents under(const ExecutionId &id, ExecutionEvents events, const ExecutionId &parent = {})
{
    for (ExecutionEvent &event : events) {
        event.executionId = id;
        event.timestamp += std::chrono::hours(1);
    }
    if (!parent.isEmpty())
        events[0].data["execution_config"] = { { "parent",
            { { "execution_id", toJson(parent.toString()) }, { "step_id", "a" } } } };
    return events;
}

ExecutionEvents interrupted()
{
    EventScript script;
    return { script.created(), script.planned({ u"a"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }) };
}

} // namespace

/// Searching logs, and finding and deleting executions, through the embedded engine.
class TestLocalExecutionArchive : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void logsByWindow() // EM-05
    {
        EventScript script;
        Shelf shelf({ ended(script) });
        const Result<LogHits> all = shelf.get(shelf.archive()->findInLog(Known, {}, {}));
        QCOMPARE(all->lines, (QList<qint64> { 1, 2, 3, 4, 5, 6, 7, 8, 9 }));
        const LogFilter warnings { .levels = { LogLevel::Warning } };
        QCOMPARE(
            shelf.get(shelf.archive()->findInLog(Known, warnings, {}))->lines, QList<qint64> { 7 });
        const Result<ExecutionEvents> events
            = shelf.get(shelf.archive()->logEvents(Known, { 6, 7 }));
        QVERIFY(!canonicalJson(events->at(0).data).contains("hunter22")); // contract §8.5
        QVERIFY(canonicalJson(events->at(1).data).size() < 5000);
        const Result<LogEntryList> entries
            = shelf.get(shelf.archive()->logEntries(Known, { 6, 7 }));
        QCOMPARE(entries->at(0).stepName, u"A"_s);
        QCOMPARE(entries->at(1).message.size(), 9005); // whole
        QCOMPARE(*shelf.get(shelf.archive()->logSeqAt(Known, events->at(1).timestamp)), 7);
    }

    void theOldWayFindsTheSame() // contract §1.5.8
    {
        EventScript script;
        Shelf shelf({ ended(script) });
        const auto ids = [&shelf](const LogQuery &query) {
            QList<qint64> list;
            const Result<LogEntryList> log = shelf.get(shelf->logs(Known, query));
            for (const LogEntry &entry : *log)
                list.append(entry.id);
            return list;
        };
        QCOMPARE(ids({ .search = u"BROKE"_s }), (QList<qint64> { 8, 9 }));
        QCOMPARE(ids({ .search = u"execution started"_s }), (QList<qint64> { 3, 4 }));
        QCOMPARE(ids({ .agent = AgentId(u"a"_s) }), (QList<qint64> { 4, 5, 6, 8 }));
        QCOMPARE(
            ids({ .levels = { LogLevel::Warning }, .atLeast = LogLevel::Error }), QList<qint64>());
        QCOMPARE(ids({ .atLeast = LogLevel::Warning }), (QList<qint64> { 7, 8, 9 }));
        QCOMPARE(ids({ .afterId = 6, .limit = 1, .offset = 1 }), QList<qint64> { 8 });
        QCOMPARE(ids({ .afterId = 6, .order = LogQuery::Order::NewestFirst, .limit = 2 }),
            (QList<qint64> { 9, 8 }));
        QCOMPARE(ids({ .order = LogQuery::Order::NewestFirst, .limit = 2, .offset = 8 }),
            QList<qint64> { 1 });
    }

    void longLogsAreReadFromBothEnds()
    {
        EventScript script;
        ExecutionEvents events { script.created(), script.planned({ u"a"_s }) };
        for (int i = 0; i < 2 * LogHits::MostAtOnce; ++i)
            events.append(script.next("execution_log", "",
                { { "log_entry", { { "message", i == 40 ? "old" : "x" } } } }));
        Shelf shelf({ events });
        const Result<LogEntryList> oldest
            = shelf.get(shelf->logs(Known, { .search = u"old"_s, .limit = 5 }));
        QCOMPARE(oldest->size(), std::size_t(1));
        const Result<LogEntryList> last = shelf.get(shelf->logs(
            Known, { .search = u"old"_s, .order = LogQuery::Order::NewestFirst, .limit = 5 }));
        QCOMPARE(last->at(0).id, 43);
    }

    void waitingForMe() // EM-09
    {
        EventScript first;
        Shelf shelf({ ended(first), under(Other, interrupted()) });
        QCOMPARE(shelf.listed(), (QStringList { u"2!"_s, u"1"_s })); // its engine is gone
        QCOMPARE(shelf.listed({ .group = ExecutionGroup::WaitingForMe }), QStringList { u"2!"_s });
        const Result<ExecutionCounts> counts = shelf.get(shelf.archive()->count({}));
        QCOMPARE(*counts,
            (ExecutionCounts {
                .all = 2, .active = 1, .waitingForMe = 1, .completed = 0, .failed = 1 }));
    }

    void whoWaitsMakesItsParentWait()
    {
        ExecutionEvents child = under(Other, interrupted(), Known);
        EventScript script;
        Shelf shelf({ interrupted(), child });
        QCOMPARE(shelf.listed(), QStringList { u"1!+"_s });
        QCOMPARE(shelf.listed({ .parent = Known }), QStringList { u"2!"_s });
    }

    void removesAndRestores()
    {
        EventScript script;
        Shelf shelf({ ended(script), under(Other, interrupted()) });
        QSignalSpy changed(shelf.workspace.get(), &Workspace::executionsChanged);
        QVERIFY(shelf.get(shelf.archive()->remove(Known)).ok());
        QVERIFY(shelf.get(shelf.archive()->remove(Known)).ok());
        QCOMPARE(shelf.listed(), QStringList { u"2!"_s });
        QCOMPARE(shelf.get(shelf.archive()->count({}))->all, 1);
        QVERIFY(shelf.get(shelf.archive()->restore(Known)).ok());
        QCOMPARE(shelf.listed().size(), 2);
        const QLatin1StringView notFound(code::NotFound);
        QCOMPARE(shelf.get(shelf.archive()->restore(Known)).error().code, notFound);
        QCOMPARE(shelf.get(shelf.archive()->remove(Ghost)).error().code, notFound);
        QCOMPARE(shelf.get(shelf.archive()->remove(Other)).error().code,
            QLatin1StringView(code::ExecutionNotOver));
        QTRY_COMPARE(changed.count(), 2);
    }

    void whatWasRemovedIsGoneAfterwards()
    {
        EventScript script;
        Shelf shelf({ ended(script) });
        QVERIFY(shelf.get(shelf.archive()->remove(Known)).ok());
        QVERIFY(shelf.get(shelf->execution(Known)).ok()); // it can be undone yet
        shelf.reopen();
        QCOMPARE(
            shelf.get(shelf->execution(Known)).error().code, QLatin1StringView(code::NotFound));
        QVERIFY(shelf.listed().isEmpty());
    }

    void failuresArePutAway() // EM-08
    {
        EventScript script;
        Shelf shelf({ ended(script) });
        const Result<ExecutionErrorList> errors = shelf.get(shelf->executionErrors(Known));
        const QString id = errors->at(0).id;
        QVERIFY(shelf.get(shelf.archive()->dismissError(Known, id, true)).ok());
        shelf.reopen();
        QCOMPARE(*shelf.get(shelf.archive()->dismissedErrors(Known)), QSet { id });
    }

    void aDeletedTeamLeavesItsExecutionsReadable()
    {
        EventScript script;
        Shelf shelf({ ended(script) }); // its team was never stored
        ExecutionFilter filter;
        filter.team = TeamId(u"team"_s);
        QCOMPARE(shelf.listed(filter), QStringList { u"1"_s });
    }

    void unknownExecutions()
    {
        EventScript script;
        Shelf shelf({ ended(script) });
        const QLatin1StringView notFound(code::NotFound);
        ExecutionArchive *archive = shelf.archive();
        QCOMPARE(shelf.get(archive->findInLog(Ghost, {}, {})).error().code, notFound);
        QCOMPARE(shelf.get(archive->logEvents(Ghost, { 1 })).error().code, notFound);
        QCOMPARE(shelf.get(archive->logEntries(Ghost, { 1 })).error().code, notFound);
        QCOMPARE(shelf.get(archive->logSeqAt(Ghost, {})).error().code, notFound);
        QCOMPARE(shelf.get(archive->dismissedErrors(Ghost)).error().code, notFound);
        QCOMPARE(shelf.get(archive->dismissError(Ghost, u"e"_s, true)).error().code, notFound);
        QVERIFY(shelf.get(archive->find({ .parent = Ghost }))->items.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLocalExecutionArchive)
#include "tst_local_execution_archive.moc"
