// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/condition_value.h"
#include "core/workflow/editing/schema_example.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestConditionValue : public QObject {
    Q_OBJECT

private slots:
    void isWrittenAndReadBack_data();
    void isWrittenAndReadBack();
    void readsWhatAPersonWrites_data();
    void readsWhatAPersonWrites();
    void takesAnotherForm_data();
    void takesAnotherForm();
    void schemasHaveExamples_data();
    void schemasHaveExamples();
    void examplesOfEndlessSchemasEnd();
};

void TestConditionValue::isWrittenAndReadBack_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *value, ValueForm form, const QString &text) {
        QTest::newRow(value) << QByteArray(value) << int(form) << text;
    };
    row("'technical'", ValueForm::Text, u"technical"_s);
    row("''", ValueForm::Text, QString());
    row("' 12 '", ValueForm::Text, u" 12 "_s);
    row("12", ValueForm::Number, u"12"_s);
    row("-1.5", ValueForm::Number, u"-1.5"_s);
    row("true", ValueForm::Flag, u"true"_s);
    row("false", ValueForm::Flag, u"false"_s);
    row("[]", ValueForm::List, QString());
    row("['a','b c',3,true,null]", ValueForm::List, u"a, b c, 3, true, null"_s);
    row("['3','true','','a,b',' x','say \\'yes']", ValueForm::List,
        u"\"3\", \"true\", \"\", \"a,b\", \" x\", \"say \\\"yes\""_s);
    row("['{','[1]']", ValueForm::List, u"{, [1]"_s);
    row("[[1],{}]", ValueForm::Any, u"[[1],{}]"_s);
    row("{'a':1}", ValueForm::Any, u"{\"a\":1}"_s);
    row("null", ValueForm::Any, u"null"_s);
}

void TestConditionValue::isWrittenAndReadBack()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, form);
    const Json before = json(value);
    QCOMPARE(int(formOf(before)), form);
    const QString text = valueText(before, ValueForm(form));
    QTEST(text, "text");
    const auto after = readValue(text, ValueForm(form));
    QVERIFY(after);
    QCOMPARE(canonicalJson(*after), canonicalJson(before));
}

void TestConditionValue::readsWhatAPersonWrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("value"); // empty: none
    const auto row = [](const QString &text, ValueForm form, const QString &value) {
        QTest::addRow("%s as %d", qPrintable(text.left(20)), int(form))
            << text << int(form) << value;
    };
    row(u" 3 "_s, ValueForm::Number, u"3"_s);
    row(u"1e3"_s, ValueForm::Number, u"1000.0"_s);
    row(u"1,5"_s, ValueForm::Number, {});
    row(u"three"_s, ValueForm::Number, {});
    row(QString(), ValueForm::Number, {});
    row(u"yes"_s, ValueForm::Flag, {});
    row(u"a,,b, "_s, ValueForm::List, u"[\"a\",\"b\"]"_s);
    row(u"\"a, b\", \"c"_s, ValueForm::List, u"[\"a, b\",\"\\\"c\"]"_s);
    row(u"[1, 2]"_s, ValueForm::Any, u"[1,2]"_s);
    row(u"[1, 2"_s, ValueForm::Any, {});
    row(QString(200'000, u'['), ValueForm::Any, {});
    row(QString(300, u'['), ValueForm::Any, {});
}

void TestConditionValue::readsWhatAPersonWrites()
{
    QFETCH(const QString, text);
    QFETCH(const int, form);
    const auto value = readValue(text, ValueForm(form));
    QTEST(value ? compactJsonText(*value) : QString(), "value");
}

void TestConditionValue::takesAnotherForm_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("converted");
    const auto row = [](const char *value, ValueForm form, const char *converted) {
        QTest::addRow("%s to %d", value, int(form))
            << QByteArray(value) << int(form) << QByteArray(converted);
    };
    row("'12'", ValueForm::Number, "12");
    row("'twelve'", ValueForm::Number, "0");
    row("12", ValueForm::Text, "'12'");
    row("null", ValueForm::Text, "''");
    row("true", ValueForm::Text, "'true'");
    row("'true'", ValueForm::Flag, "true");
    row("3", ValueForm::Flag, "false");
    row("'a, b'", ValueForm::List, "['a','b']");
    row("['a','b']", ValueForm::Text, "'a, b'");
    row("['a']", ValueForm::List, "['a']");
    row("'a'", ValueForm::Any, "'a'");
}

void TestConditionValue::takesAnotherForm()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, form);
    QFETCH(const QByteArray, converted);
    QCOMPARE(canonicalJson(convertedValue(json(value), ValueForm(form))),
        canonicalJson(json(converted)));
}

void TestConditionValue::schemasHaveExamples_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("example");
    const auto row = [](const char *schema, const QString &example) {
        QTest::newRow(schema) << QByteArray(schema) << example;
    };
    row("{'type':'object','properties':{'n':{'type':'integer'},'s':{'type':'string'}}}",
        u"{\"n\":1,\"s\":\"…\"}"_s);
    row("{'properties':{'c':{'enum':['technical','billing']}}}", u"{\"c\":\"technical\"}"_s);
    row("{'type':'array','items':{'type':'boolean'}}", u"[true]"_s);
    row("{'type':'array'}", u"[]"_s);
    row("{'type':['null','string']}", u"null"_s);
    row("{'type':'number','minimum':5}", u"5"_s);
    row("{'type':'string','examples':['x']}", u"\"x\""_s);
    row("{'const':3}", u"3"_s);
    row("{'default':'d'}", u"\"d\""_s);
    row("{'type':'object','properties':3}", u"{}"_s);
    row("'no schema'", u"\"…\""_s);
    row("{'type':[],'enum':[]}", u"\"…\""_s);
}

void TestConditionValue::schemasHaveExamples()
{
    QFETCH(const QByteArray, schema);
    QTEST(compactJsonText(schemaExample(json(schema))), "example");
}

void TestConditionValue::examplesOfEndlessSchemasEnd()
{
    Json schema { { "type", "array" } };
    for (int i = 0; i < 60; ++i)
        schema = Json { { "type", "array" }, { "items", schema } };
    QVERIFY(canonicalJson(schemaExample(schema)).size() < 100);
}

QTEST_GUILESS_MAIN(TestConditionValue)
#include "tst_condition_value.moc"
