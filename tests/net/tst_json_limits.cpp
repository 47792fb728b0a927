// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/json_limits.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using renum::Json;
using renum::JsonLimits;
using renum::parseJson;

class JsonLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void parses_data();
    void parses();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void boundsTheSize();
    void boundsTheDepth_data();
    void boundsTheDepth();
    void survivesExtremeNesting();
    void keepsNumbers();
};

void JsonLimitsTest::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &canonical) {
        QTest::newRow(name) << text << canonical;
    };
    row("object", R"( {"b": 1, "a": [true, null]} )", R"({"a":[true,null],"b":1})");
    row("scalar", "5", "5");
    row("string", R"("é\u00e9\n")", "\"\xC3\xA9\xC3\xA9\\n\"");
    row("surrogate pair", R"("\ud83d\ude00")", "\"\xF0\x9F\x98\x80\"");
    row("BOM", "\xEF\xBB\xBF{}", "{}");
    row("last of equal keys", R"({"a":1,"a":2})", R"({"a":2})");
    row("brackets in strings", R"(["[[[[","{\"{\\"])", R"(["[[[[","{\"{\\"])");
    row("escaped NUL", R"("a\u0000b")", R"("a\u0000b")");
}

void JsonLimitsTest::parses()
{
    QFETCH(const QByteArray, text);
    const auto value = parseJson(text);
    QVERIFY(value);
    QTEST(renum::canonicalJson(*value), "canonical");
}

void JsonLimitsTest::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *name, const QByteArray &text, int offset) {
        QTest::newRow(name) << text << offset;
    };
    row("nothing", "", 1);
    row("HTML", "<!DOCTYPE html><html></html>", 1);
    row("cut", R"({"a": [1, 2)", 12);
    row("trailing comma", "[1,]", 4);
    row("two values", "{} {}", 4);
    row("single quotes", "{'a':1}", 2);
    row("comment", "[1 /* one */]", 4);
    row("NaN", "[NaN]", 2);
    row("leading zero", "[01]", 3);
    row("number beyond double", "[1e999]", 6);
    row("lone surrogate", R"("\ud800")", 8);
    row("raw line break in a string", "\"a\nb\"", 3);
    row("invalid UTF-8", "{\"a\":\"\xFF\"}", 7);
    row("overlong UTF-8", "\"\xC0\xAF\"", 2);
    row("cut UTF-8", "\"\xE2\x82\"", 4);
    row("UTF-16", QByteArray("{\0}\0", 4), 2);
    row("NUL after the value", QByteArray("{}\0", 3), 3);
}

void JsonLimitsTest::refusesWhatIsNotJson()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, offset);
    const auto value = parseJson(text);
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"json_invalid"_s);
    QVERIFY(value.error().category == renum::ErrorCategory::InvalidInput);
    QCOMPARE(value.error().args.value(u"offset"_s).toInt(), offset);
    QVERIFY(value.error().message.contains(u"byte %1"_s.arg(offset)));
}

void JsonLimitsTest::boundsTheSize()
{
    const JsonLimits limits { 10, 64 };
    QVERIFY(parseJson("\"12345678\"", limits));
    const auto above = parseJson("\"123456789\"", limits);
    QVERIFY(!above);
    QCOMPARE(above.error().code, u"json_too_large"_s);
    QCOMPARE(above.error().args.value(u"size"_s).toInt(), 11);
    QCOMPARE(above.error().args.value(u"limit"_s).toInt(), 10);
}

void JsonLimitsTest::boundsTheDepth_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("scalar") << QByteArray("1") << true;
    QTest::newRow("at the limit") << QByteArray(R"([{"a":[1]},{"b":[2]}])") << true;
    QTest::newRow("arrays above") << QByteArray("[[[[]]]]") << false;
    QTest::newRow("objects above") << QByteArray(R"({"a":{"b":{"c":{}}}})") << false;
    QTest::newRow("wide is not deep") << QByteArray("[[[]],[[]],[[]],[[]]]") << true;
    QTest::newRow("brackets in a string") << QByteArray(R"([[["[[[[{{{{\"[[["]]])") << true;
    QTest::newRow("after an escaped backslash") << QByteArray(R"(["\\",[[[]]]])") << false;
}

void JsonLimitsTest::boundsTheDepth()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);
    const auto value = parseJson(text, { 1000, 3 });
    QCOMPARE(value.ok(), accepted);
    if (!accepted) {
        QCOMPARE(value.error().code, u"json_too_deep"_s);
        QCOMPARE(value.error().args.value(u"limit"_s).toInt(), 3);
    }
}

void JsonLimitsTest::survivesExtremeNesting()
{
    constexpr qsizetype Million = 1'000'000;
    for (const char *open : { "[", "{\"a\":" }) {
        const auto value = parseJson(QByteArray(open).repeated(Million), { 10 * Million, 64 });
        QVERIFY(!value);
        QCOMPARE(value.error().code, u"json_too_deep"_s);
    }
    QCOMPARE(parseJson(QByteArray(Million, ']')).error().code, u"json_invalid"_s);
}

void JsonLimitsTest::keepsNumbers()
{
    const auto value = parseJson(
        "[9223372036854775807,-9223372036854775808,18446744073709551615,1.5,-0,1e2,5e-324]");
    QVERIFY(value);
    QVERIFY((*value)[0].is_number_integer());
    QCOMPARE((*value)[0].get<qint64>(), std::numeric_limits<qint64>::max());
    QCOMPARE((*value)[1].get<qint64>(), std::numeric_limits<qint64>::min());
    QCOMPARE((*value)[2].get<quint64>(), std::numeric_limits<quint64>::max());
    QCOMPARE((*value)[3].get<double>(), 1.5);
    QCOMPARE((*value)[5].get<double>(), 100.0);
    QVERIFY((*value)[6].get<double>() > 0);
}

QTEST_GUILESS_MAIN(JsonLimitsTest)
#include "tst_json_limits.moc"
