// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/format.h"

#include <QLocale>
#include <QTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Format : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void durations_data();
    void durations();
    void clocks();
    void counts_data();
    void counts();
    void tokens();
    void datesFollowTheRegion();
    void numbersFollowTheRegion();
    void everyStrategyHasAName();
};

void tst_Format::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << u"0.0 s"_s;
    QTest::newRow("zero") << qint64(0) << u"0.0 s"_s;
    QTest::newRow("seconds") << qint64(18'249) << u"18.2 s"_s;
    QTest::newRow("below a minute") << qint64(59'999) << u"59.9 s"_s;
    QTest::newRow("minutes") << qint64(65'400) << u"1 min 05 s"_s;
    QTest::newRow("below an hour") << qint64(3'599'999) << u"59 min 59 s"_s;
    QTest::newRow("hours") << qint64(7'380'000) << u"2 h 03 min"_s;
}

void tst_Format::durations()
{
    QFETCH(const qint64, milliseconds);
    QTEST(format::duration(std::chrono::milliseconds(milliseconds)), "text");
}

void tst_Format::clocks()
{
    QCOMPARE(format::clock(41s), u"00:41"_s);
    QCOMPARE(format::clock(-1s), u"00:00"_s);
    QCOMPARE(format::clock(3723s), u"1:02:03"_s);
}

void tst_Format::counts_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << qint64(874) << u"874"_s;
    QTest::newRow("thousands") << qint64(9'120) << u"9.1k"_s;
    QTest::newRow("last of the thousands") << qint64(999'949) << u"999.9k"_s;
    QTest::newRow("first of the millions") << qint64(999'950) << u"1.0M"_s;
    QTest::newRow("millions") << qint64(12'340'000) << u"12.3M"_s;
}

void tst_Format::counts()
{
    QFETCH(const qint64, number);
    QTEST(format::count(number), "text");
}

void tst_Format::tokens()
{
    Usage usage;
    QCOMPARE(format::tokens(usage), QString());
    usage.tokensInput = 9'000;
    QCOMPARE(format::tokens(usage), u"9.0k tok"_s);
    usage.tokensOutput = 120;
    usage.estimated = true;
    QCOMPARE(format::tokens(usage), u"≈ 9.1k tok"_s);
}

void tst_Format::datesFollowTheRegion()
{
    const Timestamp noon { std::chrono::seconds(1'767'268'800) };
    const QDateTime local = QDateTime::fromSecsSinceEpoch(1'767'268'800);
    for (const QLocale &locale : { QLocale(QLocale::Portuguese, QLocale::Brazil),
             QLocale(QLocale::English, QLocale::UnitedStates) }) {
        QLocale::setDefault(locale);
        QCOMPARE(format::dateTime(noon), locale.toString(local, QLocale::ShortFormat));
        QCOMPARE(
            format::shortDate(noon, noon), locale.toString(local.time(), QLocale::ShortFormat));
        QCOMPARE(format::shortDate(noon, noon + std::chrono::days(3)),
            locale.toString(local.date(), QLocale::ShortFormat));
    }
}

void tst_Format::numbersFollowTheRegion()
{
    QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
    QCOMPARE(format::duration(18'200ms), u"18,2 s"_s);
    QCOMPARE(format::count(9'120), u"9,1k"_s);
}

void tst_Format::everyStrategyHasAName()
{
    QStringList names;
    for (const WorkflowType type : { WorkflowType::Sequential, WorkflowType::Parallel,
             WorkflowType::Pipeline, WorkflowType::Conditional })
        names.append(format::workflowType(type));
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
}

QTEST_MAIN(tst_Format)
#include "tst_format.moc"
