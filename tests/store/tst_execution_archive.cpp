// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/dismissed_errors.h"
#include "core/store/execution_deletion.h"
#include "core/store/execution_finder.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// An execution with that number: its time, its team and its prompt follow from it.
ExecutionEvents created(LogBuilder &log, const QString &prompt, const char *parent = nullptr)
{
    Json config = Json::object();
    if (parent)
        config["parent"] = { { "execution_id", parent }, { "step_id", "a" } };
    return { log.execution("execution_created",
                 { { "status", "pending" }, { "team_name", "Market analysis" },
                     { "initial_prompt", toJson(prompt) }, { "execution_config", config } }),
        log.execution("plan_created", { { "plan", toJson(planOf({ u"a"_s })) } }),
        log.execution("execution_started", { { "owner", "process-1" } }) };
}

QCoro::Task<Result<void>> answered(OneShot<Result<void>> answer)
{
    co_return co_await answer;
}

} // namespace

/// Finding, counting and deleting executions, and putting failures away (EM-08, EM-09).
class TestExecutionArchive : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void filters_data()
    {
        QTest::addColumn<ExecutionFilter>("filter");
        QTest::addColumn<QString>("numbers");
        const auto row = [](const char *name, const ExecutionFilter &filter, const char *numbers) {
            QTest::newRow(name) << filter << QString::fromLatin1(numbers);
        };
        using G = ExecutionGroup;
        row("all, without those that work for others", {}, "5 4 3 2 1");
        row("active", { .group = G::Active }, "5 1");
        row("completed", { .group = G::Completed }, "2");
        row("failed", { .group = G::Failed }, "3");
        row("statuses", { .statuses = { ExecutionStatus::Cancelled, ExecutionStatus::Failed } },
            "4 3");
        row("group and status", { .group = G::Active, .statuses = { ExecutionStatus::Failed } },
            "");
        row("prompt", { .text = u" BICYCLES "_s }, "2 1");
        row("other letters", { .text = u"são"_s }, "3");
        row("signs of LIKE", { .text = u"%"_s }, "4");
        row("team's name", { .text = u"market"_s }, "5 4 3 2 1");
        row("id", { .text = uuidOf(3).right(4) }, "3");
        row("cost", { .costFrom = 1000 }, "2");
        row("cost up to", { .costTo = 1000 }, "3"); // unknown is not zero
        row("nested", { .parent = ExecutionId(uuidOf(1)) }, "6");
        row("another team", { .team = TeamId(u"other"_s) }, "");
    }
    void filters()
    {
        QFETCH(const ExecutionFilter, filter);
        fill();
        QTEST(numbersOf(filter), "numbers");
        const Result<QHash<ExecutionStatus, int>> counts
            = answerOf(ExecutionFinder(m_store.get()).counts(filter, {}));
        int sum = 0;
        for (const int count : std::as_const(*counts))
            sum += count;
        QCOMPARE(sum, numbersOf(filter).split(u' ', Qt::SkipEmptyParts).size());
    }

    void times()
    {
        fill();
        const Result<Execution> third = answerOf(m_store->execution(ExecutionId(uuidOf(3))));
        QCOMPARE(numbersOf({ .since = third->createdAt }), u"5 4 3"_s);
        QCOMPARE(numbersOf({ .until = third->createdAt }), u"3 2 1"_s);
    }

    void pages()
    {
        fill();
        ExecutionFilter filter;
        filter.page.limit = 2;
        const ExecutionFinder finder(m_store.get());
        QList<int> sizes;
        do {
            const Result<Page<Execution>> page = answerOf(finder.page(filter, {}));
            sizes.append(int(page->items.size()));
            filter.page.after = page->next;
        } while (!filter.page.after.isEmpty());
        QCOMPARE(sizes, (QList<int> { 2, 2, 1 }));
        filter.page.after = u"nonsense"_s;
        QCOMPARE(answerOf(finder.page(filter, {})).error().code,
            QLatin1StringView(code::ValidationError));
    }

    void scopes()
    {
        fill();
        const ExecutionId second(uuidOf(2));
        QCOMPARE(numbersOf({}, { .except = { second } }), u"5 4 3 1"_s);
        QCOMPARE(numbersOf({}, { .only = QSet { second } }), u"2"_s);
        QCOMPARE(numbersOf({}, { .only = QSet<ExecutionId>() }), QString());
    }

    void whoAsks()
    {
        fill();
        LogBuilder paused(7);
        append(created(paused, u"Paused"_s) << paused.execution("execution_paused"));
        LogBuilder asks(8);
        append(created(asks, u"Asks"_s)
            << asks.step("step_approval_requested", u"a"_s, { { "status", "running" } }));
        LogBuilder agreed(9);
        append(created(agreed, u"Agreed"_s)
            << agreed.step("step_approval_requested", u"a"_s, { { "status", "running" } })
            << agreed.step("step_approval_decided", u"a"_s, { { "state", "approved" } }));
        const Result<QList<ActiveExecution>> active
            = answerOf(ExecutionFinder(m_store.get()).active());
        QStringList lines;
        for (const ActiveExecution &each : *active)
            lines << QString::number(each.execution.id.toString().right(2).toInt())
                    + (each.asks ? u"!"_s : QString());
        QCOMPARE(lines.join(u' '), u"9 8! 7! 6 5 1"_s);
        const Result<QHash<ExecutionId, int>> nested
            = answerOf(ExecutionFinder(m_store.get())
                           .nestedOf({ ExecutionId(uuidOf(1)), ExecutionId(uuidOf(2)) }));
        QCOMPARE(*nested, (QHash<ExecutionId, int> { { ExecutionId(uuidOf(1)), 1 } }));
    }

    void deletes()
    {
        fill();
        const QLatin1StringView notOver(code::ExecutionNotOver);
        QCOMPARE(remove(uuidOf(1)).error().code, notOver);
        QVERIFY(remove(uuidOf(2)).ok());
        QCOMPARE(remove(uuidOf(2)).error().code, QLatin1StringView(code::NotFound));
        QCOMPARE(numbersOf({}), u"5 4 3 1"_s);
        RawDatabase raw(m_dir->filePath(u"renum.db"_s));
        QCOMPARE(raw.number("SELECT count(*) FROM renum_execution_events e WHERE NOT EXISTS "
                            "(SELECT 1 FROM renum_team_executions x "
                            "WHERE x.execution_key = e.execution_key)"),
            0);
    }

    void deletesWhatWorkedForIt()
    {
        LogBuilder parent(1);
        LogBuilder child(2);
        append(created(parent, u"Parent"_s));
        append(created(child, u"Child"_s, qPrintable(uuidOf(1))));
        append({ parent.execution("execution_completed") });
        QCOMPARE(remove(uuidOf(1)).error().code, QLatin1StringView(code::ExecutionNotOver));
        append({ child.execution("execution_completed") });
        QVERIFY(remove(uuidOf(1)).ok());
        QCOMPARE(answerOf(m_store->execution(child.id())).error().code,
            QLatin1StringView(code::NotFound));
    }

    void failuresArePutAway()
    {
        LogBuilder log;
        append(created(log, u"x"_s));
        const DismissedErrors dismissed(m_store.get());
        QVERIFY(answerOf(dismissed.of(log.id()))->isEmpty());
        QVERIFY(answerOf(dismissed.set(log.id(), u"e1"_s, true)).ok());
        QVERIFY(answerOf(dismissed.set(log.id(), u"e1"_s, true)).ok());
        QVERIFY(answerOf(dismissed.set(log.id(), u"e2"_s, true)).ok());
        QVERIFY(answerOf(dismissed.set(log.id(), u"e1"_s, false)).ok());
        QCOMPARE(*answerOf(dismissed.of(log.id())), QSet { u"e2"_s });
        const QLatin1StringView notFound(code::NotFound);
        QCOMPARE(answerOf(dismissed.of(ExecutionId(u"ghost"_s))).error().code, notFound);
        QCOMPARE(
            answerOf(dismissed.set(ExecutionId(u"ghost"_s), u"e"_s, true)).error().code, notFound);
        append({ log.execution("execution_completed") });
        QVERIFY(remove(log.id().toString()).ok()); // they go with it
    }

private:
    void append(const ExecutionEvents &events) { QVERIFY(answerOf(m_store->append(events)).ok()); }
    Result<void> remove(const QString &id)
    {
        return answerOf(answered(deleteExecution(*m_store, ExecutionId(id))));
    }

    /// Five executions, and one that works for the first.
    void fill()
    {
        LogBuilder running(1);
        append(created(running, u"Electric bicycles"_s));
        LogBuilder completed(2);
        append(created(completed, u"More bicycles"_s)
            << usage(completed, 1500) << completed.execution("execution_completed"));
        LogBuilder failed(3);
        append(created(failed, u"SÃO PAULO"_s)
            << usage(failed, 500) << failed.execution("execution_failed", { { "error", "no" } }));
        LogBuilder stopped(4);
        append(created(stopped, u"100 %"_s) << stopped.execution("execution_cancelled"));
        LogBuilder pending(5);
        append({ created(pending, u"Later"_s).first() });
        LogBuilder nested(6);
        append(created(nested, u"For the first"_s, qPrintable(uuidOf(1))));
    }

    static ExecutionEvent usage(LogBuilder &log, int nanoUsd)
    {
        return log.step("step_usage", u"a"_s,
            { { "attempt", 1 }, { "agent_run_id", "r" },
                { "usage_metrics",
                    { { "model_name", "m" }, { "request_count", 1 },
                        { "cost", { { "nano_usd", nanoUsd }, { "reported_calls", 1 } } } } } });
    }

    QString numbersOf(const ExecutionFilter &filter, const ExecutionScope &scope = {})
    {
        const Result<Page<Execution>> page
            = answerOf(ExecutionFinder(m_store.get()).page(filter, scope));
        QStringList numbers;
        for (const Execution &execution : page->items)
            numbers << QString::number(execution.id.toString().right(2).toInt());
        return numbers.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestExecutionArchive)
#include "tst_execution_archive.moc"
