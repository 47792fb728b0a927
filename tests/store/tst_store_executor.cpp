// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "store_fixture.h"
#include "tests/support/running_task.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <thread>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// Keeps the store's turns until a test gives them.
struct Turnstile {
    std::deque<std::function<void()>> turns;
    std::set<std::thread::id> threads;

    Executor executor()
    {
        return [this](std::function<void()> work) {
            threads.insert(std::this_thread::get_id());
            turns.push_back(std::move(work));
        };
    }
    void turn()
    {
        const std::function<void()> work = std::move(turns.front());
        turns.pop_front();
        work();
        QCoreApplication::processEvents();
    }
};

} // namespace

/// A store without threads does its work when its executor lets it, and only then.
class TestStoreExecutor : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder.emplace();
        m_turnstile = {};
    }

    void worksInItsTurns()
    {
        const std::unique_ptr<Store> store = open();
        LogBuilder log;
        RunningTask<Result<void>> created(store->append({ log.execution("execution_created") }));
        RunningTask<Result<void>> started(store->append({ log.execution("execution_started") }));
        RunningTask<Result<Execution>> asked(store->execution(log.id()));
        QCoreApplication::processEvents();
        QVERIFY(!created.done() && !started.done() && !asked.done());
        QCOMPARE(m_turnstile.turns.size(), size_t(3));

        m_turnstile.turn(); // both writes, as one group
        QVERIFY(created.done() && started.done() && !asked.done());
        QVERIFY(created.value().ok() && started.value().ok());
        m_turnstile.turn(); // nothing is left for it
        m_turnstile.turn();
        QVERIFY(asked.done());
        QCOMPARE(toString(asked.value()->status), u"running"_s);
        QCOMPARE(m_turnstile.threads, std::set { std::this_thread::get_id() });
    }

    // Who had to wait for the first part of it works while the next is written.
    void muchIsWrittenInShares()
    {
        const std::unique_ptr<Store> store = open();
        std::deque<RunningTask<Result<void>>> begun;
        for (const int kilobytes : { 60, 60, 60, 60, 60, 500, 1 }) {
            LogBuilder log(int(begun.size()) + 1);
            const Json prompt = std::string(std::size_t(kilobytes) * 1024, 'x');
            begun.emplace_back(store->append(
                { log.execution("execution_created", { { "initial_prompt", prompt } }) }));
        }
        const auto done = [&begun] {
            return std::ranges::count_if(begun, [](const auto &task) { return task.done(); });
        };
        for (const int expected : { 3, 5, 6, 7 }) { // what is too long for any share goes alone
            m_turnstile.turn();
            QCOMPARE(done(), expected);
        }
        for (const auto &task : begun)
            QVERIFY(task.value().ok());
    }

    void anItemThatFailsFailsAlone()
    {
        const std::unique_ptr<Store> store = open();
        LogBuilder log;
        LogBuilder gap(2, 5);
        RunningTask<Result<void>> good(store->append({ log.execution("execution_created") }));
        RunningTask<Result<void>> bad(store->append({ gap.execution("execution_started") }));
        m_turnstile.turn();
        QVERIFY(good.done() && good.value().ok());
        QVERIFY(bad.done());
        QCOMPARE(bad.value().error().code, QString::fromLatin1(code::StoreSeqConflict));
    }

    void whatIsQueuedIsWrittenAtTheEnd()
    {
        LogBuilder log;
        {
            const std::unique_ptr<Store> store = open();
            RunningTask<Result<void>> created(
                store->append({ log.execution("execution_created") }));
            RunningTask<Result<int>> asked(store->activeExecutionCount());
        }
        while (!m_turnstile.turns.empty())
            m_turnstile.turn(); // they come too late and do nothing
        const std::unique_ptr<Store> again = openStore(file());
        QVERIFY(answerOf(again->execution(log.id())).ok());
    }

    void openingForReading()
    {
        QVERIFY(openStore(file()));
        SystemClock clock;
        const auto store = Store::open({ file(), true, m_turnstile.executor() }, &clock);
        QVERIFY(store.ok());
        RunningTask<Result<int>> asked((*store)->activeExecutionCount());
        m_turnstile.turn();
        QVERIFY(asked.done() && asked.value().ok());
        const auto missing
            = Store::open({ file() + u".not"_s, true, m_turnstile.executor() }, &clock);
        QVERIFY(!missing.ok());
    }

    void aDamagedFileIsRefused()
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("not a database");
        damaged.close();
        SystemClock clock;
        const auto store = Store::open({ file(), false, m_turnstile.executor() }, &clock);
        QVERIFY(!store.ok());
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"renum.db"_s); }
    [[nodiscard]] std::unique_ptr<Store> open()
    {
        SystemClock clock;
        auto store = Store::open({ file(), false, m_turnstile.executor() }, &clock);
        return store ? std::move(*store) : nullptr;
    }

    std::optional<QTemporaryDir> m_folder;
    Turnstile m_turnstile;
};

QTEST_GUILESS_MAIN(TestStoreExecutor)
#include "tst_store_executor.moc"
