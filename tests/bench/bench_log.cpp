// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_needle.h"
#include "core/store/log_scan.h"
#include "tests/bench/bench_figures.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// How fast a long log is searched: the goals are those of a person who looks at it. Compared with
/// a plain loop over the same bytes in memory, which has no database, no windows and no end early.
using namespace renum;
using namespace renum::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;
constexpr int WindowRows = 60;
const ExecutionId Known(u"00000000-0000-4000-8000-000000000001"_s);

// --- the log -------------------------------------------------------------------------------------

ExecutionEvent event(qint64 seq, const char *type, const char *eventType, Json data)
{
    ExecutionEvent made;
    made.seq = seq;
    made.type = QString::fromLatin1(type);
    made.eventType = QString::fromLatin1(eventType);
    made.executionId = Known;
    made.teamId = TeamId(u"11111111-0000-4000-8000-000000000000"_s);
    made.agentId = AgentId(u"agent-%1"_s.arg(seq % 10));
    made.timestamp = fromMicroseconds(1'770'000'000'000'000 + seq * 50'000);
    made.data = std::move(data);
    return made;
}

std::string stepName(qint64 seq)
{
    return "agent-" + std::to_string(seq % 10);
}

ExecutionEvent outputEvent(qint64 seq, const char *kind)
{
    return event(seq, "step_update", "step_output",
        { { "step_id", stepName(seq) }, { "attempt", 1 }, { "kind", kind }, { "segment", 3 },
            { "delta",
                "Demand grows by a quarter a year, led by the south, and the average price of what "
                "is sold fell for the third year in a row. "
                    + std::to_string(seq) } });
}

ExecutionEvent entryEvent(qint64 seq)
{
    const bool isRare = seq % 50'000 == 17;
    return event(seq, "execution_log", "",
        { { "log_entry",
            { { "level", seq % 100 == 6 ? "warning" : "info" }, { "category", "network" },
                { "message",
                    std::string(isRare ? "The needle was found in request "
                                       : "The answer of the service came after request ")
                        + std::to_string(seq) },
                { "details",
                    { { "milliseconds", seq % 997 }, { "path", "/api/agent-runs" } } } } } });
}

/// As a team at work writes: four tenths streamed words, the rest lines of every kind.
ExecutionEvent anyEvent(qint64 seq)
{
    switch (seq % 10) {
    case 0:
    case 3:
    case 5:
    case 8:
        return outputEvent(seq, "assistant");
    case 1:
        return outputEvent(seq, "tool_call");
    case 2:
        return event(seq, "step_update", "step_usage",
            { { "step_id", stepName(seq) }, { "attempt", 1 }, { "agent_run_id", "run" },
                { "usage_metrics", Json::object() } });
    case 4:
        return event(seq, "context_change", "",
            { { "key", "finding" }, { "scope", "shared_memory" }, { "version", seq },
                { "changed_by", stepName(seq) }, { "value", "Bicycles " + std::to_string(seq) } });
    default:
        return entryEvent(seq);
    }
}

// --- asking --------------------------------------------------------------------------------------

template<typename T>
QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> *kept, QEventLoop *loop)
{
    T answer = co_await task;
    kept->emplace(std::move(answer));
    loop->quit();
}

template<typename T>
T answerOf(QCoro::Task<Result<T>> task)
{
    QEventLoop loop;
    std::optional<Result<T>> kept;
    const QCoro::Task<> keeping = keep(std::move(task), &kept, &loop);
    if (!kept)
        loop.exec();
    if (!*kept)
        fail(kept->error().message);
    return **kept;
}

struct Search {
    double first = 0; ///< seconds to the first hit
    double all = 0;
    QList<qint64> lines;
};

Search search(const LogScan &scan, const LogFilter &filter)
{
    Search done;
    const auto begin = SteadyClock::now();
    LogStretch stretch;
    for (;;) {
        const LogHits hits = answerOf(scan.find(Known, filter, stretch));
        if (done.lines.isEmpty() && !hits.lines.isEmpty())
            done.first = secondsSince(begin);
        done.lines += hits.lines;
        if (hits.reached >= hits.last)
            break;
        stretch.after = hits.reached;
    }
    done.all = secondsSince(begin);
    return done;
}

// --- figures -------------------------------------------------------------------------------------

/// The same bytes, one after the other in memory.
struct PlainLog {
    std::string text;
    std::vector<std::size_t> ends;
};

PlainLog fill(Store *store, qint64 count)
{
    PlainLog plain;
    constexpr qint64 AtOnce = 2000;
    ExecutionEvents events { event(1, "execution_update", "execution_created",
        { { "status", "running" }, { "team_name", "Bench" }, { "initial_prompt", "none" } }) };
    QEventLoop loop;
    for (qint64 seq = 2; seq <= count + 1; ++seq) {
        if (seq > count || events.size() == AtOnce) {
            for (const ExecutionEvent &each : std::as_const(events)) {
                plain.text += canonicalJson(each.data).toStdString();
                plain.ends.push_back(plain.text.size());
            }
            std::optional<Result<void>> kept;
            const QCoro::Task<> keeping = keep(store->append(events), &kept, &loop);
            if (!kept)
                loop.exec();
            if (!*kept)
                fail(kept->error().message);
            events.clear();
        }
        events.append(anyEvent(seq));
    }
    return plain;
}

int plainLoop(const PlainLog &plain, const QString &text)
{
    const TextNeedle needle(text);
    int hits = 0;
    std::size_t begin = 0;
    for (const std::size_t end : plain.ends) {
        const QByteArrayView data(plain.text.data() + begin, qsizetype(end - begin));
        hits += needle.isInValuesOf(data) ? 1 : 0;
        begin = end;
    }
    return hits;
}

Json searchFigures(const LogScan &scan, const LogFilter &filter)
{
    std::vector<double> first;
    std::vector<double> all;
    qsizetype hits = 0;
    for (int round = 0; round < Rounds; ++round) {
        const Search done = search(scan, filter);
        first.push_back(done.first * 1e3);
        all.push_back(done.all * 1e3);
        hits = done.lines.size();
    }
    return { { "first_hit_ms", rounded(median(first)) }, { "all_ms", rounded(median(all)) },
        { "hits", hits } };
}

Json textFigures(const LogScan &scan, const PlainLog &plain, const QString &text)
{
    Json figures = searchFigures(scan, { .words = { { text, {}, {} } } });
    std::vector<double> loop;
    for (int round = 0; round < Rounds; ++round)
        loop.push_back(secondsOf([&] { static_cast<void>(plainLoop(plain, text)); }) * 1e3);
    figures["plain_loop_ms"] = rounded(median(loop));
    return figures;
}

/// A window of lines somewhere, once it is known which lines there are.
double windowMilliseconds(const LogScan &scan, const QList<qint64> &lines, qsizetype row)
{
    const QList<qint64> window = lines.mid(row, WindowRows);
    return secondsOf([&] { static_cast<void>(answerOf(scan.events(Known, window))); }) * 1e3;
}

Json windowFigures(const LogScan &scan, const QList<qint64> &lines)
{
    std::vector<double> screen;
    std::vector<double> jump;
    std::vector<double> moment;
    for (int round = 0; round < Rounds * 5; ++round) {
        const qsizetype row = (lines.size() / 40) * (round % 40);
        jump.push_back(windowMilliseconds(scan, lines, row));
        const Timestamp then = fromMicroseconds(1'770'000'000'000'000 + lines.at(row) * 50'000);
        moment.push_back(
            secondsOf([&] { static_cast<void>(answerOf(scan.seqAt(Known, then))); }) * 1e3);
        screen.push_back(secondsOf([&] {
            const LogHits hits = answerOf(scan.find(Known, {}, {}));
            static_cast<void>(answerOf(scan.events(Known, hits.lines.first(WindowRows))));
        }) * 1e3);
    }
    return { { "first_screen_ms", rounded(median(screen)) }, { "first_screen_goal_ms", 100 },
        { "jump_ms", rounded(median(jump)) }, { "jump_p95_ms", rounded(percentile(jump, 0.95)) },
        { "jump_goal_ms", 33 }, { "time_to_line_ms", rounded(median(moment)) } };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString parent = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s;
    const qint64 count = argc > 2 ? QByteArray(argv[2]).toLongLong() : 1'000'000;
    const QTemporaryDir folder(parent + "/bench_log-XXXXXX"_L1);
    SystemClock clock;
    const Result<std::unique_ptr<Store>> store
        = Store::open({ folder.filePath(u"store.db"_s) }, &clock);
    if (!store)
        fail(store.error().message);
    const PlainLog plain = fill(store->get(), count);
    const LogScan scan(store->get());
    Json report = { { "benchmark", "log" }, { "events", count }, { "rounds", Rounds },
        { "bytes", plain.text.size() }, { "first_hit_goal_ms", 100 }, { "all_goal_ms", 1000 } };
    const QList<qint64> lines = search(scan, {}).lines;
    report["window"] = windowFigures(scan, lines);
    report["no_filter"] = searchFigures(scan, {});
    report["rare_text"] = textFigures(scan, plain, u"needle"_s);
    report["text_in_every_tenth"] = textFigures(scan, plain, u"bicycles"_s);
    report["text_in_most"] = textFigures(scan, plain, u"e"_s);
    report["text_without_hit"] = textFigures(scan, plain, u"São Paulo"_s);
    report["level"] = searchFigures(scan, { .levels = { LogLevel::Warning } });
    report["level_of_most"] = searchFigures(scan, { .levels = { LogLevel::Info } });
    report["agent"] = searchFigures(scan, { .agents = { AgentId(u"agent-7"_s) } });
    print(report);
    return 0;
}
