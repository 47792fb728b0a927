// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

QString seqsOf(const ExecutionEvents &events)
{
    QStringList seqs;
    for (const ExecutionEvent &event : events)
        seqs.append(QString::number(event.seq));
    return seqs.join(u' ');
}

} // namespace

/// What of a log decides, without the rest.
class TestStoreMilestones : public QObject {
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

    void leavesOutWhatDecidesNothing()
    {
        LogBuilder log;
        ExecutionEvents written = log.beginning({ u"a"_s }); // 1 to 3
        written.append(log.step("step_started", u"a"_s, { { "attempt", 1 } })); // 4
        written.append(output(log)); // 5
        written.append(log.execution("execution_progress")); // 6
        written.append(log.log(u"slow"_s)); // 7
        written.append(log.context(u"k"_s, 1)); // 8
        written.append(output(log)); // 9
        written.append(log.step("step_completed", u"a"_s)); // 10
        append(written);
        QCOMPARE(seqsOf(milestones(log.id())), u"1 2 3 4 8 10"_s);
        QCOMPARE(seqsOf(milestones(log.id(), LogEntries::Include)), u"1 2 3 4 7 8 10"_s);
        QCOMPARE(milestones(log.id()).at(4), written.at(7)); // whole and unchanged
        QCOMPARE(seqsOf(*answerOf(m_store->milestones(log.id(), 3, 100))), u"4 8 10"_s);
    }

    void marksSayUntilWhenAnEngineWorked()
    {
        LogBuilder log;
        ExecutionEvents written = log.beginning({ u"a"_s }); // 1 to 3
        written.append({ output(log), output(log) }); // 4, 5
        written.append(log.execution("execution_resumed")); // 6
        written.append(log.execution("execution_resumed")); // 7
        written.append({ output(log), output(log) }); // 8, 9
        append(written);
        QCOMPARE(seqsOf(milestones(log.id())), u"1 2 3 5 6 7 9"_s);
        append({ log.step("step_completed", u"a"_s) });
        QCOMPARE(seqsOf(milestones(log.id())), u"1 2 3 5 6 7 10"_s);
    }

    void pages()
    {
        LogBuilder log;
        ExecutionEvents written = log.beginning({ u"a"_s });
        for (int i = 0; i < 200; ++i)
            written.append(i % 7 == 0 ? log.context(u"k"_s, i) : output(log));
        append(written);
        ExecutionEvents read;
        for (;;) {
            const qint64 after = read.isEmpty() ? 0 : read.last().seq;
            const ExecutionEvents page = *answerOf(m_store->milestones(log.id(), after, 5));
            QVERIFY(page.size() <= 5);
            read += page;
            if (page.size() < 5)
                break;
        }
        QCOMPARE(read, milestones(log.id()));
        QCOMPARE(read.size(), 3 + 29 + 1);
        QVERIFY(answerOf(m_store->milestones(log.id(), 0, -1))->isEmpty());
    }

    void doesNotParseWhatItLeavesOut()
    {
        LogBuilder log;
        ExecutionEvents written = log.beginning({ u"a"_s });
        written.append({ output(log), log.context(u"k"_s, 1) });
        append(written);
        damage(4);
        QVERIFY(!answerOf(m_store->events(log.id(), 0, 100)));
        QCOMPARE(seqsOf(milestones(log.id())), u"1 2 3 5"_s);
        damage(5);
        QCOMPARE(answerOf(m_store->milestones(log.id(), 0, 100)).error().code,
            QLatin1StringView(code::StoreCorrupt));
    }

    void ofOneExecutionOnly()
    {
        LogBuilder first(1);
        LogBuilder second(2);
        append(first.beginning({ u"a"_s }));
        append(second.beginning({ u"a"_s, u"b"_s }));
        append({ second.execution("execution_resumed") });
        QCOMPARE(seqsOf(milestones(first.id())), u"1 2 3"_s);
        QCOMPARE(answerOf(m_store->milestones(LogBuilder(3).id(), 0, 10)).error().code,
            QLatin1StringView(code::NotFound));
    }

private:
    static ExecutionEvent output(LogBuilder &log)
    {
        return log.step("step_output", u"a"_s, { { "kind", "assistant" }, { "delta", "x" } });
    }
    void append(const ExecutionEvents &events) { QVERIFY(answerOf(m_store->append(events)).ok()); }
    ExecutionEvents milestones(const ExecutionId &id, LogEntries entries = LogEntries::LeaveOut)
    {
        return *answerOf(m_store->milestones(id, 0, 1000, entries));
    }
    /// Makes the data of one event unreadable.
    void damage(qint64 seq);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStoreMilestones::damage(qint64 seq)
{
    RawDatabase raw(m_dir->filePath(u"renum.db"_s));
    QVERIFY(
        raw.run(u"UPDATE renum_execution_events SET data = '{\"cut' WHERE seq = %1"_s.arg(seq)));
}

QTEST_GUILESS_MAIN(TestStoreMilestones)
#include "tst_store_milestones.moc"
