// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_loader.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 2000;

/// Most of a log is streamed text, which decides nothing.
bool decidesNothing(const ExecutionEvent &event)
{
    return event.eventType == "step_output"_L1 || event.eventType == "execution_progress"_L1
        || event.type == "execution_log"_L1;
}

} // namespace

QCoro::Task<Result<Replay>> loadReplay(Store *store, ExecutionId id)
{
    ExecutionEvents log;
    qint64 last = 0;
    Timestamp lastTime;
    for (;;) {
        const Result<ExecutionEvents> page = co_await store->events(id, last, PageSize);
        if (!page)
            co_return page.error();
        if (page->isEmpty())
            break;
        last = page->constLast().seq;
        lastTime = page->constLast().timestamp;
        for (const ExecutionEvent &event : *page) {
            if (!decidesNothing(event))
                log.append(event);
        }
        if (page->size() < PageSize)
            break;
    }
    Result<Replay> replayed = replay(log);
    if (replayed) {
        replayed->lastSeq = last;
        replayed->lastTime = lastTime;
    }
    co_return replayed;
}

} // namespace renum
