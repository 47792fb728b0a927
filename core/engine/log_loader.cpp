// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_loader.h"

#include <optional>
#include <utility>

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

// The last of them before one that counts says until when an engine was there.
void appendMark(ExecutionEvents &log, std::optional<ExecutionEvent> &skipped)
{
    if (skipped)
        log.append(*std::exchange(skipped, std::nullopt));
}

} // namespace

QCoro::Task<Result<Replay>> loadReplay(Store *store, ExecutionId id)
{
    ExecutionEvents log;
    std::optional<ExecutionEvent> skipped;
    qint64 last = 0;
    for (;;) {
        const Result<ExecutionEvents> page = co_await store->events(id, last, PageSize);
        if (!page)
            co_return page.error();
        for (const ExecutionEvent &event : *page) {
            last = event.seq;
            if (decidesNothing(event)) {
                skipped = event;
                continue;
            }
            appendMark(log, skipped);
            log.append(event);
        }
        if (page->size() < PageSize)
            break;
    }
    appendMark(log, skipped);
    co_return replay(log);
}

} // namespace renum
