// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/output_coalescer.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutputCoalescer : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_chunks.clear();
    }

    void aThousandPiecesASecondBecomeFourEvents()
    {
        VirtualClock clock;
        OutputCoalescer coalescer(&clock, 250ms, collect());
        QString expected;
        for (int i = 0; i < 3000; ++i) {
            const QString piece = u"word%1 "_s.arg(i);
            expected += piece;
            coalescer.add(RunTextDelta { 0, piece });
            clock.advance(1ms);
        }
        QVERIFY(m_chunks.size() <= 3 * 4 + 1);
        QVERIFY(m_chunks.size() >= 3 * 4);
        coalescer.finish();
        QCOMPARE(text(), expected);
    }

    void theFirstPieceIsShownAtOnce()
    {
        VirtualClock clock;
        OutputCoalescer coalescer(&clock, 250ms, collect());
        coalescer.add(RunTextDelta { 0, u"He"_s });
        QCOMPARE(m_chunks.size(), 1);
        coalescer.add(RunTextDelta { 0, u"llo"_s });
        QCOMPARE(m_chunks.size(), 1);
        clock.advance(250ms);
        QCOMPARE(m_chunks.size(), 2);
        QCOMPARE(text(), u"Hello"_s);
    }

    void replacingDropsWhatWaitsOfTheSegmentOnly()
    {
        VirtualClock clock;
        OutputCoalescer coalescer(&clock, 250ms, collect());
        coalescer.add(RunActivity { u"starting"_s });
        coalescer.add(RunTextDelta { 0, u"kept"_s });
        coalescer.add(RunTextDelta { 1, u"dropped"_s });
        coalescer.add(RunTextReplaced { 1, u"whole"_s });
        coalescer.add(RunTextDelta { 1, u" text"_s });
        coalescer.finish();
        QCOMPARE(m_chunks.size(), 3);
        QCOMPARE(m_chunks[1].delta, u"kept"_s);
        QCOMPARE(m_chunks[2].delta, u"whole text"_s);
        QVERIFY(m_chunks[2].replace);
        QCOMPARE(m_chunks[2].segment, 1);
    }

    void toolsAndActivitiesKeepTheirOrder()
    {
        VirtualClock clock;
        OutputCoalescer coalescer(&clock, 250ms, collect());
        coalescer.add(RunActivity { u"waking up"_s });
        coalescer.add(RunActivity { u"thinking"_s });
        coalescer.add(RunActivity { u"searching"_s }); // takes the place of the one before
        coalescer.add(RunToolCall { u"c1"_s, u"web_search"_s, u"{}"_s });
        coalescer.add(RunToolResult { u"c1"_s, u"web_search"_s, u"found"_s, false });
        coalescer.add(RunTextDelta { 0, u"text"_s });
        coalescer.add(RunModelKnown { u"model"_s });
        clock.advance(1s);
        QStringList kinds;
        for (const OutputChunk &chunk : std::as_const(m_chunks))
            kinds.append(toString(chunk.kind));
        const QStringList expected { u"status"_s, u"status"_s, u"tool_call"_s, u"tool_result"_s,
            u"assistant"_s };
        QCOMPARE(kinds, expected);
        QCOMPARE(m_chunks[1].delta, u"searching"_s);
        QCOMPARE(m_chunks[2].delta, u"web_search"_s);
        QCOMPARE(boolAt(m_chunks[3].tool, "ok"), false);
    }

    void hugeTextLeavesInBoundedPieces()
    {
        VirtualClock clock;
        OutputCoalescer coalescer(&clock, 250ms, collect());
        const QString piece(10'000, u'x');
        for (int i = 0; i < 100; ++i)
            coalescer.add(RunTextDelta { 0, piece });
        coalescer.finish();
        QCOMPARE(text().size(), 1'000'000);
        for (const OutputChunk &chunk : std::as_const(m_chunks))
            QVERIFY(chunk.delta.size() <= 64 * 1024);
    }

private:
    OutputCoalescer::Emit collect()
    {
        return [this](const OutputChunk &chunk) { m_chunks.append(chunk); };
    }
    QString text() const
    {
        QString all;
        for (const OutputChunk &chunk : m_chunks)
            all += chunk.delta;
        return all;
    }

    QList<OutputChunk> m_chunks;
};

QTEST_GUILESS_MAIN(TestOutputCoalescer)
#include "tst_output_coalescer.moc"
