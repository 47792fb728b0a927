// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_log.h"
#include "core/workflow/message_log.h"
#include "tests/ui/fake_workspace.h"

/// What the fake workspace tells of what a team shares: folded from the stored events.
namespace renum::ui {

QCoro::Task<Result<ContextState>> FakeWorkspace::context(
    ExecutionId id, std::optional<int> version, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Context, stop);
    if (!entered)
        co_return entered.error();
    co_return folded(id, ContextAt(version)).state(Timestamp());
}

QCoro::Task<Result<ContextVersions>> FakeWorkspace::contextHistory(
    ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ContextHistory, stop);
    if (!entered)
        co_return entered.error();
    co_return folded<renum::ContextHistory>(id).finish();
}

QCoro::Task<Result<void>> FakeWorkspace::writeContext(
    ExecutionId, std::vector<ContextWrite> writes, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::WriteContext, stop);
    if (entered) {
        for (const ContextWrite &write : writes)
            contextWrites.append(write);
    }
    co_return entered;
}

QCoro::Task<Result<void>> FakeWorkspace::restoreContext(
    ExecutionId, int version, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::RestoreContext, stop);
    if (entered)
        restoredVersions.append(version);
    co_return entered;
}

QCoro::Task<Result<std::vector<TeamMessage>>> FakeWorkspace::messages(
    ExecutionId id, MessageQuery query, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Messages, stop);
    if (!entered)
        co_return entered.error();
    co_return folded<MessageLog>(id).board().history(query);
}

QCoro::Task<Result<LogEntryList>> FakeWorkspace::logs(
    ExecutionId id, LogQuery query, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Logs, stop);
    if (!entered)
        co_return entered.error();
    co_return selected(folded<ExecutionLog>(id).entries(), query);
}

QCoro::Task<Result<ExecutionErrorList>> FakeWorkspace::executionErrors(
    ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::ExecutionErrors, stop);
    if (!entered)
        co_return entered.error();
    co_return Result<ExecutionErrorList>(folded<renum::ExecutionErrors>(id).errors());
}

} // namespace renum::ui
