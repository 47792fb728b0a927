// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_stream_reader.h"
#include "core/net/sse_parser.h"
#include "tests/agents/run_event_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace renum;
using renum::test::dataFile;
using renum::test::EventLines;

namespace {

/// The data of the events in a stream that arrives in these pieces.
QByteArrayList dataOf(const QByteArrayList &pieces)
{
    QByteArrayList data;
    SseParser parser([&data](const SseEvent &event) { data += event.data.toByteArray(); });
    for (const QByteArray &piece : pieces)
        parser.feed(piece);
    return data;
}

QString eventsOf(SunaFamily family, const QByteArrayList &data)
{
    EventLines seen;
    SunaStreamReader reader(family, seen.sink());
    for (const QByteArray &each : data)
        reader.read(each);
    return seen.lines.join(u'\n') + u'\n';
}

QByteArray assistant(const char *run, const char *status, const QByteArray &text, Json row)
{
    row["type"] = "assistant";
    row["content"]["content"] = text.toStdString();
    row["metadata"]["stream_status"] = status;
    row["metadata"]["thread_run_id"] = run;
    return canonicalJson(row);
}

QByteArray chunk(const char *run, int sequence, const QByteArray &text)
{
    Json row = Json::object();
    row["message_id"] = nullptr;
    row["sequence"] = sequence;
    return assistant(run, "chunk", text, row);
}

QByteArray complete(const char *id, const char *run, const QByteArray &text)
{
    Json row = Json::object();
    row["message_id"] = id;
    return assistant(run, "complete", text, row);
}

} // namespace

class SunaStreamReaderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void readsATranscript_data();
    void readsATranscript();
    void readsItAtEverySplitPoint_data() { readsATranscript_data(); }
    void readsItAtEverySplitPoint();
    void aReplayChangesNothing_data() { readsATranscript_data(); }
    void aReplayChangesNothing();
    void putsChunksInOrder();
    void putsLateChunksOfALongTextInOrder();
    void replacesTextByTheCompleteRow();
    void dropsStragglers();
    void continuesUnderOneKey();
    void showsARunWithoutChunks();
    void tellsOfErrors_data();
    void tellsOfErrors();
    void anErrorWordBeforeAnEndOfConnectionIsNotTheRuns();
    void leavesOutWhatItCannotRead_data();
    void leavesOutWhatItCannotRead();
    void survivesAHugeEvent();
    void endsToolsThatBreak();
    void hidesInternalTools();
    void sumsStreamedUsage();
};

void SunaStreamReaderTest::readsATranscript_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<QString>("name");
    QTest::newRow("suna-api 10.1") << SunaFamily::V2a << u"v2a_transcript"_s;
    QTest::newRow("suna-api 10.3") << SunaFamily::V3 << u"v3_transcript"_s;
}

void SunaStreamReaderTest::readsATranscript()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, name);
    EventLines seen;
    SunaStreamReader reader(family, seen.sink());
    SseParser parser([&reader](const SseEvent &event) { reader.read(event.data); });
    QVERIFY(parser.feed(dataFile(name + u".sse"_s)));
    QCOMPARE(seen.lines.join(u'\n') + u'\n', QString::fromUtf8(dataFile(name + u".events"_s)));
    QVERIFY(reader.sawEnd());
    QVERIFY(!reader.error());
    QCOMPARE(reader.ignored(), 0);
    const bool resumable = family == SunaFamily::V3;
    QCOMPARE(reader.lastEventId(), resumable ? QByteArray("1769940004100-0") : QByteArray());
}

void SunaStreamReaderTest::readsItAtEverySplitPoint()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, name);
    const QByteArray bytes = dataFile(name + u".sse"_s);
    const QString expected = QString::fromUtf8(dataFile(name + u".events"_s));
    const QByteArrayList whole = dataOf({ bytes });
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        const QByteArrayList cut { bytes.first(at), bytes.sliced(at) };
        const QByteArrayList data = dataOf(cut);
        QCOMPARE(data, whole);
        // Equal data is read equally, so that not every split needs the whole way.
        if (at % 64 == 0)
            QCOMPARE(eventsOf(family, data), expected);
    }
}

void SunaStreamReaderTest::aReplayChangesNothing()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, name);
    const QByteArray bytes = dataFile(name + u".sse"_s);
    const QString expected = QString::fromUtf8(dataFile(name + u".events"_s));
    // The connection breaks at any place and the server begins anew.
    for (qsizetype at = 0; at <= bytes.size(); at += 101) {
        EventLines seen;
        SunaStreamReader reader(family, seen.sink());
        SseParser parser([&reader](const SseEvent &event) { reader.read(event.data); });
        QVERIFY(parser.feed(QByteArrayView(bytes).first(at)));
        parser.reset();
        reader.connectionBegins();
        QVERIFY(parser.feed(bytes));
        QCOMPARE(seen.lines.join(u'\n') + u'\n', expected);
        QVERIFY(reader.sawEnd() || family == SunaFamily::V3);
    }
}

void SunaStreamReaderTest::putsChunksInOrder()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.screen());
    for (int sequence : { 1, 0, 3, 2, 2, 0, 5, 4 })
        reader.read(chunk("r", sequence, QByteArray::number(sequence)));
    QCOMPARE(seen.text(), u"012345"_s);
    QCOMPARE(reader.lastText(), u"012345"_s);
}

/// Only the latest pieces are kept: what comes again from long ago changes nothing all the same.
void SunaStreamReaderTest::putsLateChunksOfALongTextInOrder()
{
    constexpr int Chunks = 500;
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V3, seen.sink());
    QString whole;
    for (int sequence = 0; sequence < Chunks; sequence += 2) {
        reader.read(chunk("r", sequence + 1, QByteArray::number(sequence + 1) + " <invo"));
        reader.read(chunk("r", sequence, QByteArray::number(sequence) + " "));
        whole += u"%1 %2 <invo"_s.arg(QString::number(sequence), QString::number(sequence + 1));
    }
    for (const int sequence : { 0, 1, 250, Chunks - 1 })
        reader.read(chunk("r", sequence, "again"));
    reader.read(chunk("r", Chunks, "end"));
    QCOMPARE(reader.lastText(), whole + u"end"_s);
}

void SunaStreamReaderTest::replacesTextByTheCompleteRow()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.screen());
    reader.read(chunk("r", 0, "draft <functi"));
    reader.read(chunk("r", 1, "on_calls><invoke"));
    QCOMPARE(seen.text(), u"draft "_s);
    reader.read(complete("m1", "r", "final <function_calls>x</function_calls>"));
    QCOMPARE(seen.text(), u"final "_s);
    reader.read(complete("m1", "r", "other"));
    QCOMPARE(seen.text(), u"final "_s);
}

void SunaStreamReaderTest::dropsStragglers()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.screen());
    reader.read(chunk("r", 0, "a"));
    reader.read(complete("m1", "r", "ab"));
    reader.read(chunk("r", 1, "b"));
    QCOMPARE(seen.text(), u"ab"_s);
    reader.read(chunk("s", 0, "next"));
    QCOMPARE(seen.text(), u"ab|next"_s);
}

void SunaStreamReaderTest::continuesUnderOneKey()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V3, seen.screen());
    reader.read(chunk("r", 0, "a"));
    reader.read(complete("m1", "r", "a"));
    reader.read(chunk("r", 1, "b"));
    reader.read(R"({"type":"llm_response_start","content":{"model":"x"},"metadata":null})");
    reader.read(chunk("r", 0, "c"));
    QCOMPARE(seen.text(), u"a|b|c"_s);
}

void SunaStreamReaderTest::showsARunWithoutChunks()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.screen());
    reader.read(complete("m1", "r", "one"));
    reader.read(complete("m2", "r2", "two"));
    reader.read(R"({"type":"content","content":"\n[limit reached]"})");
    QCOMPARE(seen.text(), u"one|two"_s);
    QCOMPARE(seen.lines.constLast(), u"activity [limit reached]"_s);
}

void SunaStreamReaderTest::tellsOfErrors_data()
{
    QTest::addColumn<QByteArrayList>("events");
    QTest::addColumn<QString>("error");
    const QByteArray word = R"({"type":"status","status":"error","message":"no model"})";
    const QByteArray end = R"({"type":"status","status":"completed"})";
    QTest::newRow("F23 word, then the end") << QByteArrayList { word, end } << u"no model"_s;
    QTest::newRow("work after it") << QByteArrayList { word, chunk("r", 0, "x"), end } << QString();
    QTest::newRow("F21 side event")
        << QByteArrayList { R"({"type":"error","error":"broke","error_code":"PREP_ERROR"})" }
        << u"PREP_ERROR: broke"_s;
    QTest::newRow("row") << QByteArrayList {
        R"({"type":"status","message_id":"s","content":)"
        R"("{\"status_type\":\"error\",\"message\":\"bad\"}"})"
    } << u"bad"_s;
}

void SunaStreamReaderTest::tellsOfErrors()
{
    QFETCH(const QByteArrayList, events);
    QFETCH(const QString, error);
    SunaStreamReader reader(SunaFamily::V2a, {});
    for (const QByteArray &event : events)
        reader.read(event);
    QCOMPARE(reader.error().value_or(QString()), error);
    QCOMPARE(reader.reason(), error);
}

void SunaStreamReaderTest::anErrorWordBeforeAnEndOfConnectionIsNotTheRuns()
{
    SunaStreamReader reader(SunaFamily::V2a, {});
    reader.read(R"({"type":"status","status":"error","message":"Stream failed: x"})");
    QVERIFY(reader.error());
    reader.closedByServer();
    QVERIFY(!reader.error());
    QCOMPARE(reader.reason(), u"Stream failed: x"_s);
}

void SunaStreamReaderTest::leavesOutWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("F37 empty") << QByteArray("  ");
    QTest::newRow("F37 truncated JSON") << QByteArray(R"({"type":"assis)");
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no object") << QByteArray("[1,2]");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"type\":\"content\",\"content\":\"\xff\xfe\"}");
    QTest::newRow("too deep") << QByteArray(100'000, '[');
    QTest::newRow("F40 unknown type") << QByteArray(R"({"type":"hologram","x":1})");
    QTest::newRow("no type") << QByteArray(R"({"content":"x"})");
    QTest::newRow("type of another kind") << QByteArray(R"({"type":7})");
    QTest::newRow("status without a word") << QByteArray(R"({"type":"status"})");
}

void SunaStreamReaderTest::leavesOutWhatItCannotRead()
{
    QFETCH(const QByteArray, data);
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V3, seen.screen());
    reader.read(chunk("r", 0, "a"));
    reader.read(data);
    reader.read(chunk("r", 1, "b"));
    QCOMPARE(seen.text(), u"ab"_s);
    QCOMPARE(reader.ignored(), 1);
}

void SunaStreamReaderTest::survivesAHugeEvent()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.sink());
    SseParser parser([&reader](const SseEvent &event) { reader.read(event.data); });
    const QByteArray output(50 * 1024 * 1024, 'x');
    const QByteArray event = R"(data: {"type":"tool","message_id":"m","content":{"role":"tool",)"
                             R"("name":"read","tool_call_id":"c","content":")"
        + output + "\"},\"metadata\":{}}\n\n";
    QVERIFY(parser.feed(event));
    QCOMPARE(seen.lines.size(), 1);
    QVERIFY(seen.lines.at(0).startsWith("result c read ok xxx"_L1));
    QVERIFY(seen.lines.at(0).size() < 70'000);
}

void SunaStreamReaderTest::endsToolsThatBreak()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V2a, seen.sink());
    const auto status = [&reader](const char *id, const char *kind) {
        const QByteArray event = QByteArray(R"({"type":"status","message_id":")") + id
            + R"(","content":{"status_type":")" + kind
            + R"(","function_name":"dig","message":"no spade"}})";
        reader.read(event);
    };
    status("1", "tool_started");
    status("2", "tool_error");
    reader.read(R"({"type":"tool","message_id":"3","content":{"name":"dig","content":"late"}})");
    status("4", "tool_started");
    reader.read(R"({"type":"tool","message_id":"5","content":{"name":"dig","content":"gold"}})");
    const QStringList expected { u"call xml-0 dig"_s, u"result xml-0 dig failed no spade"_s,
        u"call xml-1 dig"_s, u"result xml-1 dig ok gold"_s };
    QCOMPARE(seen.lines, expected);
}

void SunaStreamReaderTest::hidesInternalTools()
{
    EventLines seen;
    SunaStreamReader reader(SunaFamily::V3, seen.sink());
    reader.read(R"({"type":"tool","message_id":"1","content":{"name":"x","content":"y"},)"
                R"("metadata":{"hidden_from_user":true}})");
    QCOMPARE(seen.lines, QStringList());
}

void SunaStreamReaderTest::sumsStreamedUsage()
{
    SunaStreamReader reader(SunaFamily::V2a, {});
    QCOMPARE(reader.usage(), Usage());
    const QByteArray row = R"({"type":"llm_response_end","message_id":"u1","content":)"
                           R"({"model":"openai/gpt-5","usage":{"prompt_tokens":7,)"
                           R"("completion_tokens":2}}})";
    reader.read(row);
    reader.read(row);
    reader.read(R"({"type":"llm_response_end","thread_run_id":"x"})");
    QCOMPARE(reader.usage().tokensInput, 7);
    QCOMPARE(reader.usage().requestCount, 1);
    QCOMPARE(reader.usage().modelProvider, u"openai"_s);
}

QTEST_GUILESS_MAIN(SunaStreamReaderTest)
#include "tst_suna_stream_reader.moc"
