// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/form_parser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using renum::sim::FormData;
using renum::sim::parseForm;

class TestFormParser : public QObject {
    Q_OBJECT

private slots:
    void multipart();
    void repeatedFieldTakesTheLast();
    void binaryValueIsKept();
    void boundaryMayBeQuoted();
    void urlEncoded();
    void hostile_data();
    void hostile();
    void manyFieldsAreRefused();
};

namespace {

const QByteArray Type = "multipart/form-data; boundary=X";

QByteArray part(const QByteArray &name, const QByteArray &value)
{
    return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

} // namespace

void TestFormParser::multipart()
{
    const QByteArray body = part("prompt", "Olá, mundo") + part("agent_id", "agt-1")
        + "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a \\\"b\\\".txt\"\r\n"
          "Content-Type: text/plain\r\n\r\nhello\r\n--X--\r\n";
    const auto form = parseForm(Type, body);
    QVERIFY(form);
    QCOMPARE(form->text(u"prompt"_s), u"Olá, mundo"_s);
    QCOMPARE(form->text(u"agent_id"_s), u"agt-1"_s);
    QVERIFY(!form->text(u"files"_s)); // a file is no text
    QCOMPARE(form->fileNames(), QStringList { u"a \"b\".txt"_s });
    QCOMPARE(form->fields.at(2).value, QByteArray("hello"));
}

void TestFormParser::repeatedFieldTakesTheLast()
{
    const auto form = parseForm(Type, part("a", "1") + part("a", "2") + "--X--");
    QVERIFY(form);
    QCOMPARE(form->text(u"a"_s), u"2"_s);
}

void TestFormParser::binaryValueIsKept()
{
    const QByteArray value("line\r\n--\r\n\0--Y", 14);
    const auto form = parseForm(Type, part("a", value) + "--X--");
    QVERIFY(form);
    QCOMPARE(form->fields.at(0).value, value);
}

void TestFormParser::boundaryMayBeQuoted()
{
    const auto form
        = parseForm("Multipart/Form-Data; charset=utf-8; boundary=\"X\"", part("a", "1") + "--X--");
    QVERIFY(form);
    QCOMPARE(form->text(u"a"_s), u"1"_s);
}

void TestFormParser::urlEncoded()
{
    const auto form = parseForm(
        "application/x-www-form-urlencoded", "name=Release+notes&x=%C3%A9%20%2B&flag&=1");
    QVERIFY(form);
    QCOMPARE(form->text(u"name"_s), u"Release notes"_s);
    QCOMPARE(form->text(u"x"_s), u"é +"_s);
    QCOMPARE(form->text(u"flag"_s), QString(u""_s));
    QVERIFY(!form->text(u"missing"_s));
}

void TestFormParser::hostile_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no type") << QByteArray() << part("a", "1") + "--X--";
    QTest::newRow("another type") << QByteArray("application/json") << QByteArray("{}");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << part("a", "1") + "--X--";
    QTest::newRow("empty boundary")
        << QByteArray("multipart/form-data; boundary=\"\"") << QByteArray("----");
    QTest::newRow("endless boundary")
        << QByteArray("multipart/form-data; boundary=" + QByteArray(71, 'b')) << QByteArray("x");
    QTest::newRow("empty body") << Type << QByteArray();
    QTest::newRow("never closed") << Type << part("a", "1");
    QTest::newRow("cut in the headers") << Type << QByteArray("--X\r\nContent-Disposition: form-");
    QTest::newRow("no headers") << Type << QByteArray("--X\r\nvalue\r\n--X--");
    QTest::newRow("no disposition")
        << Type << QByteArray("--X\r\nContent-Type: text/plain\r\n\r\nv\r\n--X--");
    QTest::newRow("no name") << Type
                             << QByteArray(
                                    "--X\r\nContent-Disposition: form-data\r\n\r\nv\r\n--X--");
    QTest::newRow("attachment")
        << Type
        << QByteArray("--X\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--X--");
    QTest::newRow("huge headers") << Type
                                  << "--X\r\nA: " + QByteArray(9000, 'a')
            + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n--X--";
    QTest::newRow("delimiter only") << Type << QByteArray("--X");
}

void TestFormParser::hostile()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!parseForm(type, body));
}

void TestFormParser::manyFieldsAreRefused()
{
    QByteArray body;
    for (int index = 0; index < 1000; ++index)
        body += part("a", "1");
    QVERIFY(parseForm(Type, body + "--X--"));
    QVERIFY(!parseForm(Type, body + part("a", "1") + "--X--"));
    QVERIFY(!parseForm("application/x-www-form-urlencoded", QByteArray("a=1&").repeated(1001)));
}

QTEST_GUILESS_MAIN(TestFormParser)
#include "tst_form_parser.moc"
