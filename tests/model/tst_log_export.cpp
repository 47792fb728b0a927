// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_export.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

LogEntry entryOf(const QString &message)
{
    LogEntry entry;
    entry.id = 7;
    entry.executionId = ExecutionId(u"x"_s);
    entry.timestamp = fromMicroseconds(1'770'000'000'000'000);
    entry.agentId = AgentId(u"a"_s);
    entry.message = message;
    entry.details = { { "n", 1 } };
    return entry;
}

} // namespace

/// Contract §1.5.8: a log as a file.
class TestLogExport : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void formatsByName()
    {
        QVERIFY(logFormatFromString(u"json"_s) == LogFormat::JsonArray);
        QVERIFY(logFormatFromString(u"NDJSON"_s) == LogFormat::JsonLines);
        QVERIFY(logFormatFromString(u"csv"_s) == LogFormat::Csv);
        QVERIFY(logFormatFromString(u"txt"_s) == LogFormat::Text);
        QVERIFY(!logFormatFromString(u"xlsx"_s));
    }

    void json()
    {
        const LogEntryList log { entryOf(u"one"_s), entryOf(u"two\nlines"_s) };
        const Json all = Json::parse(exported(log, LogFormat::JsonArray).toStdString());
        QCOMPARE(all, Json::array({ toJson(log[0]), toJson(log[1]) }));
        QCOMPARE(Json::parse(exported({}, LogFormat::JsonArray).toStdString()), Json::array());
        const QByteArrayList lines = exported(log, LogFormat::JsonLines).split('\n');
        QCOMPARE(lines.size(), 3); // the last one is empty
        QCOMPARE(Json::parse(lines[1].toStdString()), toJson(log[1]));
        QCOMPARE(exported({}, LogFormat::JsonLines), QByteArray());
    }

    void csv()
    {
        const QByteArray csv = exported({ entryOf(u"says \"no\", twice"_s) }, LogFormat::Csv);
        const QByteArrayList lines = csv.split('\n');
        QCOMPARE(lines[0],
            QByteArray("\"log_id\",\"timestamp\",\"level\",\"category\",\"agent_id\",\"step_name\","
                       "\"message\",\"correlation_id\",\"execution_id\",\"details\"\r"));
        QCOMPARE(lines[1],
            QByteArray("\"7\",\"2026-02-02T02:40:00.000Z\",\"info\",\"execution\",\"a\",\"\","
                       "\"says \"\"no\"\", twice\",\"\",\"x\",\"{\"\"n\"\":1}\"\r"));
    }

    void csvHoldsNoFormula_data()
    {
        QTest::addColumn<QString>("message");
        for (const char *message :
            { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "|calc", "%0A=1" })
            QTest::newRow(message) << QString::fromLatin1(message);
    }
    void csvHoldsNoFormula()
    {
        QFETCH(const QString, message);
        const QByteArray csv = exported({ entryOf(message) }, LogFormat::Csv);
        QVERIFY2(csv.contains(QString(u",\"'"_s + message + u"\","_s).toUtf8()), csv.constData());
    }

    void textIsOneSafeLine()
    {
        const QByteArray text
            = exported({ entryOf(u"one\n2026 forged\x1b[31m\u2028end"_s) }, LogFormat::Text);
        QCOMPARE(text.count('\n'), 1);
        QVERIFY(!text.contains('\x1b'));
        QVERIFY2(text.contains("INFO      execution    a: one 2026 forged [31m end\n"),
            text.constData());
    }
};

QTEST_GUILESS_MAIN(TestLogExport)
#include "tst_log_export.moc"
