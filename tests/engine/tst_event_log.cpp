// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_log.h"
#include "tests/support/await.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const ExecutionId TestedId(u"00000000-0000-4000-8000-000000000001"_s);

ExecutionEvent eventOf(const char *type, const char *eventType)
{
    ExecutionEvent event;
    event.type = QString::fromLatin1(type);
    event.eventType = QString::fromLatin1(eventType);
    event.executionId = TestedId;
    event.teamId = TeamId(u"11111111-0000-4000-8000-000000000000"_s);
    return event;
}

ExecutionEvent logEntry()
{
    return eventOf("execution_log", "");
}

} // namespace

/// What goes to the store together, and what is left when the engine goes away.
class TestEventLog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsPostedInOneTurnIsWrittenTogether();
    void aCommitTakesAlongWhatWasPostedBefore();
    void whatWasPostedIsStoredThoughTheLogEnds();
    void waitersAreToldThatTheLogEnded();

private:
    [[nodiscard]] qsizetype storedEvents();

    std::optional<QTemporaryDir> m_dir;
    VirtualClock m_clock;
    std::unique_ptr<Store> m_store;
    QList<ExecutionEvents> m_published;
    std::optional<EventLog> m_log;
};

void TestEventLog::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_log.reset();
    m_store.reset();
    m_published.clear();
    m_dir.emplace();
    m_store = std::move(*Store::open({ m_dir->filePath(u"renum.db"_s) }, &m_clock));
    m_log.emplace(
        m_store.get(), &m_clock,
        [this](const ExecutionEvents &events) { m_published.append(events); },
        [](const Error &error) { QFAIL(qPrintable(error.message)); });
    m_log->post(eventOf("execution_update", "execution_created"));
    QTRY_COMPARE(m_published.size(), 1);
}

qsizetype TestEventLog::storedEvents()
{
    const auto events = await(m_store->events(TestedId, 0, 100));
    return events && *events ? (*events)->size() : -1;
}

void TestEventLog::whatIsPostedInOneTurnIsWrittenTogether()
{
    m_log->post(logEntry());
    m_log->post(ExecutionEvents { logEntry(), logEntry() });
    QTRY_COMPARE(m_published.size(), 2);
    QCOMPARE(m_published.last().size(), 3);
    QCOMPARE(m_published.last().last().seq, 4);
}

void TestEventLog::aCommitTakesAlongWhatWasPostedBefore()
{
    m_log->post(logEntry());
    const OneShot<Result<void>> answer = m_log->commit({ logEntry() });
    QVERIFY(!answer.isSet());
    QTRY_VERIFY(answer.isSet());
    QCOMPARE(m_published.size(), 2);
    QCOMPARE(storedEvents(), 3);
}

void TestEventLog::whatWasPostedIsStoredThoughTheLogEnds()
{
    m_log->post(logEntry());
    m_log.reset();
    QTRY_COMPARE(storedEvents(), 2); // nobody is told when
    QCOMPARE(m_published.size(), 1); // whose engine is gone hears no more
}

void TestEventLog::waitersAreToldThatTheLogEnded()
{
    const OneShot<Result<void>> answer = m_log->commit({ logEntry() });
    m_log.reset();
    QVERIFY(answer.isSet());
    QTRY_COMPARE(storedEvents(), 2);
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
