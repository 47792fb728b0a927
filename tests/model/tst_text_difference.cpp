// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sequence_matches.h"
#include "core/model/text_difference.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// "a [-b-] [+c+]": as people write differences down.
QString written(const TextDifference &difference)
{
    QString text;
    for (const TextPiece &piece : difference) {
        if (piece.kind == TextPiece::Kind::Same)
            text += piece.text;
        else if (piece.kind == TextPiece::Kind::Removed)
            text += u"[-%1-]"_s.arg(piece.text);
        else
            text += u"[+%1+]"_s.arg(piece.text);
    }
    return text;
}

QString side(const TextDifference &difference, TextPiece::Kind leftOut)
{
    QString text;
    for (const TextPiece &piece : difference) {
        if (piece.kind != leftOut)
            text += piece.text;
    }
    return text;
}

std::size_t longestCommon(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::vector<std::size_t>> table(
        a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                                               : std::max(table[i - 1][j], table[i][j - 1]);
        }
    }
    return table[a.size()][b.size()];
}

std::vector<int> randomItems(QRandomGenerator &dice, int most, int kinds)
{
    std::vector<int> items(static_cast<std::size_t>(dice.bounded(most + 1)));
    std::ranges::generate(items, [&] { return dice.bounded(kinds); });
    return items;
}

void checkMatches(
    const std::vector<int> &a, const std::vector<int> &b, const std::vector<SequenceMatch> &matches)
{
    for (std::size_t i = 0; i < matches.size(); ++i) {
        QVERIFY(matches[i].before < a.size() && matches[i].after < b.size());
        QCOMPARE(a[matches[i].before], b[matches[i].after]);
        if (i > 0) {
            QVERIFY(matches[i - 1].before < matches[i].before);
            QVERIFY(matches[i - 1].after < matches[i].after);
        }
    }
}

QString randomText(QRandomGenerator &dice, int words)
{
    static const QStringList vocabulary { u"trade"_s, u"wind"_s, u"the"_s, u"of"_s, u"\n"_s, u"."_s,
        u", "_s, u" "_s, u"\t"_s, u"日本"_s, u"naïve"_s, u"👩‍🔬"_s, u"x_1"_s };
    QString text;
    for (int i = 0; i < words; ++i) {
        text += vocabulary.at(dice.bounded(int(vocabulary.size())));
        if (dice.bounded(2) == 0)
            text += u' ';
    }
    return text;
}

} // namespace

class TestTextDifference : public QObject {
    Q_OBJECT

private slots:
    void differs_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("both empty") << QString() << QString() << QString();
        QTest::newRow("equal") << u"one two"_s << u"one two"_s << u"one two"_s;
        QTest::newRow("all new") << QString() << u"one two"_s << u"[+one two+]"_s;
        QTest::newRow("all gone") << u"one two"_s << QString() << u"[-one two-]"_s;
        QTest::newRow("a word") << u"grows 23 % a year"_s << u"grows 25 % a year"_s
                                << u"grows [-23-][+25+] % a year"_s;
        QTest::newRow("put in") << u"a car"_s << u"a red car"_s << u"a [+red +]car"_s;
        QTest::newRow("taken out") << u"a red car"_s << u"a car"_s << u"a [-red -]car"_s;
        QTest::newRow("whole words only")
            << u"running"_s << u"runner"_s << u"[-running-][+runner+]"_s;
        QTest::newRow("a replaced stretch is one piece")
            << u"see cat sits here"_s << u"see dog runs here"_s
            << u"see [-cat sits-][+dog runs+] here"_s;
        QTest::newRow("a blank after a change stays")
            << u"cat here"_s << u"dog here"_s << u"[-cat-][+dog+] here"_s;
        QTest::newRow("blank at the end") << u"cat "_s << u"dog "_s << u"[-cat-][+dog+] "_s;
        QTest::newRow("punctuation") << u"done."_s << u"done!"_s << u"done[-.-][+!+]"_s;
        QTest::newRow("only blanks differ") << u"a b"_s << u"a  b"_s << u"a[- -][+  +]b"_s;
        QTest::newRow("a line put in")
            << u"one\ntwo\n"_s << u"one\nnew\ntwo\n"_s << u"one\n[+new\n+]two\n"_s;
        QTest::newRow("no break at the end")
            << u"one\ntwo"_s << u"one\ntwo\n"_s << u"one\ntwo[+\n+]"_s;
        QTest::newRow("characters without blanks between words")
            << u"東京は雨"_s << u"東京は晴"_s << u"東京は[-雨-][+晴+]"_s;
        QTest::newRow("letters with marks") << u"e\u0301t\u00e9 sec"_s << u"e\u0301t\u00e9 long"_s
                                            << u"e\u0301t\u00e9 [-sec-][+long+]"_s;
        QTest::newRow("emoji stay whole")
            << u"ok 👍🏽"_s << u"ok 👍🏿"_s << u"ok [-👍🏽-][+👍🏿+]"_s;
        QTest::newRow("lone surrogate")
            << u"a "_s + QChar(0xd800) << u"a b"_s << u"a [-"_s + QChar(0xd800) + u"-][+b+]"_s;
    }
    void differs()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const TextDifference difference = wordDifference(before, after);
        QTEST(written(difference), "expected");
        QCOMPARE(isSame(difference), before == after);
    }

    void givesBothTextsBack()
    {
        QRandomGenerator dice(7);
        for (int round = 0; round < 400; ++round) {
            const QString before = randomText(dice, dice.bounded(60));
            const QString after = randomText(dice, dice.bounded(60));
            const TextDifference difference = wordDifference(before, after);
            QCOMPARE(side(difference, TextPiece::Kind::Added), before);
            QCOMPARE(side(difference, TextPiece::Kind::Removed), after);
            for (std::size_t i = 0; i < difference.size(); ++i) {
                QVERIFY(!difference[i].text.isEmpty());
                if (i > 0) {
                    QVERIFY(difference[i - 1].kind != difference[i].kind);
                    QVERIFY(difference[i - 1].kind != TextPiece::Kind::Added
                        || difference[i].kind != TextPiece::Kind::Removed);
                }
            }
        }
    }

    void matchesAreTheMost()
    {
        QRandomGenerator dice(11);
        for (int round = 0; round < 2000; ++round) {
            const std::vector<int> a = randomItems(dice, 24, 1 + dice.bounded(6));
            const std::vector<int> b = randomItems(dice, 24, 1 + dice.bounded(6));
            const std::vector<SequenceMatch> matches = sequenceMatches(a, b);
            checkMatches(a, b, matches);
            QCOMPARE(matches.size(), longestCommon(a, b));
        }
    }

    void matchesAreRightBeyondTheLimit()
    {
        QRandomGenerator dice(13);
        for (int round = 0; round < 500; ++round) {
            const std::vector<int> a = randomItems(dice, 60, 4);
            const std::vector<int> b = randomItems(dice, 60, 4);
            checkMatches(a, b, sequenceMatches(a, b, 1 + dice.bounded(5)));
        }
        const std::vector<int> ones(400, 1);
        QCOMPARE(sequenceMatches(ones, ones, 1).size(), std::size_t(400));
    }

    void largeTextsAreQuick()
    {
        QRandomGenerator dice(17);
        QString before;
        QString after;
        while (before.size() < 300'000) {
            before += QString::number(dice.generate()) + u' ';
            after += QString::number(dice.generate()) + u' ';
        }
        QElapsedTimer clock;
        clock.start();
        const TextDifference different = wordDifference(before, after);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(side(different, TextPiece::Kind::Added), before);
        QCOMPARE(side(different, TextPiece::Kind::Removed), after);

        const QString edited = QString(before).replace(150'000, 4, u"here"_s);
        clock.start();
        QVERIFY(!isSame(wordDifference(before, edited)));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestTextDifference)
#include "tst_text_difference.moc"
