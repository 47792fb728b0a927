// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/sequence_diff.h"
#include "core/workflow/editing/word_diff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

/// Differences of texts, and of sequences of anything.
class tst_WordDiff : public QObject {
    Q_OBJECT

private slots:
    void wordsAreToldApart_data();
    void wordsAreToldApart();
    void bothTextsAreInThePieces();
    void hugeTextsWithoutAnythingInCommonAreQuick();
    void runsAreALongestCommonSubsequence();
    void tooManyDifferencesAreNoAnswer();
};

namespace {

using Kind = TextPiece::Kind;

/// Removed as [-…-], added as {+…+}.
QString marked(const TextPieces &pieces)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.kind == Kind::Removed)
            text += u"[-%1-]"_s.arg(piece.text);
        else if (piece.kind == Kind::Added)
            text += u"{+%1+}"_s.arg(piece.text);
        else
            text += piece.text;
    }
    return text;
}

QString side(const TextPieces &pieces, Kind other)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.kind != other)
            text += piece.text;
    }
    return text;
}

/// The usual table, for comparison.
std::size_t longestCommon(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const int x : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = x == b[j] ? diagonal + 1 : std::max(row[j + 1], row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

} // namespace

void tst_WordDiff::wordsAreToldApart_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("pieces");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("same") << u"Be brief."_s << u"Be brief."_s << u"Be brief."_s;
    QTest::newRow("from nothing") << QString() << u"Be brief."_s << u"{+Be brief.+}"_s;
    QTest::newRow("to nothing") << u"Be brief."_s << QString() << u"[-Be brief.-]"_s;
    QTest::newRow("one word") << u"Write a short report."_s << u"Write a long report."_s
                              << u"Write a [-short-]{+long+} report."_s;
    QTest::newRow("words in a row are one change")
        << u"Write one two now"_s << u"Write three four now"_s
        << u"Write [-one two-]{+three four+} now"_s;
    QTest::newRow("inserted") << u"Write a report"_s << u"Write a very good report"_s
                              << u"Write a {+very good +}report"_s;
    QTest::newRow("removed line") << u"one\ntwo\nthree\n"_s << u"one\nthree\n"_s
                                  << u"one\n[-two\n-]three\n"_s;
    QTest::newRow("word in a line") << u"one\ntwo blue\nthree"_s << u"one\ntwo red\nthree"_s
                                    << u"one\ntwo [-blue-]{+red+}\nthree"_s;
    QTest::newRow("punctuation") << u"yes, no"_s << u"yes; no"_s << u"yes[-,-]{+;+} no"_s;
    QTest::newRow("beyond the first plane")
        << QString::fromUtf8("a 🚲 b") << QString::fromUtf8("a 🚀 b")
        << QString::fromUtf8("a [-🚲-]{+🚀+} b");
}

void tst_WordDiff::wordsAreToldApart()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, pieces);
    QCOMPARE(marked(wordDiff(before, after)), pieces);
}

void tst_WordDiff::bothTextsAreInThePieces()
{
    QRandomGenerator random(20260401);
    const QStringList words { u"a"_s, u"b"_s, u" "_s, u"\n"_s, u"word"_s, u","_s, u"é"_s, u"\t"_s };
    for (int round = 0; round < 500; ++round) {
        QString texts[2];
        for (QString &text : texts) {
            for (int i = random.bounded(40); i > 0; --i)
                text += words[random.bounded(words.size())];
        }
        const TextPieces pieces = wordDiff(texts[0], texts[1]);
        QCOMPARE(side(pieces, Kind::Added), texts[0]);
        QCOMPARE(side(pieces, Kind::Removed), texts[1]);
        for (std::size_t i = 1; i < pieces.size(); ++i) {
            QVERIFY(pieces[i].kind != pieces[i - 1].kind);
            QVERIFY(!(pieces[i].kind == Kind::Removed && pieces[i - 1].kind == Kind::Added));
        }
    }
}

void tst_WordDiff::hugeTextsWithoutAnythingInCommonAreQuick()
{
    QString before;
    QString after;
    for (int i = 0; i < 50'000; ++i) {
        before += u"x%1 "_s.arg(i);
        after += u"y%1 "_s.arg(i);
    }
    QElapsedTimer timer;
    timer.start();
    const TextPieces pieces = wordDiff(before, after);
    QVERIFY(timer.elapsed() < 10'000); // without a limit it would be minutes and gigabytes
    QCOMPARE(side(pieces, Kind::Added), before);
    QCOMPARE(side(pieces, Kind::Removed), after);
}

void tst_WordDiff::runsAreALongestCommonSubsequence()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> a(random.bounded(30));
        std::vector<int> b(random.bounded(30));
        for (std::vector<int> *list : { &a, &b }) {
            for (int &value : *list)
                value = random.bounded(5);
        }
        const auto runs = commonRuns(a, b, 1000);
        QVERIFY(runs.has_value());
        std::size_t length = 0;
        std::size_t x = 0;
        std::size_t y = 0;
        for (const CommonRun &run : *runs) {
            QVERIFY(run.before >= x && run.after >= y && run.length > 0);
            for (std::size_t i = 0; i < run.length; ++i)
                QCOMPARE(a.at(run.before + i), b.at(run.after + i));
            x = run.before + run.length;
            y = run.after + run.length;
            length += run.length;
        }
        QCOMPARE(length, longestCommon(a, b));
    }
}

void tst_WordDiff::tooManyDifferencesAreNoAnswer()
{
    QVERIFY(!commonRuns({ 1, 2, 3 }, { 4, 5, 6 }, 5));
    QVERIFY(commonRuns({ 1, 2, 3 }, { 4, 5, 6 }, 6).has_value());
    QVERIFY(commonRuns({}, {}, 0).has_value());
    QVERIFY(!commonRuns({ 1 }, {}, 0));
}

QTEST_APPLESS_MAIN(tst_WordDiff)
#include "tst_word_diff.moc"
