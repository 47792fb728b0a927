// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/timestamp.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class TestTimestamp : public QObject {
    Q_OBJECT

private slots:
    void writesRfc3339InUtc()
    {
        QCOMPARE(toRfc3339(fromMicroseconds(0)), u"1970-01-01T00:00:00.000Z"_s);
        QCOMPARE(toRfc3339(fromMicroseconds(1'767'225'662'123'456)), u"2026-01-01T00:01:02.123Z"_s);
        QCOMPARE(toRfc3339(fromMicroseconds(-1)), u"1969-12-31T23:59:59.999Z"_s);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        const qint64 base = 1'767'225'662'000'000;
        QTest::newRow("Z") << u"2026-01-01T00:01:02Z"_s << base;
        QTest::newRow("milliseconds") << u"2026-01-01T00:01:02.123Z"_s << base + 123'000;
        QTest::newRow("nanoseconds") << u"2026-01-01T00:01:02.123456789Z"_s << base + 123'456;
        QTest::newRow("offset") << u"2026-01-01T02:01:02+02:00"_s << base;
        QTest::newRow("negative offset") << u"2025-12-31T21:01:02-0300"_s << base;
        QTest::newRow("naive is UTC") << u"2026-01-01T00:01:02"_s << base;
        QTest::newRow("leap day") << u"2024-02-29T00:00:00Z"_s << qint64(1'709'164'800'000'000);
        QTest::newRow("before 1970") << u"1969-12-31T23:59:59.75Z"_s << qint64(-250'000);
        QTest::newRow("last second of a day")
            << u"2025-12-31T23:59:59Z"_s << qint64(1'767'225'599'000'000);
        QTest::newRow("space") << u" 2026-01-01 00:01:02.5+00:00 "_s << base + 500'000;
    }
    void reads()
    {
        QFETCH(QString, text);
        const std::optional<Timestamp> time = fromRfc3339(text);
        QVERIFY(time.has_value());
        QTEST(toMicroseconds(*time), "micros");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << u"yesterday"_s;
        QTest::newRow("date only") << u"2026-01-01"_s;
        QTest::newRow("month 13") << u"2026-13-01T00:00:00Z"_s;
        QTest::newRow("day 30 of February") << u"2026-02-30T00:00:00Z"_s;
        QTest::newRow("no leap day") << u"2025-02-29T00:00:00Z"_s;
        QTest::newRow("day 0") << u"2026-01-00T00:00:00Z"_s;
        QTest::newRow("minute 60") << u"2026-01-01T00:60:00Z"_s;
        QTest::newRow("second 60") << u"2026-01-01T00:00:60Z"_s;
        QTest::newRow("other digits") << u"\u0662026-01-01T00:00:00Z"_s;
        QTest::newRow("hour 25") << u"2026-01-01T25:00:00Z"_s;
        QTest::newRow("offset of 99 h") << u"2026-01-01T00:00:00+99:00"_s;
        QTest::newRow("trailing") << u"2026-01-01T00:00:00Zx"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!fromRfc3339(text).has_value());
    }

    void roundTripsToMilliseconds()
    {
        const Timestamp time = fromMicroseconds(1'767'225'662'123'000);
        QVERIFY(fromRfc3339(toRfc3339(time)) == time);
    }
};

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
