// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class TestJson : public QObject {
    Q_OBJECT

private slots:
    void canonicalTextSortsKeysAndIsCompact()
    {
        const Json value = Json::parse(R"({"b": 1, "a": [true, null], "é": "ü"})");
        QCOMPARE(canonicalJson(value), QByteArray(R"({"a":[true,null],"b":1,"é":"ü"})"));
        QCOMPARE(compactJsonText(value), u"{\"a\":[true,null],\"b\":1,\"é\":\"ü\"}"_s);
        QVERIFY(prettyJson(value).contains("\n  \"a\": ["));
    }

    void brokenUtf8IsReplacedNotThrown()
    {
        const Json value(std::string("a\xff"
                                     "b"));
        QCOMPARE(canonicalJson(value),
            QByteArray("\"a\xEF\xBF\xBD"
                       "b\""));
    }

    void canonicalTextIsThatOfTheLibrary_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("scalars") << QByteArray(R"([null,true,false,0,-1,"",[],{}])");
        QTest::newRow("whole numbers")
            << QByteArray("[9223372036854775807,-9223372036854775808,18446744073709551615]");
        QTest::newRow("fractions") << QByteArray("[0.1,-0.0,1e300,1.0,123456789.125,5e-324]");
        QTest::newRow("nested") << QByteArray(R"({"a":{"b":[{"c":[[1],[2,3]]}]},"":{"d":"e"}})");
        QTest::newRow("escapes") << QByteArray(
            "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\u0000\\u001f\\u007f\"]");
        QTest::newRow("beyond ASCII")
            << QByteArray("[\"\xC3\xA9 \xE2\x82\xAC\",\"\xF0\x9F\x9A\xB2\"]");
        QTest::newRow("escaped names")
            << QByteArray("{\"a\\\"\\n\":1,\"\\u0001\":2,\"\\u00e9\":3}");
    }

    void canonicalTextIsThatOfTheLibrary()
    {
        QFETCH(QByteArray, text);
        const Json value = Json::parse(text.toStdString());
        QCOMPARE(canonicalJson(value), QByteArray::fromStdString(value.dump()));
    }

    /// Every byte before and after every other, valid UTF-8 or not.
    void everyPairOfBytesIsWrittenAsByTheLibrary()
    {
        for (int first = 0; first < 256; ++first) {
            for (int second = 0; second < 256; ++second) {
                const std::string text { 'a', char(first), char(second), 'z' };
                const Json value = { { text, text } };
                QCOMPARE(canonicalJson(value),
                    QByteArray::fromStdString(
                        value.dump(-1, ' ', false, Json::error_handler_t::replace)));
            }
        }
    }

    void loneSurrogateSurvivesAsText()
    {
        const QString text = QString(QChar(0xd800)) + u"x"_s;
        QVERIFY(canonicalJson(toJson(text)).endsWith("x\""));
    }

    void readersAreTolerant_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("asString");
        QTest::addColumn<bool>("asInteger");
        QTest::addColumn<bool>("asNumber");
        QTest::addColumn<bool>("asBool");
        QTest::newRow("string") << QByteArray(R"({"k":"v"})") << true << false << false << false;
        QTest::newRow("integer") << QByteArray(R"({"k":7})") << false << true << true << false;
        QTest::newRow("number") << QByteArray(R"({"k":7.5})") << false << false << true << false;
        QTest::newRow("bool") << QByteArray(R"({"k":true})") << false << false << false << true;
        QTest::newRow("null") << QByteArray(R"({"k":null})") << false << false << false << false;
        QTest::newRow("absent") << QByteArray(R"({})") << false << false << false << false;
        QTest::newRow("not an object") << QByteArray(R"([1])") << false << false << false << false;
        QTest::newRow("beyond int64")
            << QByteArray(R"({"k":18446744073709551615})") << false << false << true << false;
    }

    void readersAreTolerant()
    {
        QFETCH(QByteArray, text);
        const Json json = Json::parse(text.toStdString());
        QTEST(stringAt(json, "k").has_value(), "asString");
        QTEST(integerAt(json, "k").has_value(), "asInteger");
        QTEST(numberAt(json, "k").has_value(), "asNumber");
        QTEST(boolAt(json, "k").has_value(), "asBool");
    }

    void stringsConvertBothWays()
    {
        const QString text = u"São Paulo 🚲 \"quoted\"\n"_s;
        QCOMPARE(toQString(toJson(text)), text);
        QCOMPARE(toQString(Json(3)), QString());
        const Json viaAdl = text;
        QCOMPARE(viaAdl.get<QString>(), text);
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
