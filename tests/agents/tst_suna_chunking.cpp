// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_stream_reader.h"
#include "core/net/sse_parser.h"
#include "tests/agents/run_event_text.h"
#include "tests/simulator/sim_fixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

/// Two calls of the model with text beyond ASCII and a tool, more than 10 kB in every family.
const QByteArray Steps
    = R"([{"text":"I will write “notes” with café 🚲, 日本語 and a few more words, so that there are )"
      R"(several pieces of it on the way."},{"tool":{"name":"create_file","arguments":)"
      R"({"file_path":"notes.md","file_contents":"# Notes\nÅ < b & c > d"},"result":"Done — ok","ms":5}},)"
      R"({"text":["# Result","","Everything is in *notes.md*; nothing else was touched by it."]}])";

constexpr qsizetype TranscriptBytes = 10'000;
/// The events of every split are compared as bytes; every so often they are read as well.
constexpr qsizetype ReadEvery = 32;

QByteArrayList dataOf(const QByteArrayList &pieces)
{
    QByteArrayList data;
    SseParser parser([&data](const SseEvent &event) { data += event.data.toByteArray(); });
    for (const QByteArray &piece : pieces) {
        if (!parser.feed(piece))
            data += "too large";
    }
    return data;
}

QStringList readAll(SunaFamily family, const QByteArrayList &data)
{
    EventLines seen;
    SunaStreamReader reader(family, seen.sink());
    for (const QByteArray &each : data)
        reader.read(each);
    seen.lines += reader.sawEnd() ? u"end"_s : u"no end"_s;
    return seen.lines;
}

} // namespace

Q_DECLARE_METATYPE(renum::SunaFamily)

/// A transcript of each family, cut at every single place.
class SunaChunkingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void everySplitReadsTheSame_data();
    void everySplitReadsTheSame();
    void aByteAtATimeReadsTheSame_data() { everySplitReadsTheSame_data(); }
    void aByteAtATimeReadsTheSame();

private:
    /// A finished run's replay, as the simulator sends it.
    static QByteArray transcript(const QString &profile)
    {
        SimFixture sim(oneAgent(Steps), profile);
        const bool early = profile == "v1"_L1 || profile == "v2a"_L1;
        const QString prefix = profile == "v3"_L1 ? u"/v1"_s : u"/api"_s;
        const Json begun = sim.postForm(prefix + (early ? u"/agent/initiate"_s : u"/agent/start"_s),
                                  { { u"prompt"_s, u"x"_s } })
                               .json;
        const QString run = stringAt(begun, "agent_run_id").value_or(QString());
        return sim.get(prefix + u"/agent-run/"_s + run + u"/stream"_s).body;
    }
};

void SunaChunkingTest::everySplitReadsTheSame_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<QString>("profile");
    QTest::newRow("v1") << SunaFamily::V1 << u"v1"_s;
    QTest::newRow("v2a") << SunaFamily::V2a << u"v2a"_s;
    QTest::newRow("v2b") << SunaFamily::V2b << u"v2b"_s;
    QTest::newRow("v2b, XML") << SunaFamily::V2b << u"v2b-xml"_s;
    QTest::newRow("v3") << SunaFamily::V3 << u"v3"_s;
}

void SunaChunkingTest::everySplitReadsTheSame()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, profile);
    const QByteArray bytes = transcript(profile);
    QVERIFY2(bytes.size() >= TranscriptBytes, qPrintable(QString::number(bytes.size())));
    const QByteArrayList whole = dataOf({ bytes });
    const QStringList expected = readAll(family, whole);
    QVERIFY(expected.join(u'\n').contains(u"notes.md"_s));
    QCOMPARE(expected.constLast(), u"end"_s);
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        const QByteArrayList data = dataOf({ bytes.first(at), bytes.sliced(at) });
        QCOMPARE(data, whole);
        if (at % ReadEvery == 0)
            QCOMPARE(readAll(family, data), expected);
    }
}

void SunaChunkingTest::aByteAtATimeReadsTheSame()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, profile);
    const QByteArray bytes = transcript(profile);
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        pieces += bytes.sliced(at, 1);
    QCOMPARE(readAll(family, dataOf(pieces)), readAll(family, dataOf({ bytes })));
}

QTEST_GUILESS_MAIN(SunaChunkingTest)
#include "tst_suna_chunking.moc"
