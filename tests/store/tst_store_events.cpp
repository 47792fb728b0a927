// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/net/task_scope.h"
#include "core/store/database_file.h"
#include "tests/store/store_fixture.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

/// The event log: what was acknowledged is there, in order, unchanged.
class TestStoreEvents : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(file());
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void keepsEventsUnchanged();
    void keepsOddCharacters_data();
    void keepsOddCharacters();
    void pagesBySeq();
    void knowsNoUnknownExecution();
    void refusesSeqThatDoesNotContinue_data();
    void refusesSeqThatDoesNotContinue();
    void storesNothingOfAFailedCall();
    void refusesEventsOfTwoExecutions();
    void acceptsNoEvents();
    void keepsLargeEvents();
    void survivesReopening();
    void commitsManyWritersTogether();
    void failureLeavesOthersOfTheGroupAlone();
    void writesWhatIsQueuedBeforeClosing();
    void keepsTheLogSmall();
    void givesTheLogItsSizeAtOnce();
    void readsAMillionEventsByPage();
    void sharesTheFileWithAnotherStore();
    void opensForReadingOnly();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"data/renum.db"_s); }
    Result<void> append(const ExecutionEvents &events) { return answerOf(m_store->append(events)); }
    Result<ExecutionEvents> events(const ExecutionId &id, qint64 after = 0, int limit = 1000)
    {
        return answerOf(m_store->events(id, after, limit));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStoreEvents::keepsEventsUnchanged()
{
    LogBuilder log;
    ExecutionEvents written = log.beginning({ u"a"_s, u"b"_s });
    written += log.wholeStep(u"a"_s, u"done"_s);
    written
        += { log.context(u"k"_s, { { "deep", { 1, 2.5, nullptr, true } } }), log.log(u"note"_s) };
    QVERIFY(append(written).ok());
    const Result<ExecutionEvents> read = events(log.id());
    QVERIFY(read.ok());
    QCOMPARE(*read, written);
}

void TestStoreEvents::keepsOddCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"it's \"quoted\"; DROP TABLE renum_execution_events; --"_s;
    QTest::newRow("zero") << u"a\0b"_s;
    QTest::newRow("controls") << u"\x01\x1f\x7f\r\n\t"_s;
    QTest::newRow("astral") << QString::fromUtf8("\xf0\x9f\x9a\xb2 bicicleta elétrica 电动自行车");
    QTest::newRow("separators") << u"\u2028\u2029\ufeff"_s;
    QTest::newRow("place holders") << u"? :name @x $y ?1 %1"_s;
}

void TestStoreEvents::keepsOddCharacters()
{
    QFETCH(QString, text);
    LogBuilder log;
    ExecutionEvents written = log.beginning({ text });
    written += log.wholeStep(text, text);
    written.append(log.context(text, toJson(text)));
    QVERIFY(append(written).ok());
    const Result<ExecutionEvents> read = events(log.id());
    QVERIFY(read.ok());
    QCOMPARE(*read, written);
    const Result<Execution> execution = answerOf(m_store->execution(log.id()));
    QVERIFY(execution.ok());
    QCOMPARE(*execution, foldOf(written));
}

void TestStoreEvents::pagesBySeq()
{
    LogBuilder log;
    ExecutionEvents written = log.beginning({ u"a"_s });
    for (int i = 0; i < 100; ++i)
        written.append(log.log(QString::number(i)));
    QVERIFY(append(written).ok());
    ExecutionEvents read;
    for (;;) {
        const Result<ExecutionEvents> page
            = events(log.id(), read.isEmpty() ? 0 : read.last().seq, 7);
        QVERIFY(page.ok());
        QVERIFY(page->size() <= 7);
        if (page->isEmpty())
            break;
        read += *page;
    }
    QCOMPARE(read, written);
    QVERIFY(events(log.id(), 0, 0)->isEmpty());
    QVERIFY(events(log.id(), 0, -3)->isEmpty());
}

void TestStoreEvents::knowsNoUnknownExecution()
{
    const ExecutionId id(uuidOf(77));
    QCOMPARE(events(id).error().code, QLatin1StringView(code::NotFound));
    QCOMPARE(answerOf(m_store->execution(id)).error().code, QLatin1StringView(code::NotFound));
    QCOMPARE(answerOf(m_store->remoteStarts(id)).error().code, QLatin1StringView(code::NotFound));
}

void TestStoreEvents::refusesSeqThatDoesNotContinue_data()
{
    QTest::addColumn<int>("seq");
    QTest::newRow("repeated") << 3;
    QTest::newRow("older") << 1;
    QTest::newRow("gap") << 5;
    QTest::newRow("zero") << 0;
    QTest::newRow("negative") << -4;
}

void TestStoreEvents::refusesSeqThatDoesNotContinue()
{
    QFETCH(int, seq);
    LogBuilder log;
    const ExecutionEvents written = log.beginning({ u"a"_s });
    QVERIFY(append(written).ok());
    ExecutionEvent event = log.log(u"x"_s);
    event.seq = seq;
    const Result<void> appended = append({ event });
    QVERIFY(!appended.ok());
    QCOMPARE(appended.error().code, QLatin1StringView(code::StoreSeqConflict));
    QVERIFY(appended.error().category == ErrorCategory::SystemError);
    QCOMPARE(*events(log.id()), written);
    event.seq = 4;
    QVERIFY(append({ event }).ok());
}

void TestStoreEvents::storesNothingOfAFailedCall()
{
    LogBuilder log;
    QVERIFY(append(log.beginning({ u"a"_s })).ok());
    ExecutionEvents broken = { log.log(u"1"_s), log.log(u"2"_s), log.log(u"3"_s) };
    broken[2].seq = 9;
    QCOMPARE(append(broken).error().code, QLatin1StringView(code::StoreSeqConflict));
    QCOMPARE(events(log.id())->size(), 3);
    // A first event that is not the first leaves no execution behind.
    const LogBuilder other(2, 4);
    LogBuilder late(2, 4);
    QCOMPARE(append({ late.log(u"x"_s) }).error().code, QLatin1StringView(code::StoreSeqConflict));
    QCOMPARE(events(other.id()).error().code, QLatin1StringView(code::NotFound));
}

void TestStoreEvents::refusesEventsOfTwoExecutions()
{
    LogBuilder one(1);
    LogBuilder two(2, 3);
    ExecutionEvents mixed = one.beginning({ u"a"_s });
    mixed.append(two.log(u"stray"_s));
    QCOMPARE(append(mixed).error().code, QLatin1StringView(code::StoreSeqConflict));
    QCOMPARE(events(one.id()).error().code, QLatin1StringView(code::NotFound));
}

void TestStoreEvents::acceptsNoEvents()
{
    QVERIFY(append({}).ok());
}

void TestStoreEvents::keepsLargeEvents()
{
    LogBuilder log;
    ExecutionEvents written = log.beginning({ u"a"_s });
    written.append(log.log(QString(5'000'000, u'x')));
    QVERIFY(append(written).ok());
    QCOMPARE(*events(log.id()), written);
}

void TestStoreEvents::survivesReopening()
{
    LogBuilder log;
    const ExecutionEvents written = log.beginning({ u"a"_s });
    QVERIFY(append(written).ok());
    m_store.reset();
    m_store = openStore(file());
    QVERIFY(m_store);
    QCOMPARE(*events(log.id()), written);
    QVERIFY(append({ log.log(u"goes on"_s) }).ok());
}

namespace {

QCoro::Task<> writeLog(Store *store, int number, int *written)
{
    LogBuilder log(number);
    const ExecutionEvents beginning = log.beginning({ u"a"_s });
    const Result<void> begun = co_await store->append(beginning);
    if (begun.ok())
        *written += 3;
    for (int i = 0; i < 10; ++i) {
        const ExecutionEvents events = { log.step("step_run_bound", u"a"_s, { { "attempt", i } }) };
        const Result<void> appended = co_await store->append(events);
        if (appended.ok())
            ++*written;
    }
}

} // namespace

void TestStoreEvents::commitsManyWritersTogether()
{
    constexpr int Writers = 64;
    int written = 0;
    TaskScope tasks;
    for (int number = 1; number <= Writers; ++number)
        tasks.start(writeLog(m_store.get(), number, &written));
    QTRY_COMPARE_WITH_TIMEOUT(written, Writers * 13, 30000);
    for (int number = 1; number <= Writers; ++number) {
        const Result<ExecutionEvents> read = events(LogBuilder(number).id());
        QVERIFY(read.ok());
        QCOMPARE(read->size(), 13);
        for (qsizetype i = 0; i < read->size(); ++i)
            QCOMPARE(read->at(i).seq, i + 1);
    }
}

namespace {

QCoro::Task<> appendInto(Store *store, ExecutionEvents events, QStringList *codes)
{
    const Result<void> appended = co_await store->append(events);
    codes->append(appended.ok() ? u"ok"_s : appended.error().code);
}

} // namespace

void TestStoreEvents::failureLeavesOthersOfTheGroupAlone()
{
    QStringList codes;
    TaskScope tasks;
    // All are queued before the first answer can arrive, so they end in groups.
    for (int number = 1; number <= 30; ++number) {
        LogBuilder log(number, number % 3 == 0 ? 5 : 0);
        const ExecutionEvents written
            = number % 3 == 0 ? ExecutionEvents { log.log(u"late"_s) } : log.beginning({ u"a"_s });
        tasks.start(appendInto(m_store.get(), written, &codes));
    }
    QTRY_COMPARE(codes.size(), 30);
    QCOMPARE(codes.count(u"ok"_s), 20);
    QCOMPARE(codes.count(QLatin1StringView(code::StoreSeqConflict)), 10);
    for (int number = 1; number <= 30; ++number)
        QCOMPARE(events(LogBuilder(number).id()).ok(), number % 3 != 0);
}

void TestStoreEvents::writesWhatIsQueuedBeforeClosing()
{
    QStringList codes;
    TaskScope tasks;
    for (int number = 1; number <= 40; ++number) {
        LogBuilder log(number);
        tasks.start(appendInto(m_store.get(), log.beginning({ u"a"_s }), &codes));
    }
    m_store.reset();
    QTRY_COMPARE(codes.count(u"ok"_s), 40);
    m_store = openStore(file());
    QVERIFY(m_store);
    for (int number = 1; number <= 40; ++number)
        QCOMPARE(events(LogBuilder(number).id())->size(), 3);
}

void TestStoreEvents::keepsTheLogSmall()
{
    LogBuilder log;
    QVERIFY(append(log.beginning({ u"a"_s })).ok());
    qint64 largest = 0;
    const QString text(200'000, u'x');
    for (int i = 0; i < 300; ++i) {
        QVERIFY(append({ log.log(text), log.log(text) }).ok());
        largest = std::max(largest, QFileInfo(walFile(file())).size());
        QVERIFY(answerOf(m_store->activeExecutionCount()).ok());
    }
    QVERIFY2(largest < 64 * 1024 * 1024, qPrintable(QString::number(largest)));
}

void TestStoreEvents::givesTheLogItsSizeAtOnce()
{
    LogBuilder log;
    ExecutionEvents written = log.beginning({ u"a"_s });
    QVERIFY(append(written).ok());
    QTRY_VERIFY(QFileInfo(walFile(file())).size() > 8'000'000);
    const qint64 size = QFileInfo(walFile(file())).size();
    for (int i = 0; i < 100; ++i) {
        written += log.log(u"line"_s);
        QVERIFY(append({ written.last() }).ok());
    }
    QCOMPARE(QFileInfo(walFile(file())).size(), size);
    // As a crash leaves it: a log of which the most is still empty.
    const QString left = m_dir->filePath(u"left.db"_s);
    QVERIFY(QFile::copy(file(), left) && QFile::copy(walFile(file()), walFile(left)));
    m_store = openStore(left);
    QVERIFY(m_store);
    const Result<ExecutionEvents> read = events(log.id());
    QVERIFY(read.ok());
    QCOMPARE(*read, written);
}

void TestStoreEvents::readsAMillionEventsByPage()
{
    constexpr int Batches = 100;
    constexpr int BatchSize = 1000; // a hundred thousand here: the key's depth is the same
    LogBuilder log;
    QVERIFY(append(log.beginning({ u"a"_s })).ok());
    QVERIFY(append({ log.step("step_started", u"a"_s, { { "attempt", 1 } }) }).ok());
    QVERIFY(append({ log.step("step_completed", u"a"_s, { { "attempt", 1 } }) }).ok());
    for (int batch = 0; batch < Batches; ++batch) {
        ExecutionEvents lines;
        lines.reserve(BatchSize);
        for (int i = 0; i < BatchSize; ++i)
            lines.append(log.log(u"line"_s));
        QVERIFY(append(lines).ok());
    }
    QElapsedTimer timer;
    timer.start();
    const Result<ExecutionEvents> middle = events(log.id(), Batches * BatchSize / 2, 100);
    const Result<Execution> whole = answerOf(m_store->execution(log.id()));
    const qint64 milliseconds = timer.elapsed();
    QCOMPARE(middle->size(), 100);
    QCOMPARE(middle->first().seq, Batches * BatchSize / 2 + 1);
    QCOMPARE(whole->lastSeq, log.lastSeq());
    // Reading the log would take half a second; generous, because other tests run beside.
    QVERIFY2(milliseconds < 200, qPrintable(QString::number(milliseconds)));
}

void TestStoreEvents::sharesTheFileWithAnotherStore()
{
    const std::unique_ptr<Store> other = openStore(file());
    QVERIFY(other);
    LogBuilder log;
    QVERIFY(append(log.beginning({ u"a"_s })).ok());
    // Either may go on with the log, and both see it.
    QVERIFY(answerOf(other->append({ log.log(u"by the other"_s) })).ok());
    const ExecutionEvent mine = log.log(u"by me"_s);
    QVERIFY(append({ mine }).ok());
    QCOMPARE(answerOf(other->events(log.id(), 0, 10))->size(), 5);
    const Result<void> late = answerOf(other->append({ mine }));
    QCOMPARE(late.error().code, QLatin1StringView(code::StoreSeqConflict));
    // What one deletes is gone for the other.
    Team team = teamOf(5, u"shared"_s);
    team.id = log.team();
    QVERIFY(answerOf(m_store->insertTeam(team)).ok());
    QVERIFY(append({ log.execution("execution_cancelled") }).ok());
    QVERIFY(answerOf(other->deleteTeam(team.id)).ok());
    QCOMPARE(events(log.id()).error().code, QLatin1StringView(code::NotFound));
    QVERIFY(!append({ log.log(u"too late"_s) }).ok());
}

void TestStoreEvents::opensForReadingOnly()
{
    LogBuilder log;
    const ExecutionEvents written = log.beginning({ u"a"_s });
    QVERIFY(append(written).ok());
    SystemClock clock;
    const Result<std::unique_ptr<Store>> reader = Store::open({ file(), true }, &clock);
    QVERIFY(reader.ok());
    QCOMPARE(*answerOf((*reader)->events(log.id(), 0, 10)), written);
    const Result<void> refused = answerOf((*reader)->append({ log.log(u"x"_s) }));
    QCOMPARE(refused.error().code, QLatin1StringView(code::StoreReadOnly));
    QCOMPARE((*reader)->file(), file());
}

QTEST_GUILESS_MAIN(TestStoreEvents)
#include "tst_store_events.moc"
