// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/team/team_action_reader.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// Each block as its tools, its context or its error code.
QStringList described(const std::vector<TeamBlock> &blocks)
{
    QStringList list;
    for (const TeamBlock &block : blocks) {
        if (block.refusal) {
            list.append(u"! "_s + block.refusal->code);
            continue;
        }
        if (block.kind == TeamBlock::Kind::Context) {
            list.append(compactJsonText(block.context));
            continue;
        }
        QStringList tools;
        for (const TeamCall &call : block.calls)
            tools.append(call.refusal ? u"! "_s + call.refusal->code : call.tool);
        list.append(tools.join(u','));
    }
    return list;
}

QStringList readInPieces(const QString &text, qsizetype size)
{
    TeamActionReader reader;
    QStringList list;
    for (qsizetype i = 0; i < text.size(); i += size)
        list += described(reader.append(0, QStringView(text).mid(i, size)));
    return list + described(reader.finish());
}

QString block(const QString &content)
{
    return u"```team-actions\n"_s + content + u"\n```\n"_s;
}

QString actions(int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(uR"({"action":"get_team_info"})"_s);
    return u'[' + list.join(u',') + u']';
}

} // namespace

/// Contract §5.7.3, mode `prompt`: what is found in streamed text, once each.
class TestTeamActionReader : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const QString one = uR"([{"action":"a"}])"_s;
        const QStringList a { u"a"_s };
        const QStringList invalid { u"! team_actions_invalid"_s };
        QTest::newRow("plain text") << u"Nothing to do."_s << QStringList();
        QTest::newRow("one") << u"Text\n"_s + block(one) + u"more"_s << a;
        QTest::newRow("two actions")
            << block(uR"([{"action":"a"},{"action":"b","x":1}])"_s) << QStringList { u"a,b"_s };
        QTest::newRow("two blocks")
            << block(one) + block(uR"([{"action":"b"}])"_s) << QStringList { u"a"_s, u"b"_s };
        QTest::newRow("CR LF") << block(one).replace(u"\n"_s, u"\r\n"_s) << a;
        QTest::newRow("no last line feed") << block(one).chopped(1) << a;
        QTest::newRow("single object") << block(uR"({"action":"a"})"_s) << a;
        QTest::newRow("tildes") << u"~~~ Team-Actions x\n"_s + one + u"\n~~~~\n"_s << a;
        QTest::newRow("indented") << u"   ```team-actions\n"_s + one + u"\n  ```\n"_s << a;
        QTest::newRow("indented code") << u"    ```team-actions\n"_s + one << QStringList();
        QTest::newRow("other label") << u"```json\n"_s + one + u"\n```\n"_s << QStringList();
        QTest::newRow("nested in four")
            << u"````markdown\n"_s + block(one) + u"````\n"_s << QStringList();
        QTest::newRow("nested in three, the example is text")
            << u"```\n```team-actions\n"_s + one + u"\n```\n"_s + block(one) << a;
        QTest::newRow("fence inside a string")
            << block(uR"([{"action":"a","t":"``` x ```"}])"_s) << a;
        QTest::newRow("inline code is no fence")
            << u"```team-actions``` "_s + u"\n"_s + block(one) << a;
        QTest::newRow("context") << u"```team-context\n{\"k\":1}\n```\n"_s
                                 << QStringList { u"{\"k\":1}"_s };
        QTest::newRow("context that is a list") << u"```team-context\n[1]\n```\n"_s << invalid;
        QTest::newRow("context that is no JSON") << u"```team-context\nk\n```\n"_s << invalid;
        QTest::newRow("not JSON") << block(u"set x to 1"_s) << invalid;
        QTest::newRow("a number") << block(u"7"_s) << invalid;
        QTest::newRow("empty") << block(QString()) << invalid;
        QTest::newRow("unterminated") << u"```team-actions\n"_s + one << invalid;
        QTest::newRow("unterminated, empty") << u"```team-actions\n"_s << invalid;
        QTest::newRow("elements that are none")
            << block(uR"([1,{"x":1},{"action":""},{"action":2},{"action":"a"}])"_s)
            << QStringList { u"! team_actions_invalid,"_s.repeated(4) + u'a' };
        QTest::newRow("a hundred")
            << block(actions(100)) << QStringList { u"get_team_info,"_s.repeated(100).chopped(1) };
        QTest::newRow("one too many")
            << block(actions(101)) << QStringList { u"! team_actions_too_many"_s };
        QTest::newRow("too deep") << block(u"["_s.repeated(1000) + u"]"_s.repeated(1000))
                                  << invalid;
        QTest::newRow("umlauts and broken surrogates")
            << block(u"[{\"action\":\"a\",\"t\":\"\u00fc\xd800\"}]"_s) << a;
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        for (const qsizetype size : { 1, 2, 3, 7, 64, 1'000'000 })
            QCOMPARE(readInPieces(text, size), expected);
    }

    void boundsTheSize()
    {
        const QStringList tooLarge { u"! team_actions_too_large"_s };
        const QString large = u'"' + u"x"_s.repeated(300 * 1024) + u'"';
        QCOMPARE(readInPieces(block(large), 4096), tooLarge);
        QCOMPARE(readInPieces(block(u"1,\n"_s.repeated(100 * 1024)), 4096), tooLarge);
        // Bytes count, not characters.
        QCOMPARE(
            readInPieces(block(u'"' + u"\u20ac"_s.repeated(100 * 1024) + u'"'), 4096), tooLarge);
        // A long answer around a block costs nothing.
        QCOMPARE(readInPieces(u"x"_s.repeated(2'000'000) + u'\n' + block(actions(1)), 65536),
            QStringList { u"get_team_info"_s });
    }

    void tenThousandActions()
    {
        QCOMPARE(readInPieces(block(actions(10'000)), 5000).size(), 1);
        QString text; // in blocks of a hundred: five are done, then one refusal each
        for (int i = 0; i < 100; ++i)
            text += block(actions(100) + u" "_s.repeated(i)) + u"\n"_s;
        const QStringList found = readInPieces(text, 5000);
        QCOMPARE(found.size(), 100);
        QCOMPARE(found.count(u"! team_actions_too_many"_s), 95);
    }

    void tenThousandBlocks()
    {
        const QStringList found = readInPieces(block(u"[]"_s).repeated(10'000), 5000);
        QCOMPARE(found.size(), TeamActionLimits::MaxBlocksPerRun + 1);
        QCOMPARE(found.last(), u"! team_actions_too_many"_s);
        QVERIFY(!found.first().startsWith(u'!'));
    }

    void replacedTextIsNotDoneAgain()
    {
        const QString a = block(uR"([{"action":"a"}])"_s);
        const QString b = block(uR"([{"action":"b"}])"_s);
        TeamActionReader reader;
        QCOMPARE(described(reader.append(0, b)), QStringList { u"b"_s });
        // A block that the stream had lost comes out; the one that was done does not.
        QCOMPARE(described(reader.replace(0, QString(a + b))), QStringList { u"a"_s });
        QCOMPARE(described(reader.replace(0, QString(a + b))), QStringList());
        // The same words twice mean twice, and text goes on after what was replaced.
        QCOMPARE(described(reader.append(0, b)), QStringList { u"b"_s });
        QCOMPARE(described(reader.replace(0, QString(a + b + u"\n"_s + b))), QStringList());
        // In another answer they are new.
        QCOMPARE(described(reader.append(1, a)), QStringList { u"a"_s });
        QCOMPARE(described(reader.finish()), QStringList());
    }

    void aRestartDoesNothingTwice()
    {
        const QString text = block(uR"([{"action":"a"}])"_s) + block(uR"([{"action":"b"}])"_s);
        TeamActionReader first;
        const std::vector<TeamBlock> done = first.append(2, QStringView(text).chopped(9));
        QCOMPARE(described(done), QStringList { u"a"_s });
        TeamActionReader second({ done[0].id });
        QCOMPARE(described(second.append(2, text)), QStringList { u"b"_s });
    }

    void aNewAnswerEndsTheOneBefore()
    {
        TeamActionReader reader;
        const QString text = block(uR"([{"action":"a"}])"_s).chopped(1);
        QCOMPARE(described(reader.append(0, text)), QStringList());
        QCOMPARE(described(reader.append(1, u"next"_s)), QStringList { u"a"_s });
        QCOMPARE(described(reader.replace(2, u"last"_s)), QStringList());
        QCOMPARE(described(reader.finish()), QStringList());
    }

    void keepsTheArguments()
    {
        TeamActionReader reader;
        const auto blocks
            = reader.append(0, block(uR"([{"action":"a","key":"k","value":[1,null]}])"_s));
        QCOMPARE(blocks.at(0).calls.at(0).arguments,
            Json({ { "key", "k" }, { "value", { 1, nullptr } } }));
        QVERIFY(!blocks.at(0).id.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTeamActionReader)
#include "tst_team_action_reader.moc"
