// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/step_output.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

class TestStepOutput : public QObject {
    Q_OBJECT

private slots:
    void findsData_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("data"); // empty: none
        QTest::newRow("plain text") << u"Hello"_s << QByteArray();
        QTest::newRow("whole object") << u" {\"a\": 1}\n"_s << QByteArray(R"({"a":1})");
        QTest::newRow("array is no data") << u"[1]"_s << QByteArray();
        QTest::newRow("one block") << u"Verdict:\n```json\n{\"verdict\":\"fail\"}\n```\nDone."_s
                                   << QByteArray(R"({"verdict":"fail"})");
        QTest::newRow("upper-case label")
            << u"```JSON\n{\"a\":2}\n```"_s << QByteArray(R"({"a":2})");
        QTest::newRow("two blocks are ambiguous")
            << u"```json\n{\"a\":1}\n```\n```json\n{\"a\":2}\n```"_s << QByteArray();
        QTest::newRow("other label") << u"```yaml\n{\"a\":1}\n```"_s << QByteArray();
        QTest::newRow("unterminated block") << u"```json\n{\"a\":1}"_s << QByteArray();
        QTest::newRow("broken JSON") << u"{\"a\": }"_s << QByteArray();
        QTest::newRow("too deep") << QString(
            u"{\"a\":"_s + QString(5000, u'[') + QString(5000, u']') + u'}')
                                  << QByteArray();
        QTest::newRow("brackets in a string are not depth")
            << QString(u"{\"a\":\""_s + QString(500, u'[') + u"\\\"\"}"_s)
            << QByteArray(QByteArray(R"({"a":")") + QByteArray(500, '[') + R"(\""})");
    }
    void findsData()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, data);
        const StepOutput output = readStepOutput(text);
        QCOMPARE(output.result, text);
        QCOMPARE(output.data.has_value(), !data.isEmpty());
        if (output.data)
            QCOMPARE(canonicalJson(*output.data), data);
    }

    void contextComesFromItsBlockFirst()
    {
        const StepOutput output = readStepOutput(
            u"```json\n{\"output_context\":{\"x\":1}}\n```\n```team-context\n{\"x\":2}\n```"_s);
        QCOMPARE(canonicalJson(output.outputContext), QByteArray(R"({"x":2})"));
    }

    void contextComesFromDataElse()
    {
        const StepOutput output = readStepOutput(u"{\"output_context\":{\"x\":1}}"_s);
        QCOMPARE(canonicalJson(output.outputContext), QByteArray(R"({"x":1})"));
        QVERIFY(readStepOutput(u"{\"output_context\":3}"_s).outputContext.empty());
    }

    void roundTripsThroughJson()
    {
        StepOutput output = readStepOutput(u"{\"a\":1}"_s);
        output.threadId = u"t"_s;
        output.agentRunId = u"r"_s;
        output.executionSeconds = 1.5;
        output.attempts = 2;
        QVERIFY(stepOutputFromJson(toJson(output)) == output);
    }

    void readsIncompleteJson() { QVERIFY(stepOutputFromJson(Json::array()) == StepOutput()); }
};

QTEST_APPLESS_MAIN(TestStepOutput)
#include "tst_step_output.moc"
