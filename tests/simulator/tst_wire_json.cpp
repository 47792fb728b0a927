// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/wire_json.h"
#include "app/simulator/runs/id_source.h"
#include "app/simulator/runs/stream_session.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::sim;

class TestWireJson : public QObject {
    Q_OBJECT

private slots:
    void pythonSpacing();
    void restIsCompact();
    void times_data();
    void times();
    void validationShape();
    void idsAreVersion4();
    void streamIds_data();
    void streamIds();
};

void TestWireJson::pythonSpacing()
{
    const WireJson value { { "z", "é😀\n\"" }, { "a", { 1, 2.5, nullptr, true } },
        { "o", WireJson::object() }, { "l", WireJson::array() } };
    const QByteArray expected
        = "{\"z\": \"\\u00e9\\ud83d\\ude00\\n\\\"\", \"a\": [1, 2.5, null, true], "
          "\"o\": {}, \"l\": []}";
    QCOMPARE(QByteArray::fromStdString(pythonJson(value)), expected);
}

void TestWireJson::restIsCompact()
{
    const WireJson value { { "z", "é" }, { "a", { 1, 2 } } };
    QCOMPARE(restJson(value), QByteArray(R"({"z":"é","a":[1,2]})"));
    QCOMPARE(restJson(textOrNull({})), QByteArray("null"));
}

void TestWireJson::times_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("text");
    QTest::newRow("fraction") << qint64(1'754'129'730'123'456)
                              << u"2025-08-02T10:15:30.123456+00:00"_s;
    QTest::newRow("whole second") << qint64(1'754'129'730'000'000)
                                  << u"2025-08-02T10:15:30+00:00"_s;
    QTest::newRow("small fraction") << qint64(42) << u"1970-01-01T00:00:00.000042+00:00"_s;
    QTest::newRow("before the epoch") << qint64(-1) << u"1969-12-31T23:59:59.999999+00:00"_s;
}

void TestWireJson::times()
{
    QFETCH(qint64, micros);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(isoTime(Timestamp(std::chrono::microseconds(micros)))), text);
}

void TestWireJson::validationShape()
{
    const ServerResponse missing = missingField("body", u"prompt"_s);
    QCOMPARE(missing.status, 422);
    QCOMPARE(missing.body,
        QByteArray(R"({"detail":[{"type":"missing","loc":["body","prompt"],)"
                   R"("msg":"Field required","input":null}]})"));
    QCOMPARE(detail(404, u"Not Found"_s).body, QByteArray(R"({"detail":"Not Found"})"));
}

void TestWireJson::idsAreVersion4()
{
    static const QRegularExpression uuid4(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    IdSource ids(SeededRandom(1));
    IdSource same(SeededRandom(1));
    QSet<QString> seen;
    for (int index = 0; index < 1000; ++index) {
        const QString id = ids.next();
        QVERIFY2(uuid4.match(id).hasMatch(), qPrintable(id));
        QCOMPARE(same.next(), id);
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 1000);
}

void TestWireJson::streamIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("id") << u"1769940000001-0"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no number") << u"1769940000001"_s << false;
    QTest::newRow("words") << u"a-b"_s << false;
    QTest::newRow("negative") << u"-1-0"_s << false;
    QTest::newRow("too large") << u"99999999999999999999-0"_s << false;
}

void TestWireJson::streamIds()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(parseStreamId(text).has_value(), valid);
}

QTEST_GUILESS_MAIN(TestWireJson)
#include "tst_wire_json.moc"
