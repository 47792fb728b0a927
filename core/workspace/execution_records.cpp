// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_records.h"

#include "core/engine/log_loader.h"
#include "core/model/execution_log.h"
#include "core/net/redact.h"
#include "core/net/redact_json.h"
#include "core/workflow/message_log.h"

#include <functional>
#include <memory>

namespace renum {

namespace {

using Take = std::function<void(const ExecutionEvent &)>;

/// Hands events to a fold that whoever asked keeps too.
template<typename Fold>
Take into(const std::shared_ptr<Fold> &fold)
{
    return [fold](const ExecutionEvent &event) { fold->apply(event); };
}

LogEntryList redacted(LogEntryList log)
{
    for (LogEntry &entry : log) {
        entry.message = redact(entry.message);
        entry.details = redactedJson(entry.details);
    }
    return log;
}

ExecutionErrorList redacted(ExecutionErrorList errors)
{
    for (ExecutionError &error : errors) {
        error.error.message = redact(error.error.message);
        error.details = redactedJson(error.details);
    }
    return errors;
}

} // namespace

ExecutionRecords::ExecutionRecords(Store *store, Clock *clock)
    : m_store(store)
    , m_clock(clock)
{
}

QCoro::Task<Result<ContextState>> ExecutionRecords::context(
    ExecutionId id, std::optional<int> version) const
{
    const Timestamp now = m_clock->now();
    const auto fold = std::make_shared<ContextAt>(version);
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->state(now);
}

QCoro::Task<Result<ContextVersions>> ExecutionRecords::contextHistory(ExecutionId id) const
{
    const auto fold = std::make_shared<ContextHistory>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->finish();
}

QCoro::Task<Result<std::vector<TeamMessage>>> ExecutionRecords::messages(
    ExecutionId id, MessageQuery query) const
{
    const auto fold = std::make_shared<MessageLog>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->board().history(query);
}

QCoro::Task<Result<LogEntryList>> ExecutionRecords::logs(ExecutionId id, LogQuery query) const
{
    const auto fold = std::make_shared<ExecutionLog>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take, LogEntries::Include);
    if (!read)
        co_return read.error();
    co_return redacted(selected(fold->entries(), query));
}

QCoro::Task<Result<ExecutionErrorList>> ExecutionRecords::errors(ExecutionId id) const
{
    const auto fold = std::make_shared<ExecutionErrors>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return redacted(fold->errors());
}

} // namespace renum
