// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_loader.h"

#include <memory>
#include <utility>

namespace renum {

namespace {

constexpr int PageSize = 5000;

} // namespace

QCoro::Task<Result<void>> readMilestones(Store *store, ExecutionId id,
    std::function<void(const ExecutionEvent &)> take, LogEntries entries)
{
    qint64 last = 0;
    for (;;) {
        const Result<ExecutionEvents> page
            = co_await store->milestones(id, last, PageSize, entries);
        if (!page)
            co_return page.error();
        for (const ExecutionEvent &event : *page)
            take(event);
        if (page->size() < PageSize)
            co_return Result<void>();
        last = page->last().seq;
    }
}

QCoro::Task<Result<Replay>> loadReplay(Store *store, ExecutionId id)
{
    const auto log = std::make_shared<ExecutionEvents>();
    const std::function<void(const ExecutionEvent &)> keep
        = [log](const ExecutionEvent &event) { log->append(event); };
    const Result<void> read = co_await readMilestones(store, id, keep);
    if (!read)
        co_return read.error();
    co_return replay(*log);
}

} // namespace renum
