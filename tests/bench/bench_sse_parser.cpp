// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the SSE parser takes 200-byte events, for several ways to cut the stream into chunks,
// beside a plain memchr loop over the same bytes in the same run. Prints one JSON object; every
// figure is a median of rounds in which both take turns. Measured is the time on the core, so that
// a busy machine does not count against the parser.

#include "core/net/sse_parser.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace {

using Chunks = std::vector<QByteArrayView>;

constexpr std::size_t EventBytes = 200;
constexpr std::size_t EventCount = 320'000; // 64 MB
constexpr int Rounds = 7;

std::string makeStream()
{
    const std::string prefix = "data: {\"type\":\"assistant\",\"content\":\"";
    const std::string suffix = "\"}\n\n";
    std::string event = prefix + std::string(EventBytes - prefix.size() - suffix.size(), 'x');
    event += suffix;
    std::string stream;
    stream.reserve(EventBytes * EventCount);
    for (std::size_t i = 0; i < EventCount; ++i)
        stream += event;
    return stream;
}

Chunks cut(const std::string &stream, const std::function<std::size_t()> &nextSize)
{
    Chunks chunks;
    for (std::size_t at = 0; at < stream.size();) {
        const std::size_t size = std::min(nextSize(), stream.size() - at);
        chunks.emplace_back(stream.data() + at, static_cast<qsizetype>(size));
        at += size;
    }
    return chunks;
}

/// Megabytes (10^6) a second of one run of `work`, which answers how many lines or events it saw.
double speed(const std::function<std::size_t()> &work, std::size_t bytes, std::size_t expected)
{
    const std::clock_t begin = std::clock();
    const std::size_t seen = work();
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (seen != expected) {
        std::fprintf(stderr, "expected %zu, saw %zu\n", expected, seen);
        std::exit(1);
    }
    return static_cast<double>(bytes) / seconds / 1e6;
}

std::size_t parseAll(const Chunks &chunks)
{
    std::size_t events = 0;
    renum::SseParser parser([&events](const renum::SseEvent &) { ++events; });
    for (const QByteArrayView chunk : chunks)
        parser.feed(chunk);
    return events;
}

std::size_t countLines(const std::string &stream)
{
    std::size_t lines = 0;
    const char *at = stream.data();
    const char *const end = at + stream.size();
    while (const void *lf = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
        ++lines;
        at = static_cast<const char *>(lf) + 1;
    }
    return lines;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

nlohmann::json measure(const std::string &stream, const Chunks &chunks)
{
    std::vector<double> parser;
    std::vector<double> floor;
    std::vector<double> ratio;
    for (int round = 0; round < Rounds; ++round) {
        parser.push_back(speed([&] { return parseAll(chunks); }, stream.size(), EventCount));
        floor.push_back(speed([&] { return countLines(stream); }, stream.size(), 2 * EventCount));
        ratio.push_back(parser.back() / floor.back());
    }
    return { { "mb_per_s", median(parser) }, { "memchr_mb_per_s", median(floor) },
        { "ratio_to_memchr", median(ratio) } };
}

} // namespace

int main()
{
    const std::string stream = makeStream();
    constexpr std::mt19937::result_type Seed = 20260101;
    std::mt19937 random(Seed);
    std::uniform_int_distribution<std::size_t> anySize(1, 4096);

    nlohmann::json chunks;
    for (const std::size_t size :
        { std::size_t { 1460 }, std::size_t { 7 }, std::size_t { 65536 } })
        chunks[std::to_string(size)] = measure(stream, cut(stream, [size] { return size; }));
    chunks["random_1_4096"] = measure(stream, cut(stream, [&] { return anySize(random); }));

    const nlohmann::json report { { "benchmark", "sse_parser" }, { "event_bytes", EventBytes },
        { "events", EventCount }, { "rounds", Rounds }, { "seed", Seed }, { "chunks", chunks } };
    std::printf("%s\n", report.dump(2).c_str());
    return 0;
}
