// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sse_parser.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using renum::SseEvent;
using renum::SseParser;

namespace {

struct Event {
    QByteArray data;
    QByteArray event = {};
    QByteArray id = {};
    friend bool operator==(const Event &, const Event &) = default;
};

using Events = QList<Event>;

/// Feeds `text` in the given pieces; what is left comes last.
Events parse(const QByteArray &text, const QList<qsizetype> &pieces = {})
{
    Events events;
    SseParser parser([&events](const SseEvent &event) {
        events.append(
            { event.data.toByteArray(), event.event.toByteArray(), event.id.toByteArray() });
    });
    qsizetype at = 0;
    for (const qsizetype piece : pieces) {
        // A copy that is gone after the call: views kept across chunks would show under ASan.
        const QByteArray chunk(text.constData() + at, std::min(piece, text.size() - at));
        parser.feed(chunk);
        at += chunk.size();
    }
    parser.feed(QByteArrayView(text).sliced(at));
    return events;
}

QByteArray transcript()
{
    return "\xEF\xBB\xBF: hello\n"
           "data: one\n\n"
           "event: update\r\nid: 7\r\ndata: two\r\ndata:three\r\n\r\n"
           "data\rdata:  four \r\r"
           "id: bad\0id\ndata: five\n\n"
           "retry: 100\nunknown: x\nDATA: y\n\n"
           "event: lost\n\n"
           "data:\n\n"
           ":\n\n\n"
           "data: {\"a\":\"b: c\"}\nid\n\r\n"
           "data: \xC3\xA9\xF0\x9F\x98\x80\n\n"
           "data: unfinished\n"_ba;
}

Events transcriptEvents()
{
    return { { "one" }, { "two\nthree", "update", "7" }, { "\n four " }, { "five" }, { "" },
        { "{\"a\":\"b: c\"}" }, { "\xC3\xA9\xF0\x9F\x98\x80" } };
}

quint32 seed()
{
    bool given = false;
    const quint32 fromOutside = qEnvironmentVariable("RENUM_TEST_SEED").toUInt(&given);
    return given ? fromOutside : QRandomGenerator::global()->generate();
}

/// Random lines of everything that means something to the parser.
QByteArray randomStream(QRandomGenerator &random)
{
    static const QList<QByteArray> parts { "data: ", "data:", "data", "event: x", "id: 1", ":", "a",
        "\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n", "\xEF\xBB\xBF", "\xF0\x9F", " ",
        QByteArray("\0", 1), "retry: 5", QByteArray(300, 'z') };
    QByteArray stream;
    const int count = random.bounded(400);
    for (int i = 0; i < count; ++i)
        stream += parts.at(random.bounded(static_cast<int>(parts.size())));
    return stream;
}

} // namespace

class SseParserTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void followsTheRules_data();
    void followsTheRules();
    void anySplitGivesTheSame();
    void anyChunkingGivesTheSame();
    void handsOutAViewIntoTheChunk();
    void refusesAnEventAboveTheLimit_data();
    void refusesAnEventAboveTheLimit();
    void deliversWhatPrecedesAnOverflow();
    void takesAHugeEvent();
    void isLinearInTheInput_data();
    void isLinearInTheInput();
    void knowsAPartialEvent();
    void startsAgainAfterReset();
};

void SseParserTest::followsTheRules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("data");
    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &data) {
        QTest::newRow(name) << text << data;
    };
    row("LF", "data: a\n\n", { "a" });
    row("CRLF", "data: a\r\n\r\n", { "a" });
    row("CR", "data: a\r\r", { "a" });
    row("mixed", "data: a\r\ndata: b\rdata: c\n\r", { "a\nb\nc" });
    row("LF CR is two ends", "data: a\n\rdata: b\n\n", { "a", "b" });
    row("BOM",
        "\xEF\xBB\xBF"
        "data: a\n\n",
        { "a" });
    row("BOM once only",
        "\xEF\xBB\xBF\xEF\xBB\xBF"
        "data: a\n\n",
        {});
    row("BOM only at the start",
        "\n\xEF\xBB\xBF"
        "data: a\n\n",
        {});
    row("one space is dropped", "data:  a\n\n", { " a" });
    row("no space", "data:a\n\n", { "a" });
    row("a tab stays", "data:\ta\n\n", { "\ta" });
    row("name alone", "data\n\n", { "" });
    row("name alone twice", "data\ndata\n\n", { "\n" });
    row("empty value", "data:\n\n", { "" });
    row("no data, no event", "event: x\nid: 1\n\n", {});
    row("comment", ": ping\n\ndata: a\n: in between\ndata: b\n\n", { "a\nb" });
    row("names are case sensitive", "Data: a\n\n", {});
    row("space before the name", " data: a\n\n", {});
    row("space before the colon", "data : a\n\n", {});
    row("prefix of a name", "dat: a\ndatas: b\n\n", {});
    row("colon first", ":data: a\n\n", {});
    row("unfinished line", "data: a", {});
    row("unfinished event", "data: a\n", {});
    row("NUL in data", QByteArray("data: a\0b\n\n", 11), { QByteArray("a\0b", 3) });
    row("invalid UTF-8 passes", "data: \xFF\xC3\n\n", { "\xFF\xC3" });
    row("nothing", "", {});
    row("empty lines", "\n\n\r\r\r\n\r\n", {});
}

void SseParserTest::followsTheRules()
{
    QFETCH(const QByteArray, text);
    QByteArrayList data;
    const Events events = parse(text);
    std::transform(events.cbegin(), events.cend(), std::back_inserter(data),
        [](const Event &event) { return event.data; });
    QTEST(data, "data");
}

void SseParserTest::anySplitGivesTheSame()
{
    const QByteArray text = transcript();
    QVERIFY(text.endsWith("data: unfinished\n"));
    QVERIFY(parse(text) == transcriptEvents());
    for (qsizetype first = 0; first <= text.size(); ++first) {
        QVERIFY2(
            parse(text, { first }) == transcriptEvents(), QByteArray::number(first).constData());
        QVERIFY(parse(text, { first, 1, 0, 1 }) == transcriptEvents());
    }
    QVERIFY(parse(text, QList<qsizetype>(text.size(), 1)) == transcriptEvents());
}

void SseParserTest::anyChunkingGivesTheSame()
{
    const quint32 used = seed();
    QRandomGenerator random(used);
    for (int round = 0; round < 300; ++round) {
        const QByteArray stream = randomStream(random);
        QList<qsizetype> pieces;
        for (qsizetype total = 0; total < stream.size(); total += pieces.constLast())
            pieces.append(random.bounded(1, random.bounded(2) == 0 ? 4 : 200));
        QVERIFY2(parse(stream, pieces) == parse(stream),
            qPrintable(u"RENUM_TEST_SEED=%1, round %2"_s.arg(used).arg(round)));
    }
}

void SseParserTest::handsOutAViewIntoTheChunk()
{
    const QByteArray chunk = "data: hello\n\n";
    const char *seen = nullptr;
    SseParser parser([&seen](const SseEvent &event) { seen = event.data.data(); });
    QVERIFY(parser.feed(chunk));
    QCOMPARE(seen, chunk.constData() + 6);
}

void SseParserTest::refusesAnEventAboveTheLimit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    const QByteArray fits = "data: " + QByteArray(94, 'x');
    QTest::newRow("one line, at the limit") << fits + "\n\n" << true;
    QTest::newRow("one line, above") << fits + "x\n\n" << false;
    QTest::newRow("two lines, at the limit")
        << QByteArray("data: " + QByteArray(44, 'x') + '\n').repeated(2) + '\n'
        << true;
    QTest::newRow("two lines, above")
        << QByteArray("data: " + QByteArray(45, 'x') + '\n').repeated(2) + '\n'
        << false;
    QTest::newRow("endless line") << QByteArray(101, 'x') << false;
    QTest::newRow("long comment") << ':' + QByteArray(100, 'x') + '\n' << false;
    QTest::newRow("many comments") << QByteArray(":x\n").repeated(1000) << true;
    QTest::newRow("many ids") << QByteArray("id: 1\n").repeated(1000) << false;
    QTest::newRow("many events") << QByteArray("data: x\n\n").repeated(1000) << true;
}

void SseParserTest::refusesAnEventAboveTheLimit()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);
    for (const qsizetype chunk : { qsizetype(1), qsizetype(7), qsizetype(100000) }) {
        SseParser parser([](const SseEvent &) {}, 100);
        bool open = true;
        for (qsizetype at = 0; at < text.size(); at += chunk)
            open = parser.feed(QByteArrayView(text).sliced(at, std::min(chunk, text.size() - at)));
        QCOMPARE(open, accepted);
        QCOMPARE(parser.feed("\n\n"), accepted);
    }
}

void SseParserTest::deliversWhatPrecedesAnOverflow()
{
    int events = 0;
    SseParser parser([&events](const SseEvent &) { ++events; }, 10);
    QVERIFY(!parser.feed("data: a\n\ndata: b\n\ndata: too long\n\ndata: c\n\n"));
    QCOMPARE(events, 2);
    QVERIFY(!parser.feed("data: d\n\n"));
    QCOMPARE(events, 2);
}

void SseParserTest::takesAHugeEvent()
{
    const QByteArray payload(50 * 1024 * 1024, 'x');
    const QByteArray text = "data: " + payload + "\n\n";
    QByteArray got;
    SseParser parser([&got](const SseEvent &event) { got = event.data.toByteArray(); });
    constexpr qsizetype Chunk = 16 * 1024;
    for (qsizetype at = 0; at < text.size(); at += Chunk)
        QVERIFY(parser.feed(QByteArrayView(text).sliced(at, std::min(Chunk, text.size() - at))));
    QVERIFY(got == payload);
    QVERIFY(!parser.hasPartialEvent());
}

// A parser that searched for each line end to the end of the chunk would need hours here.
void SseParserTest::isLinearInTheInput_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("CR only") << QByteArray("data: a\r\r");
    QTest::newRow("LF only") << QByteArray("data: a\n\n");
    QTest::newRow("lines without end of event") << QByteArray("data:\n");
}

void SseParserTest::isLinearInTheInput()
{
    QFETCH(const QByteArray, line);
    const QByteArray text = line.repeated(4'000'000);
    SseParser parser([](const SseEvent &) {});
    QVERIFY(parser.feed(text));
}

void SseParserTest::knowsAPartialEvent()
{
    SseParser parser([](const SseEvent &) {});
    QVERIFY(!parser.hasPartialEvent());
    for (const char *part : { "da", "ta: a", "\n" }) {
        parser.feed(part);
        QVERIFY(parser.hasPartialEvent());
    }
    parser.feed("\n");
    QVERIFY(!parser.hasPartialEvent());
    parser.feed("event: x\n");
    QVERIFY(parser.hasPartialEvent());
    parser.feed("\n: ping\n");
    QVERIFY(!parser.hasPartialEvent());
}

void SseParserTest::startsAgainAfterReset()
{
    QByteArrayList got;
    SseParser parser([&got](const SseEvent &event) { got += event.data.toByteArray(); }, 20);
    parser.feed("data: lost\nevent: lost\r");
    parser.reset();
    QVERIFY(!parser.hasPartialEvent());
    QVERIFY(parser.feed("\n\xEF\xBB\xBF"));
    QVERIFY(!parser.feed(QByteArray(100, 'x')));
    parser.reset();
    QVERIFY(parser.feed("\xEF\xBB\xBF"
                        "data: kept\n\n"));
    QCOMPARE(got, QByteArrayList { "kept" });
}

QTEST_GUILESS_MAIN(SseParserTest)
#include "tst_sse_parser.moc"
