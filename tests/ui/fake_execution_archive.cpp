// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_execution_archive.h"

#include "core/model/error_codes.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "tests/support/log_matching.h"
#include "tests/ui/fake_workspace.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>
#include <iterator>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

bool isOfGroup(ExecutionStatus status, ExecutionGroup group, bool waits)
{
    switch (group) {
    case ExecutionGroup::All:
        return true;
    case ExecutionGroup::Active:
        return !isTerminal(status);
    case ExecutionGroup::WaitingForMe:
        return !isTerminal(status) && waits;
    case ExecutionGroup::Completed:
        return status == ExecutionStatus::Completed;
    case ExecutionGroup::Failed:
        return status == ExecutionStatus::Failed;
    }
    return false;
}

bool fits(const Execution &execution, const ExecutionFilter &filter)
{
    const auto has = [&filter](const QString &text) {
        return text.contains(filter.text, Qt::CaseInsensitive);
    };
    const Cost &cost = execution.usage.cost;
    return (execution.parent ? execution.parent->execution : ExecutionId()) == filter.parent
        && (filter.team.isEmpty() || filter.team == execution.teamId)
        && (filter.statuses.isEmpty() || filter.statuses.contains(execution.status))
        && (!filter.since || execution.createdAt >= *filter.since)
        && (!filter.costFrom || (cost.isKnown() && cost.nanoUsd >= *filter.costFrom))
        && (!filter.costTo || (cost.isKnown() && cost.nanoUsd <= *filter.costTo))
        && (has(execution.initialPrompt) || has(execution.teamName)
            || has(execution.id.toString()));
}

Error notFound()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound), u"not there"_s, {} };
}

} // namespace

FakeExecutionArchive::FakeExecutionArchive(FakeWorkspace *workspace)
    : ExecutionArchive(workspace)
    , m_workspace(workspace)
{
}

QCoro::Task<Result<void>> FakeExecutionArchive::enter(Call call, std::stop_token stop)
{
    const QPointer<FakeExecutionArchive> self(this);
    ++m_calls[call];
    const OneShot<bool> turn;
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [turn] { turn.set(true); }, Qt::QueuedConnection);
    co_await turn;
    if (!self || stop.stop_requested())
        co_return cancelledError();
    if (m_failNext.contains(call))
        co_return m_failNext.take(call);
    co_return Result<void>();
}

ExecutionEvents FakeExecutionArchive::events(const ExecutionId &id) const
{
    return m_workspace->storedEvents.value(id);
}

QCoro::Task<Result<LogHits>> FakeExecutionArchive::findInLog(
    ExecutionId id, LogFilter filter, LogStretch stretch, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::FindInLog, stop);
    if (!entered)
        co_return entered.error();
    searches.append(filter);
    const ExecutionEvents all = events(id);
    QHash<AgentId, QString> names;
    LogHits hits;
    hits.last = all.isEmpty() ? 0 : all.last().seq;
    hits.reached = std::min({ stretch.after + partSize, stretch.upTo, hits.last });
    for (const ExecutionEvent &event : all) {
        if (event.eventType == "plan_created"_L1)
            names = namesInPlan(event);
        if (event.seq > stretch.after && event.seq <= hits.reached
            && test::isLine(event, filter, names))
            hits.lines.append(event.seq);
    }
    co_return Result<LogHits>(std::move(hits));
}

QCoro::Task<Result<ExecutionEvents>> FakeExecutionArchive::logEvents(
    ExecutionId id, QList<qint64> lines, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::LogEvents, stop);
    if (!entered)
        co_return entered.error();
    const ExecutionEvents all = events(id);
    ExecutionEvents asked;
    for (const qint64 seq : lines) {
        if (seq > 0 && seq <= all.size())
            asked.append(all.at(seq - 1));
    }
    co_return Result<ExecutionEvents>(std::move(asked));
}

QCoro::Task<Result<LogEntryList>> FakeExecutionArchive::logEntries(
    ExecutionId id, QList<qint64> lines, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::LogEntries, stop);
    if (!entered)
        co_return entered.error();
    ExecutionLog log;
    for (const ExecutionEvent &event : events(id))
        log.apply(event);
    LogEntryList asked;
    std::ranges::copy_if(log.entries(), std::back_inserter(asked),
        [&lines](const LogEntry &entry) { return lines.contains(entry.id); });
    co_return Result<LogEntryList>(std::move(asked));
}

QCoro::Task<Result<qint64>> FakeExecutionArchive::logSeqAt(
    ExecutionId id, Timestamp time, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::LogSeqAt, stop);
    if (!entered)
        co_return entered.error();
    const ExecutionEvents all = events(id);
    const auto at = std::ranges::find_if(
        all, [time](const ExecutionEvent &event) { return event.timestamp >= time; });
    co_return at == all.cend() ? qint64(all.size()) : at->seq;
}

QCoro::Task<Result<QSet<QString>>> FakeExecutionArchive::dismissedErrors(
    ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::DismissedErrors, stop);
    if (!entered)
        co_return entered.error();
    co_return dismissed.value(id);
}

QCoro::Task<Result<AuditEntries>> FakeExecutionArchive::audit(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Audit, stop);
    if (!entered)
        co_return entered.error();
    ExecutionAudit fold;
    const ExecutionEvents all = events(id);
    for (const ExecutionEvent &event : all)
        fold.apply(event);
    co_return Result<AuditEntries>(fold.entries());
}

QCoro::Task<Result<void>> FakeExecutionArchive::dismissError(
    ExecutionId id, QString error, bool away, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::DismissError, stop);
    if (!entered)
        co_return entered.error();
    if (away)
        dismissed[id].insert(error);
    else
        dismissed[id].remove(error);
    co_return Result<void>();
}

QList<FoundExecution> FakeExecutionArchive::matching(const ExecutionFilter &filter) const
{
    QList<FoundExecution> all;
    for (const Execution &execution : m_workspace->storedExecutions) {
        const bool waits = waiting.contains(execution.id);
        if (removed.contains(execution.id) || !fits(execution, filter)
            || !isOfGroup(execution.status, filter.group, waits))
            continue;
        FoundExecution found { execution, waits };
        for (const Execution &other : m_workspace->storedExecutions)
            found.nested += other.parent && other.parent->execution == execution.id ? 1 : 0;
        all.append(found);
    }
    return all;
}

QCoro::Task<Result<Page<FoundExecution>>> FakeExecutionArchive::find(
    ExecutionFilter filter, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Find, stop);
    if (!entered)
        co_return entered.error();
    filters.append(filter);
    const QList<FoundExecution> all = matching(filter);
    const qsizetype first = filter.page.after.toLongLong();
    Page<FoundExecution> page;
    page.items = all.mid(first, filter.page.limit);
    if (first + page.items.size() < all.size())
        page.next = QString::number(first + page.items.size());
    co_return Result<Page<FoundExecution>>(std::move(page));
}

QCoro::Task<Result<ExecutionCounts>> FakeExecutionArchive::count(
    ExecutionFilter filter, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Count, stop);
    if (!entered)
        co_return entered.error();
    const auto number = [this, &filter](ExecutionGroup group) {
        filter.group = group;
        return static_cast<int>(matching(filter).size());
    };
    using G = ExecutionGroup;
    co_return ExecutionCounts { number(G::All), number(G::Active), number(G::WaitingForMe),
        number(G::Completed), number(G::Failed) };
}

QCoro::Task<Result<void>> FakeExecutionArchive::remove(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Remove, stop);
    if (!entered)
        co_return entered.error();
    const auto at = std::ranges::find(m_workspace->storedExecutions, id, &Execution::id);
    if (at == m_workspace->storedExecutions.end())
        co_return notFound();
    if (!isTerminal(at->status))
        co_return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotOver),
            u"still active"_s, {} };
    removed.insert(id);
    m_workspace->emitExecutionsChanged(id);
    co_return Result<void>();
}

QCoro::Task<Result<void>> FakeExecutionArchive::restore(ExecutionId id, std::stop_token stop)
{
    const Result<void> entered = co_await enter(Call::Restore, stop);
    if (!entered)
        co_return entered.error();
    if (!removed.remove(id))
        co_return notFound();
    m_workspace->emitExecutionsChanged(id);
    co_return Result<void>();
}

} // namespace renum::ui
