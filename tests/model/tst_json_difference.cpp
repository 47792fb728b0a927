// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json_difference.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// What is not the same, one word each: "~a.b 1>2", "+c 3", "-d 4".
void write(const JsonDifference &difference, const QString &path, QStringList &words)
{
    const QString here = path.isEmpty() ? difference.key : u"%1.%2"_s.arg(path, difference.key);
    const auto text = [](const Json *json) { return json ? compactJsonText(*json) : QString(); };
    switch (difference.kind) {
    case JsonDifference::Kind::Same:
        break;
    case JsonDifference::Kind::Added:
        words << u"+%1 %2"_s.arg(here, text(difference.after));
        break;
    case JsonDifference::Kind::Removed:
        words << u"-%1 %2"_s.arg(here, text(difference.before));
        break;
    case JsonDifference::Kind::Changed:
        if (!difference.isInside())
            words << u"~%1 %2>%3"_s.arg(here, text(difference.before), text(difference.after));
        for (const JsonDifference &child : difference.children)
            write(child, here, words);
        break;
    }
}

QString written(const Json &before, const Json &after)
{
    QStringList words;
    write(jsonDifference(before, after), {}, words);
    return words.join(u' ');
}

} // namespace

class TestJsonDifference : public QObject {
    Q_OBJECT

private slots:
    void differs_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, const char *before, const char *after, const QString &expected) {
                  QTest::newRow(name) << QByteArray(before) << QByteArray(after) << expected;
              };
        row("equal", R"({"a":[1,{"b":2}]})", R"({"a":[1,{"b":2}]})", {});
        row("value", R"({"a":1})", R"({"a":2})", u"~a 1>2"_s);
        row("type", R"({"a":1})", R"({"a":"1"})", u"~a 1>\"1\""_s);
        row("object for list", R"({"a":[]})", R"({"a":{}})", u"~a []>{}"_s);
        row("key added", R"({"b":1})", R"({"a":0,"b":1,"c":2})", u"+a 0 +c 2"_s);
        row("key removed", R"({"a":0,"b":1,"c":2})", R"({"b":1})", u"-a 0 -c 2"_s);
        row("inside", R"({"a":{"b":{"c":1,"d":2}}})", R"({"a":{"b":{"c":3,"d":2}}})",
            u"~a.b.c 1>3"_s);
        row("null is a value", R"({"a":null})", R"({"a":0})", u"~a null>0"_s);
        row("from nothing", "{}", R"({"a":1})", u"+a 1"_s);
        row("item put in", "[1,2,3]", "[1,9,2,3]", u"+1 9"_s);
        row("item taken out", "[1,2,3]", "[1,3]", u"-1 2"_s);
        row("item changed", R"([1,{"x":1,"y":2},3])", R"([1,{"x":1,"y":5},3])", u"~1.y 2>5"_s);
        row("all items differ", "[1,2]", "[3,4,5]", u"~0 1>3 ~1 2>4 +2 5"_s);
        row("roots differ", "1", "{}", u"~ 1>{}"_s);
    }
    void differs()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTEST(written(Json::parse(before.toStdString()), Json::parse(after.toStdString())),
            "expected");
    }

    void isCounted()
    {
        const Json before { { "same", 1 }, { "gone", { 1, 2 } }, { "list", { 1, 2, 3 } } };
        const Json after { { "same", 1 }, { "new", { { "a", 1 } } }, { "list", { 1, 7, 3, 4 } } };
        const JsonDifferenceCount count = countOf(jsonDifference(before, after));
        QCOMPARE(count.changed, 1);
        QCOMPARE(count.added, 2);
        QCOMPARE(count.removed, 1);
        QCOMPARE(count.all(), 4);
        QCOMPARE(countOf(jsonDifference(before, before)), JsonDifferenceCount());
    }

    void deepNestingIsNoDanger()
    {
        Json before = 1;
        Json after = 2;
        for (int i = 0; i < 500; ++i) {
            before = Json { { "a", before } };
            after = Json { { "a", after } };
        }
        const JsonDifference difference = jsonDifference(before, after);
        QCOMPARE(countOf(difference), (JsonDifferenceCount { 1, 0, 0 }));
    }

    void largeValuesAreQuick()
    {
        Json before = Json::array();
        Json after = Json::array();
        for (int i = 0; i < 20'000; ++i) {
            before.push_back(i);
            after.push_back(i % 100 == 0 ? -i : i);
        }
        before = Json { { "values", before }, { "text", std::string(262'144, 'x') } };
        after = Json { { "values", after }, { "text", std::string(262'144, 'y') } };
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(countOf(jsonDifference(before, after)).changed, 200);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestJsonDifference)
#include "tst_json_difference.moc"
