// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_chunk.h"
#include "core/agents/suna/suna_wire.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// As suna-api.md §5.4 shows it: content and metadata are JSON in strings.
QByteArray encodedPiece()
{
    const Json content { { "role", "assistant" }, { "content", "I \u00e9t\u00e9\n" } };
    const Json metadata { { "stream_status", "chunk" }, { "thread_run_id", "aa01" } };
    const Json row { { "sequence", 7 }, { "message_id", nullptr }, { "thread_id", "b7c1" },
        { "type", "assistant" }, { "is_llm_message", true },
        { "content", content.dump(-1, ' ', true) }, { "metadata", metadata.dump() },
        { "created_at", "2025-08-02T10:15:31.201000+00:00" } };
    return canonicalJson(row);
}

/// The same as an object (suna-api.md §3.4), with the id that V3 gives its events.
QByteArray openPiece()
{
    const Json row { { "_event_id", "1769940001300-0" },
        { "content", { { "content", "Hi" }, { "role", "assistant" } } }, { "message_id", nullptr },
        { "metadata", { { "stream_status", "chunk" }, { "thread_run_id", "aa01" } } },
        { "sequence", 0 }, { "type", "assistant" } };
    return canonicalJson(row);
}

/// What the general way makes of an event, when that is a piece of text.
std::optional<SunaChunk> generalWay(const QByteArray &data)
{
    const Result<Json> parsed = parseJson(data, SunaLargeJson);
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    const SunaMessage row = readSunaMessage(*parsed);
    if (row.type != "assistant"_L1 || row.streamStatus() != "chunk"_L1 || !row.id.isEmpty()
        || !row.sequence)
        return std::nullopt;
    return SunaChunk { stringAt(*parsed, "_event_id").value_or(QString()), row.threadRunId(),
        *row.sequence, row.text().value_or(QString()) };
}

bool isSame(const SunaChunk &a, const SunaChunk &b)
{
    return a.eventId == b.eventId && a.runKey == b.runKey && a.sequence == b.sequence
        && a.text == b.text;
}

} // namespace

class tst_SunaChunk : public QObject {
    Q_OBJECT

private slots:
    void readsThePlainForm();
    void leavesTheRestToTheGeneralWay_data();
    void leavesTheRestToTheGeneralWay();
    void theLastOfTwoEqualKeysCounts();
    void isNeverOfAnotherOpinion_data();
    void isNeverOfAnotherOpinion();
};

void tst_SunaChunk::readsThePlainForm()
{
    const auto encoded = readSunaChunk(encodedPiece());
    QVERIFY(encoded);
    QCOMPARE(encoded->text, u"I \u00e9t\u00e9\n"_s);
    QCOMPARE(encoded->runKey, u"aa01"_s);
    QCOMPARE(encoded->sequence, 7);
    QCOMPARE(encoded->eventId, QString());

    const auto open = readSunaChunk(openPiece());
    QVERIFY(open);
    QCOMPARE(open->text, u"Hi"_s);
    QCOMPARE(open->sequence, 0);
    QCOMPARE(open->eventId, u"1769940001300-0"_s);
}

void tst_SunaChunk::leavesTheRestToTheGeneralWay_data()
{
    QTest::addColumn<QByteArray>("data");
    const auto with
        = [](const char *before, const char *after) { return openPiece().replace(before, after); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("chunk");
    QTest::newRow("an array") << QByteArray("[" + openPiece() + "]");
    QTest::newRow("a stored row") << with("\"message_id\":null", "\"message_id\":\"m1\"");
    QTest::newRow("another type") << with("\"type\":\"assistant\"", "\"type\":\"tool\"");
    QTest::newRow("no type") << with(",\"type\":\"assistant\"", "");
    QTest::newRow("a complete row") << with("\"chunk\"", "\"complete\"");
    QTest::newRow("arguments of a call") << with("\"chunk\"", "\"tool_call_chunk\"");
    QTest::newRow("no sequence") << with("\"sequence\":0,", "");
    QTest::newRow("half a sequence") << with("\"sequence\":0,", "\"sequence\":0.5,");
    QTest::newRow("no run") << with(",\"thread_run_id\":\"aa01\"", "");
    QTest::newRow("a run that is a number") << with("\"aa01\"", "1");
    QTest::newRow("text in parts") << with("\"content\":\"Hi\"", "\"content\":[{\"text\":\"Hi\"}]");
    QTest::newRow("no text") << with("\"content\":\"Hi\",", "");
    QTest::newRow("plain content") << with("{\"content\":\"Hi\",\"role\":\"assistant\"}", "\"Hi\"");
    QTest::newRow("metadata that is no JSON")
        << with("{\"stream_status\":\"chunk\",\"thread_run_id\":\"aa01\"}", "\"{broken\"");
    QTest::newRow("too deep for a piece")
        << with("\"role\":\"assistant\"", "\"role\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]");
    QTest::newRow("something after it") << QByteArray(openPiece() + "x");
    QTest::newRow("invalid UTF-8") << with("Hi", "H\xff");
    QTest::newRow("half a surrogate") << with("Hi", "\\ud800");
    QTest::newRow("far too large") << with("Hi", QByteArray(70'000, 'x').constData());
}

void tst_SunaChunk::leavesTheRestToTheGeneralWay()
{
    QFETCH(const QByteArray, data);
    QVERIFY(data != openPiece());
    QVERIFY(!readSunaChunk(data));
}

void tst_SunaChunk::theLastOfTwoEqualKeysCounts()
{
    const QByteArray twice
        = openPiece().replace("\"sequence\":0,", "\"sequence\":0,\"sequence\":9,");
    const auto piece = readSunaChunk(twice);
    QVERIFY(piece);
    QVERIFY(isSame(*piece, *generalWay(twice)));
    QCOMPARE(piece->sequence, 9);
}

void tst_SunaChunk::isNeverOfAnotherOpinion_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("V1") << encodedPiece();
    QTest::newRow("V3") << openPiece();
}

/// Every cut, and every byte in turn replaced by those that mean something in JSON: whatever is
/// taken here, the general way takes as the same piece.
void tst_SunaChunk::isNeverOfAnotherOpinion()
{
    QFETCH(const QByteArray, data);
    for (qsizetype length = 0; length < data.size(); ++length)
        QVERIFY2(!readSunaChunk(data.left(length)), QByteArray::number(length).constData());
    const QByteArray bytes("\"\\{}[],:0-eutn \x00\x01\x7f\xc3\xff", 20);
    int taken = 0;
    for (qsizetype i = 0; i < data.size(); ++i) {
        for (const char byte : bytes) {
            QByteArray changed = data;
            changed[i] = byte;
            const auto piece = readSunaChunk(changed);
            if (!piece)
                continue;
            ++taken;
            const auto expected = generalWay(changed);
            QVERIFY2(expected && isSame(*piece, *expected), changed.constData());
        }
    }
    // Most changes hit a text or a name that does not matter.
    QVERIFY(taken > data.size());
}

QTEST_APPLESS_MAIN(tst_SunaChunk)
#include "tst_suna_chunk.moc"
