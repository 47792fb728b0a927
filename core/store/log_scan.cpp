// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_scan.h"

#include "core/model/execution_log.h"
#include "core/store/log_search.h"
#include "core/store/read_session.h"
#include "core/store/store_access.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

Result<qint64> lastSeq(ReadSession &session, const ExecutionRef &execution)
{
    Statement select(session.connection.get(),
        "SELECT coalesce(max(seq), 0) FROM renum_execution_events WHERE execution_key = ?");
    if (const Result<void> ran = select.run(execution.key); !ran)
        return ran.error();
    const qint64 last = select.next() ? select.integer(0) : 0;
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return last;
}

Result<LogHits> find(
    ReadSession &session, const ExecutionId &id, const LogFilter &filter, const LogStretch &stretch)
{
    const Result<ExecutionRef> execution = session.executions.refOf(id);
    if (!execution)
        return execution.error();
    const Result<qint64> last = lastSeq(session, *execution);
    if (!last)
        return last.error();
    const qint64 after = std::clamp<qint64>(stretch.after, 0, *last);
    LogHits hits;
    hits.last = *last;
    hits.reached = std::clamp(std::min(stretch.upTo, *last), after, after + LogHits::MostAtOnce);
    const Result<QList<qint64>> lines
        = LogSearch(&session, *execution, filter).run(after, hits.reached);
    if (!lines)
        return lines.error();
    hits.lines = *lines;
    return hits;
}

Result<ExecutionEvents> eventsAt(
    ReadSession &session, const ExecutionRef &execution, const QList<qint64> &seqs)
{
    ExecutionEvents events;
    for (const qint64 seq : seqs) {
        const Result<ExecutionEvents> single = session.events.single(execution, seq);
        if (!single)
            return single.error();
        if (!single->isEmpty() && single->first().seq == seq)
            events.append(single->first());
    }
    return events;
}

/// The event that says which run a step's start led to, when there is one.
Result<qint64> boundSeq(
    ReadSession &session, const ExecutionRef &execution, const ExecutionEvent &started)
{
    Statement select(session.connection.get(),
        "SELECT seq, event_type FROM renum_execution_events WHERE execution_key = ? AND seq > ? "
        "AND step_id = ? AND event_type IN ('step_run_bound', 'step_started', 'step_completed', "
        "'step_failed', 'step_retrying', 'step_cancelled', 'step_skipped') ORDER BY seq LIMIT 1");
    const QString step = stringAt(started.data, "step_id").value_or(QString());
    if (const Result<void> ran = select.run(execution.key, started.seq, step); !ran)
        return ran.error();
    qint64 seq = 0;
    if (select.next() && select.text(1) == "step_run_bound"_L1)
        seq = select.integer(0);
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return seq;
}

/// With what their entries need besides: the plan and the runs of steps that began.
Result<ExecutionEvents> eventsAround(
    ReadSession &session, const ExecutionRow &row, const QList<qint64> &seqs)
{
    const ExecutionRef execution { row.key, row.execution.id, row.execution.teamId };
    const Result<ExecutionEvents> asked = eventsAt(session, execution, seqs);
    if (!asked)
        return asked.error();
    QList<qint64> all = seqs;
    if (row.planSeq)
        all.append(*row.planSeq);
    for (const ExecutionEvent &event : *asked) {
        if (event.eventType != "step_started"_L1)
            continue;
        const Result<qint64> run = boundSeq(session, execution, event);
        if (!run)
            return run.error();
        if (*run > 0)
            all.append(*run);
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return eventsAt(session, execution, all);
}

Result<LogEntryList> entries(ReadSession &session, const ExecutionId &id, const QList<qint64> &seqs)
{
    const Result<ExecutionRow> row = session.executions.find(id);
    if (!row)
        return row.error();
    const Result<ExecutionEvents> events = eventsAround(session, *row, seqs);
    if (!events)
        return events.error();
    ExecutionLog log;
    for (const ExecutionEvent &event : *events)
        log.apply(event);
    LogEntryList asked;
    std::ranges::copy_if(log.entries(), std::back_inserter(asked),
        [&seqs](const LogEntry &entry) { return std::ranges::binary_search(seqs, entry.id); });
    return asked;
}

Result<Timestamp> timeOf(Statement &select, const ExecutionRef &execution, qint64 seq)
{
    if (const Result<void> ran = select.run(execution.key, seq); !ran)
        return ran.error();
    const Timestamp time = select.next() ? select.time(0) : Timestamp();
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return time;
}

Result<qint64> seqAt(ReadSession &session, const ExecutionId &id, Timestamp time)
{
    const Result<ExecutionRef> execution = session.executions.refOf(id);
    if (!execution)
        return execution.error();
    const Result<qint64> last = lastSeq(session, *execution);
    if (!last)
        return last.error();
    Statement select(session.connection.get(),
        "SELECT created_at FROM renum_execution_events WHERE execution_key = ? AND seq = ?");
    qint64 low = 1;
    qint64 high = std::max<qint64>(*last, 1);
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const Result<Timestamp> there = timeOf(select, *execution, middle);
        if (!there)
            return there.error();
        if (*there < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

LogScan::LogScan(Store *store)
    : m_store(store)
{
}

QCoro::Task<Result<LogHits>> LogScan::find(
    ExecutionId id, LogFilter filter, LogStretch stretch) const
{
    const OneShot<Result<LogHits>> answer
        = m_store->access().read<LogHits>([id, filter, stretch](ReadSession &session) {
              return renum::find(session, id, filter, stretch);
          });
    co_return co_await answer;
}

QCoro::Task<Result<ExecutionEvents>> LogScan::events(ExecutionId id, QList<qint64> seqs) const
{
    const OneShot<Result<ExecutionEvents>> answer = m_store->access().read<ExecutionEvents>(
        [id, seqs](ReadSession &session) -> Result<ExecutionEvents> {
            const Result<ExecutionRef> execution = session.executions.refOf(id);
            if (!execution)
                return execution.error();
            return eventsAt(session, *execution, seqs);
        });
    co_return co_await answer;
}

QCoro::Task<Result<LogEntryList>> LogScan::entries(ExecutionId id, QList<qint64> seqs) const
{
    const OneShot<Result<LogEntryList>> answer = m_store->access().read<LogEntryList>(
        [id, seqs](ReadSession &session) { return renum::entries(session, id, seqs); });
    co_return co_await answer;
}

QCoro::Task<Result<qint64>> LogScan::seqAt(ExecutionId id, Timestamp time) const
{
    const OneShot<Result<qint64>> answer = m_store->access().read<qint64>(
        [id, time](ReadSession &session) { return renum::seqAt(session, id, time); });
    co_return co_await answer;
}

} // namespace renum
