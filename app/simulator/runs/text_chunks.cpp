// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/text_chunks.h"

namespace renum::sim {

namespace {

constexpr qsizetype ShortestChunk = 6;
constexpr qsizetype LongestChunk = 22;

/// Where the chunk that starts at `from` ends: after the first blank once it has `wanted` letters.
qsizetype chunkEnd(const QString &text, qsizetype from, qsizetype wanted)
{
    const qsizetype limit = std::min(text.size(), from + 2 * LongestChunk);
    for (qsizetype at = from + wanted; at < limit; ++at) {
        if (text.at(at - 1).isSpace())
            return at;
    }
    if (limit < text.size() && text.at(limit).isLowSurrogate())
        return limit + 1;
    return limit;
}

} // namespace

QList<TextChunk> splitIntoChunks(
    const QString &text, double charsPerSecond, double jitter, SeededRandom &random)
{
    QList<TextChunk> chunks;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype wanted = random.between(ShortestChunk, LongestChunk);
        const qsizetype end = std::max(from + 1, chunkEnd(text, from, wanted));
        const double factor = 1.0 + jitter * (2.0 * random.fraction() - 1.0);
        const double micros = 1e6 * static_cast<double>(end - from) / charsPerSecond * factor;
        chunks.append(
            { text.mid(from, end - from), std::chrono::microseconds(static_cast<qint64>(micros)) });
        from = end;
    }
    return chunks;
}

} // namespace renum::sim
