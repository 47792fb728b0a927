// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/log_scan.h"
#include "tests/store/random_log.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"
#include "tests/support/log_matching.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

QString listed(const QList<qint64> &seqs)
{
    QStringList texts;
    for (const qint64 seq : seqs)
        texts.append(QString::number(seq));
    return texts.join(u' ');
}

LogWord word(const QString &text)
{
    return { text, {}, {} };
}

ExecutionEvent output(LogBuilder &log, const char *kind, const char *delta)
{
    return log.step("step_output", u"a"_s,
        { { "kind", kind }, { "delta", delta }, { "attempt", 1 },
            { "tool", { { "name", "search" }, { "ok", false } } } });
}

ExecutionEvent contextBy(LogBuilder &log, const char *author)
{
    ExecutionEvent event = log.context(u"topic"_s, "Bicycles");
    event.data["changed_by"] = author;
    return event;
}

} // namespace

/// Searching a log where it is stored (feature EM-05).
class TestLogScan : public QObject {
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

    void finds_data()
    {
        QTest::addColumn<LogFilter>("filter");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, const LogFilter &filter, const QString &lines) {
            QTest::newRow(name) << filter << lines;
        };
        row("all lines", {}, u"1 2 3 4 6 7 9 10 11 12 13 14"_s);
        row("warnings", { .levels = { LogLevel::Warning } }, u"7"_s);
        row("errors", { .levels = { LogLevel::Error, LogLevel::Critical } }, u"12"_s);
        row("kinds that the data decides", { .levels = { LogLevel::Debug } }, QString());
        row("what people did", { .categories = { LogCategory::UserAction } }, u"10"_s);
        row("the system", { .categories = { LogCategory::System } }, u"11 14"_s);
        row("level and category",
            { .levels = { LogLevel::Info }, .categories = { LogCategory::Agent } }, u"4 6 9 13"_s);
        row("an agent, and what it shares", { .agents = { AgentId(u"a"_s) } }, u"4 6 7 9 12"_s);
        row("two agents", { .agents = { AgentId(u"a"_s), AgentId(u"b"_s) } }, u"4 6 7 9 12 13"_s);
        row("a value, in any case", { .words = { word(u"BICYCLES"_s) } }, u"1 9 10 11"_s);
        row("names of members do not count", { .words = { word(u"changed_by"_s) } }, QString());
        row("not what agents write as they go", { .words = { word(u"streamed"_s) } }, QString());
        row("other letters in any case", { .words = { word(u"sÃO paulo"_s) } }, u"13"_s);
        row("signs that SQL would act on", { .words = { word(u"100%_"_s) } }, u"13"_s);
        row("quotes and lines", { .words = { word(u"\"said\"\nso"_s) } }, u"13"_s);
        row("not half of an escaped sign", { .words = { word(u"nso"_s) } }, QString());
        row("numbers", { .words = { word(u"41.5"_s) } }, u"14"_s);
        row("all words", { .words = { word(u"bicycles"_s), word(u"ann"_s) } }, u"10"_s);
        row("said by the sentence", { .words = { { u"began"_s, { u"step_started"_s }, {} } } },
            u"4"_s);
        row("said by the kind of message",
            { .words = { { u"shared"_s, { u"context_change"_s }, {} } } }, u"9 10 11"_s);
        row("an agent's name", { .words = { { u"bob"_s, {}, { AgentId(u"b"_s) } } } }, u"13"_s);
        row("nothing", { .words = { word(u"nowhere"_s) } }, QString());
        row("a text without an end", { .words = { word(QString(100'000, u'x').left(200)) } },
            QString());
    }
    void finds()
    {
        QFETCH(const LogFilter, filter);
        LogBuilder log;
        ExecutionEvents events = log.beginning({ u"a"_s, u"b"_s }); // 1 to 3
        events << log.step("step_started", u"a"_s, { { "attempt", 1 } }) // 4
               << output(log, "assistant", "streamed \"kind\":\"tool_call\"") // 5
               << output(log, "tool_call", "search") // 6
               << output(log, "tool_result", "nothing there") // 7
               << log.execution("execution_progress") // 8
               << contextBy(log, "a") << contextBy(log, "Ann") << contextBy(log, "system") // 9-11
               << log.step("step_failed", u"a"_s, { { "error", "It broke" } }) // 12
               << log.step("step_completed", u"b"_s,
                      { { "result",
                          { { "result", "100%_ of São Paulo, he \"said\"\nso" } } } }) // 13
               << log.execution("from_the_future", { { "warp", 41.5 } }); // 14
        QVERIFY(answerOf(m_store->append(events)).ok());
        const Result<LogHits> hits = find(log.id(), filter);
        QVERIFY(hits.ok());
        QTEST(listed(hits->lines), "lines");
        QCOMPARE(hits->reached, 14);
        QCOMPARE(hits->last, 14);
    }

    void findsTheSameAsTakingEveryEventApart()
    {
        ExecutionEvents all;
        RandomLog log(7, 1, 6);
        for (ExecutionEvents next = log.next(); !next.isEmpty(); next = log.next()) {
            all += next;
            QVERIFY(answerOf(m_store->append(next)).ok());
        }
        const QHash<AgentId, QString> names = namesInPlan(all.at(1));
        const Timestamp middle = all.at(all.size() / 2).timestamp;
        const QList<LogFilter> filters { {}, { .levels = { LogLevel::Info } },
            { .levels = { LogLevel::Warning, LogLevel::Error } },
            { .categories = { LogCategory::Network, LogCategory::UserAction } },
            { .since = middle }, { .until = middle }, { .words = { word(u"e"_s) } },
            { .words = { word(u"run"_s), word(u"1"_s) } },
            { .levels = { LogLevel::Debug }, .words = { word(u"A"_s) } },
            { .levels = { LogLevel::Info }, .categories = { LogCategory::UserAction } },
            { .levels = { LogLevel::Debug } }, { .levels = { LogLevel::Warning } },
            { .levels = { LogLevel::Error } }, { .levels = { LogLevel::Critical } },
            { .levels = { LogLevel::Debug, LogLevel::Info } } };
        for (const LogFilter &filter : filters) {
            QList<qint64> expected;
            for (const ExecutionEvent &event : all) {
                if (isLine(event, filter, names))
                    expected.append(event.seq);
            }
            QCOMPARE(find(log.id(), filter)->lines, expected);
        }
    }

    // What is only in the data decides these: nested members and texts must not be taken for it.
    void findsLevelsInData_data()
    {
        QTest::addColumn<LogLevel>("level");
        QTest::addColumn<QString>("lines");
        QTest::newRow("debug") << LogLevel::Debug << u"5 11 12"_s;
        QTest::newRow("info") << LogLevel::Info << u"1 2 3 4 6 7 9 10 13 15 17 19"_s;
        QTest::newRow("warning") << LogLevel::Warning << u"8 14 16 18"_s;
    }
    void findsLevelsInData()
    {
        QFETCH(const LogLevel, level);
        LogBuilder log;
        const auto written = [&log](const Json &entry) {
            ExecutionEvent event = log.log(u"x"_s);
            event.data = { { "log_entry", entry } };
            return event;
        };
        const auto tool = [&log](const char *kind, const Json &call) {
            return log.step("step_output", u"a"_s, { { "kind", kind }, { "tool", call } });
        };
        const auto message = [&log](const char *type) {
            ExecutionEvent event = log.log(u"x"_s);
            event.type = u"team_message"_s;
            event.data = { { "message_type", type }, { "content", "\"level\":\"debug\"" } };
            return event;
        };
        ExecutionEvents events = log.beginning({ u"a"_s }); // 1 to 3
        events << written({ { "level", "info" }, { "details", { { "level", "warning" } } } })
               << written({ { "level", "DEBUG" } }) << written({ { "message", "no level" } })
               << written({ { "level", "shouting" }, { "message", "\"level\":\"debug\"" } })
               << written({ { "level", "Warning" }, { "details", { { "level", "info" } } } }) // 8
               << tool("tool_call", { { "name", "a" } })
               << tool("tool_call", { { "arguments", { { "ok", false }, { "kind", "status" } } } })
               << tool("tool_result", { { "name", "a" }, { "ok", true } }) << tool("status", {})
               << message("request") << message("error") // 13, 14
               << log.execution("execution_completed", { { "has_errors", false } })
               << log.execution("execution_completed", { { "has_errors", true } })
               << log.step("step_team_action", u"a"_s, { { "error_detail", nullptr } })
               << log.step("step_team_action", u"a"_s, { { "error_detail", Json::object() } }) // 18
               << contextBy(log, "a");
        QVERIFY(answerOf(m_store->append(events)).ok());
        QTEST(listed(find(log.id(), { .levels = { level } })->lines), "lines");
    }

    void looksAtBoundedParts()
    {
        LogBuilder log;
        QVERIFY(answerOf(m_store->append(log.beginning({ u"a"_s }))).ok());
        ExecutionEvents events;
        for (qint64 i = 0; i < LogHits::MostAtOnce; ++i)
            events.append(log.log(u"line"_s));
        QVERIFY(answerOf(m_store->append(events)).ok());
        const qint64 last = log.lastSeq();
        const Result<LogHits> first = find(log.id(), {});
        QCOMPARE(first->reached, LogHits::MostAtOnce);
        QCOMPARE(first->last, last);
        const Result<LogHits> rest = find(log.id(), {}, { first->reached });
        QCOMPARE(listed(rest->lines), u"16385 16386 16387"_s);
        QCOMPARE(rest->reached, last);
        QCOMPARE(listed(find(log.id(), {}, { 5, 8 })->lines), u"6 7 8"_s);
        QCOMPARE(find(log.id(), {}, { 5, 8 })->reached, 8);
        QVERIFY(find(log.id(), {}, { 8, 5 })->lines.isEmpty());
        QVERIFY(find(log.id(), {}, { last + 10 })->lines.isEmpty());
        QCOMPARE(find(log.id(), {}, { -10, 2 })->lines.size(), 2);
    }

    void readsWhatIsAskedFor()
    {
        LogBuilder log;
        ExecutionEvents events = log.beginning({ u"a"_s });
        events += log.wholeStep(u"a"_s, u"Done"_s); // 4 to 9
        QVERIFY(answerOf(m_store->append(events)).ok());
        const LogScan scan(m_store.get());
        const Result<ExecutionEvents> some = answerOf(scan.events(log.id(), { 9, 2, 70 }));
        QCOMPARE(some->size(), 2);
        QCOMPARE(some->at(0), events.at(8));
        const Result<LogEntryList> entries = answerOf(scan.entries(log.id(), { 4, 9 }));
        QCOMPARE(entries->size(), std::size_t(2));
        QCOMPARE(entries->at(0).stepName, u"A"_s); // of the plan
        QCOMPARE(entries->at(0).correlationId, u"run-a"_s); // of what came after
        QCOMPARE(entries->at(1).id, 9);
    }

    void stepsWithoutARunHaveNone()
    {
        LogBuilder log;
        ExecutionEvents events = log.beginning({ u"a"_s });
        events << log.step("step_started", u"a"_s) << log.step("step_retrying", u"a"_s)
               << log.step("step_started", u"a"_s)
               << log.step("step_run_bound", u"a"_s, { { "agent_run_id", "r2" } });
        QVERIFY(answerOf(m_store->append(events)).ok());
        const Result<LogEntryList> entries
            = answerOf(LogScan(m_store.get()).entries(log.id(), { 4, 6 }));
        QCOMPARE(entries->at(0).correlationId, QString());
        QCOMPARE(entries->at(1).correlationId, u"r2"_s);
    }

    void placesInTime()
    {
        LogBuilder log;
        ExecutionEvents events = log.beginning({ u"a"_s });
        events += log.wholeStep(u"a"_s, u"x"_s);
        QVERIFY(answerOf(m_store->append(events)).ok());
        const LogScan scan(m_store.get());
        for (const ExecutionEvent &event : std::as_const(events))
            QCOMPARE(*answerOf(scan.seqAt(log.id(), event.timestamp)), event.seq);
        QCOMPARE(*answerOf(scan.seqAt(log.id(), Timestamp())), 1);
        QCOMPARE(*answerOf(scan.seqAt(log.id(), fromMicroseconds(1LL << 60))), log.lastSeq());
    }

    void damagedEventsAreShownRatherThanHidden()
    {
        LogBuilder log;
        QVERIFY(answerOf(m_store->append(log.beginning({ u"a"_s }) << log.log(u"slow"_s))).ok());
        RawDatabase raw(m_dir->filePath(u"renum.db"_s));
        QVERIFY(raw.run(u"UPDATE renum_execution_events SET data = '{\"cut' WHERE seq = 4"_s));
        const Result<LogHits> hits = find(log.id(), { .levels = { LogLevel::Critical } });
        QCOMPARE(listed(hits->lines), u"4"_s);
        QCOMPARE(answerOf(LogScan(m_store.get()).events(log.id(), { 4 })).error().code,
            QLatin1StringView(code::StoreCorrupt));
    }

    void unknownExecutions()
    {
        const LogScan scan(m_store.get());
        const ExecutionId ghost(u"ghost"_s);
        const QLatin1StringView notFound(code::NotFound);
        QCOMPARE(find(ghost, {}).error().code, notFound);
        QCOMPARE(answerOf(scan.events(ghost, { 1 })).error().code, notFound);
        QCOMPARE(answerOf(scan.entries(ghost, { 1 })).error().code, notFound);
        QCOMPARE(answerOf(scan.seqAt(ghost, {})).error().code, notFound);
    }

    void typedTexts()
    {
        QCOMPARE(searchedTexts(u"  two  words "_s), (QStringList { u"two"_s, u"words"_s }));
        QCOMPARE(searchedTexts(u"\"a phrase\" and"_s), (QStringList { u"a phrase"_s, u"and"_s }));
        QCOMPARE(searchedTexts(u"open\"end of it"_s), (QStringList { u"open"_s, u"end of it"_s }));
        QCOMPARE(searchedTexts(u"\"\" same same"_s), QStringList { u"same"_s });
        QCOMPARE(searchedTexts(QString(1000, u'x')).first().size(), 200);
        QVERIFY(searchedTexts(u"a b c d e f g h i j k l m n o p q r s t"_s).size() <= 16);
    }

private:
    Result<LogHits> find(
        const ExecutionId &id, const LogFilter &filter, const LogStretch &stretch = {})
    {
        return answerOf(LogScan(m_store.get()).find(id, filter, stretch));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestLogScan)
#include "tst_log_scan.moc"
