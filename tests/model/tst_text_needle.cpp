// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/model/text_needle.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

/// Looking for a text in JSON without parsing it.
class TestTextNeedle : public QObject {
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const QString &text, const Json &json, bool found) {
            QTest::newRow(name) << text << canonicalJson(json) << found;
        };
        row("value", u"bike"_s, { { "k", "Electric BIKEs" } }, true);
        row("name", u"bike"_s, { { "bike", "x" } }, false);
        row("name and value", u"bike"_s, { { "bike", "a bike" } }, true);
        row("nested", u"deep"_s, { { "a", { { { "b", { 1, "deep" } } } } } }, true);
        row("nested name", u"deep"_s, { { "a", { { { "deep", 1 } } } } }, false);
        row("number", u"4.25"_s, { { "n", 14.25 } }, true);
        row("true", u"true"_s, { { "n", true } }, true);
        row("quote", u"\"a\""_s, { { "n", "say \"A\"" } }, true);
        row("across an end", u"x\",\"y"_s, { "x", "y" }, false);
        row("backslash at the end", u"next"_s, { { "a", "path\\" }, { "b", "next" } }, true);
        row("backslash at the end of a value", u"b"_s, { { "a", "path\\" }, { "b", 1 } }, false);
        row("backslash", u"c:\\t"_s, { { "p", "C:\\temp" } }, true);
        row("line break", u"a\nb"_s, { { "p", "A\nB" } }, true);
        row("letter of an escape", u"nb"_s, { { "p", "a\nb" } }, false);
        row("letter after a backslash", u"nb"_s, { { "p", "a\\nb" } }, true);
        row("accents", u"SÃO"_s, { { "p", "são paulo" } }, true);
        row("no accents", u"sao"_s, { { "p", "são paulo" } }, false);
        row("right to left", u"שלום"_s, { { "p", "שלום עולם" } }, true);
        row("emoji", u"🚲"_s, { { "p", "a 🚲!" } }, true);
        row("longer than all", QString(300, u'x'), { { "p", "xxx" } }, false);
        row("empty text", QString(), { { "p", "xxx" } }, true);
        row("text alone", u"on"_s, "alone", true);
    }
    void values()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, json);
        QTEST(TextNeedle(text).isInValuesOf(json), "found");
    }

    void brokenJsonIsSearchedToItsEnd()
    {
        QVERIFY(TextNeedle(u"cut"_s).isInValuesOf("{\"a\":\"cut"));
        QVERIFY(!TextNeedle(u"more"_s).isInValuesOf("{\"a\":\"cut\\"));
        QVERIFY(!TextNeedle(u"more"_s).isInValuesOf("\""));
        QVERIFY(!TextNeedle(u"more"_s).isInValuesOf(""));
    }

    void patterns()
    {
        QCOMPARE(TextNeedle(u"100%_a\\"_s).likePattern(), u"%100\\%\\_a\\\\\\\\%"_s);
        QCOMPARE(TextNeedle(u"são"_s).likePattern(), u"%s_o%"_s);
        QCOMPARE(TextNeedle(u"🚲"_s).likePattern(), u"%_%"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextNeedle)
#include "tst_text_needle.moc"
