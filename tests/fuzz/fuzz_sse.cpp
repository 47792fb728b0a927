// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sse_parser.h"
#include "tests/fuzz/fuzz_input.h"

#include <QByteArray>
#include <QList>

using namespace renum;
using namespace renum::fuzz;

namespace {

/// Small, so that the fuzzer reaches it.
constexpr qsizetype MaxEventBytes = 512;

struct Reading {
    QList<QByteArray> parts;
    bool fits = true;
    bool partial = false;

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// Reads the stream in pieces; `length` says how long the one at an offset is.
template<typename Length>
Reading read(QByteArrayView stream, Length length)
{
    Reading reading;
    SseParser parser(
        [&reading](const SseEvent &event) {
            require(event.data.size() <= MaxEventBytes, "an event is bounded");
            reading.parts += event.data.toByteArray();
            reading.parts += event.event.toByteArray();
            reading.parts += event.id.toByteArray();
        },
        MaxEventBytes);
    qsizetype at = 0;
    while (at < stream.size() && reading.fits) {
        const qsizetype size = std::min(length(at), stream.size() - at);
        // A copy of its own, so that a read behind its end is seen.
        const QByteArray piece = stream.sliced(at, size).toByteArray();
        reading.fits = parser.feed(piece);
        at += size;
    }
    reading.partial = reading.fits && parser.hasPartialEvent();
    return reading;
}

} // namespace

/// However a stream is cut into pieces, the same events come out.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const FuzzInput input(data, size);
    const QByteArrayView stream = input.whole();
    const Reading whole = read(stream, [&stream](qsizetype) { return stream.size(); });
    const Reading pieces = read(stream, [&input](qsizetype at) { return input.pieceAt(at); });
    const Reading bytes = read(stream, [](qsizetype) { return qsizetype(1); });
    require(whole == pieces, "pieces change nothing");
    require(whole == bytes, "single bytes change nothing");
    return 0;
}
