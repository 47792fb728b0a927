// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_texts.h"
#include "ui/monitor/log/clock_text.h"
#include "ui/monitor/log/flow_layout.h"
#include "ui/monitor/log/log_look.h"
#include "ui/monitor/log/log_text.h"
#include "ui/monitor/log/single_line.h"

#include <QLabel>
#include <QTest>
#include <QWidget>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// The parts of the log view that need no window.
class TestLogParts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void clocks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("milliseconds"); // -1: none
        QTest::newRow("seconds") << u" 18 "_s << 18'000;
        QTest::newRow("minutes") << u"1:05"_s << 65'000;
        QTest::newRow("tenths") << u"00:18.2"_s << 18'200;
        QTest::newRow("comma") << u"00:18,25"_s << 18'250;
        QTest::newRow("hours") << u"1:02:03"_s << 3'723'000;
        QTest::newRow("many minutes") << u"90:00"_s << 5'400'000;
        QTest::newRow("empty") << QString() << -1;
        QTest::newRow("words") << u"soon"_s << -1;
        QTest::newRow("too much") << u"1:2:3:4"_s << -1;
        QTest::newRow("too large") << u"99999999999999"_s << -1;
        QTest::newRow("negative") << u"-3"_s << -1;
    }
    void clocks()
    {
        QFETCH(const QString, text);
        const auto read = clockFromText(text);
        QTEST(read ? static_cast<int>(read->count()) : -1, "milliseconds");
    }

    void lines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("breaks") << u"a\nb\r\n\tc"_s << u"a b c"_s;
        QTest::newRow("ANSI codes")
            << u"\x1b[31mred\x1b[0m and \x1b]0;title"_s << u"red and itle"_s;
        QTest::newRow("turned writing") << u"a\u202Eb\u2066c\u200F"_s << u"a b c"_s;
        QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a b c"_s;
        QTest::newRow("HTML stays words") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void lines()
    {
        QFETCH(const QString, text);
        QTEST(singleLine(text), "line");
    }

    void longLinesAreCut() { QCOMPARE(singleLine(QString(5'000'000, u'x')).size(), 300); }

    void everyKindOfEventHasASentence()
    {
        for (const LogKind &kind : logKinds()) {
            ExecutionEvent event;
            event.seq = 7;
            event.type = kind.eventType;
            event.eventType = kind.eventType;
            event.data["kind"] = "tool_call"; // of step_output
            const std::optional<LogLine> line = logLine(event, {});
            QVERIFY2(line, qPrintable(kind.eventType));
            QVERIFY2(!line->text.isEmpty(), qPrintable(kind.eventType));
            QVERIFY(line->isKnown);
            QCOMPARE(line->seq, 7);
        }
    }

    void thereIsALineWhereTheLogHasAnEntry()
    {
        ExecutionEvent event;
        event.eventType = u"execution_progress"_s;
        QVERIFY(!logLine(event, {}));
        event.eventType = u"step_output"_s;
        event.data["kind"] = "assistant";
        QVERIFY(!logLine(event, {}));
        event.eventType = u"unheard_of"_s;
        QVERIFY(!logLine(event, {})->isKnown);
    }

    void sentencesAreSearched()
    {
        QVERIFY(typesSaying(u"STARTED"_s).contains(u"step_started"_s));
        QVERIFY(!typesSaying(u"started"_s).contains(u"step_completed"_s));
        QVERIFY(typesSaying(u"context"_s).contains(u"context_change"_s));
        QVERIFY(typesSaying(u"xyzzy"_s).isEmpty());
    }

    void hitsAreMarkedWithoutOverlaps()
    {
        using R = TextRange;
        QCOMPARE(found(u"Bike bike"_s, { u"bike"_s }), (std::vector { R { 0, 4 }, R { 5, 4 } }));
        QCOMPARE(found(u"abcab"_s, { u"abc"_s, u"bc"_s, u"ab"_s }),
            (std::vector { R { 0, 3 }, R { 3, 2 } }));
        QVERIFY(found(u"abc"_s, { QString(), u"x"_s }).empty());
    }

    void chipsFlow()
    {
        QWidget box;
        auto *layout = new FlowLayout(&box);
        layout->setContentsMargins(0, 0, 0, 0);
        for (int i = 0; i < 3; ++i) {
            auto *label = new QLabel(&box);
            label->setFixedSize(40, 10);
            layout->addWidget(label);
        }
        QCOMPARE(layout->heightForWidth(400), 10);
        QCOMPARE(layout->heightForWidth(100), 24); // two lines
        layout->setGeometry({ 0, 0, 100, 24 });
        QCOMPARE(layout->itemAt(2)->geometry(), QRect(0, 14, 40, 10));
        box.setLayoutDirection(Qt::RightToLeft);
        layout->setGeometry({ 0, 0, 100, 24 });
        QCOMPARE(layout->itemAt(0)->geometry(), QRect(60, 0, 40, 10));
        QVERIFY(!layout->takeAt(5));
    }
};

QTEST_MAIN(TestLogParts)
#include "tst_log_parts.moc"
