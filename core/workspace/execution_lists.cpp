// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_lists.h"

#include "core/model/error_codes.h"
#include "core/store/execution_deletion.h"
#include "core/store/store_errors.h"

#include <QLoggingCategory>
#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcExecutionLists, "renum.workspace.lists", QtInfoMsg)

/// Who works for somebody makes that one wait too.
QSet<ExecutionId> withAncestors(
    QSet<ExecutionId> waiting, const QHash<ExecutionId, ExecutionId> &parents)
{
    const QSet<ExecutionId> first = waiting;
    for (const ExecutionId &id : first) {
        ExecutionId up = parents.value(id);
        while (!up.isEmpty() && !waiting.contains(up)) {
            waiting.insert(up);
            up = parents.value(up);
        }
    }
    return waiting;
}

} // namespace

ExecutionLists::ExecutionLists(Store *store, Clock *clock, ExecutionService *executions)
    : m_store(store)
    , m_clock(clock)
    , m_executions(executions)
    , m_finder(store)
{
}

ExecutionLists::~ExecutionLists()
{
    for (const auto &[id, timer] : m_removed)
        static_cast<void>(deleteExecution(*m_store, id)); // written before the store closes
}

QSet<ExecutionId> ExecutionLists::removed() const
{
    QSet<ExecutionId> ids = m_deleting;
    for (const auto &[id, timer] : m_removed)
        ids.insert(id);
    return ids;
}

// Which of the active ones go on only when a person does something; also for another one.
QCoro::Task<Result<QSet<ExecutionId>>> ExecutionLists::waiting()
{
    const QPointer<ExecutionLists> self(this);
    const QSet<ExecutionId> driven = m_executions->driven();
    const Result<QList<ActiveExecution>> active = co_await m_finder.active();
    if (!self)
        co_return cancelledError();
    if (!active)
        co_return active.error();
    QSet<ExecutionId> waiting;
    QHash<ExecutionId, ExecutionId> parents;
    for (const ActiveExecution &each : *active) {
        const Execution &execution = each.execution;
        if (execution.parent)
            parents.insert(execution.id, execution.parent->execution);
        if (each.asks || m_executions->isInterrupted(execution, driven.contains(execution.id)))
            waiting.insert(execution.id);
    }
    co_return withAncestors(waiting, parents);
}

QCoro::Task<Result<Page<FoundExecution>>> ExecutionLists::find(ExecutionFilter filter)
{
    const QPointer<ExecutionLists> self(this);
    const QSet<ExecutionId> driven = m_executions->driven();
    const Result<QSet<ExecutionId>> waits = co_await waiting();
    if (!self)
        co_return cancelledError();
    if (!waits)
        co_return waits.error();
    ExecutionScope scope;
    scope.except = removed();
    if (filter.group == ExecutionGroup::WaitingForMe)
        scope.only = *waits;
    const Result<Page<Execution>> stored = co_await m_finder.page(filter, scope);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    QList<ExecutionId> ids;
    for (const Execution &execution : stored->items)
        ids.append(execution.id);
    const Result<QHash<ExecutionId, int>> nested = co_await m_finder.nestedOf(ids);
    if (!self)
        co_return cancelledError();
    if (!nested)
        co_return nested.error();
    Page<FoundExecution> page;
    page.next = stored->next;
    for (const Execution &execution : stored->items) {
        FoundExecution found { execution, waits->contains(execution.id),
            nested->value(execution.id) };
        found.execution.interrupted
            = m_executions->isInterrupted(execution, driven.contains(execution.id));
        page.items.append(found);
    }
    co_return Result<Page<FoundExecution>>(std::move(page));
}

QCoro::Task<Result<ExecutionCounts>> ExecutionLists::count(ExecutionFilter filter)
{
    const QPointer<ExecutionLists> self(this);
    filter.group = ExecutionGroup::All;
    const Result<QSet<ExecutionId>> waits = co_await waiting();
    if (!self)
        co_return cancelledError();
    if (!waits)
        co_return waits.error();
    ExecutionScope scope;
    scope.except = removed();
    const Result<QHash<ExecutionStatus, int>> all = co_await m_finder.counts(filter, scope);
    if (!self)
        co_return cancelledError();
    if (!all)
        co_return all.error();
    scope.only = *waits;
    const Result<QHash<ExecutionStatus, int>> asking = co_await m_finder.counts(filter, scope);
    if (!asking)
        co_return asking.error();
    const auto number = [](const QHash<ExecutionStatus, int> &counts,
                            std::initializer_list<ExecutionStatus> statuses) {
        int sum = 0;
        for (const ExecutionStatus status : statuses)
            sum += counts.value(status);
        return sum;
    };
    using S = ExecutionStatus;
    ExecutionCounts counts;
    counts.active = number(*all, { S::Pending, S::Running });
    counts.completed = number(*all, { S::Completed });
    counts.failed = number(*all, { S::Failed });
    counts.all = counts.active + counts.completed + counts.failed + number(*all, { S::Cancelled });
    counts.waitingForMe = number(*asking, { S::Pending, S::Running });
    co_return counts;
}

QCoro::Task<Result<void>> ExecutionLists::remove(ExecutionId id)
{
    const QPointer<ExecutionLists> self(this);
    const Result<Execution> stored = co_await m_store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (!isTerminal(stored->status))
        co_return executionNotOverError(id);
    if (!m_removed.contains(id)) {
        m_removed.emplace(
            id, m_clock->startTimer(UndoTime, [this, id] { m_tasks.start(deleteNow(id)); }));
        emit changed(id);
    }
    co_return Result<void>();
}

// Until it is really gone it stays out of the lists; it cannot be brought back any more. If it
// cannot be deleted, it comes back.
QCoro::Task<> ExecutionLists::deleteNow(ExecutionId id)
{
    const QPointer<ExecutionLists> self(this);
    m_removed.erase(id);
    m_deleting.insert(id);
    const OneShot<Result<void>> answer = deleteExecution(*m_store, id);
    const Result<void> deleted = co_await answer;
    if (!self)
        co_return;
    m_deleting.remove(id);
    if (!deleted && deleted.error().code != QLatin1StringView(code::NotFound)) {
        qCWarning(lcExecutionLists).noquote()
            << "deleting" << id.toString() << deleted.error().message;
        emit changed(id);
    }
}

QCoro::Task<Result<void>> ExecutionLists::restore(ExecutionId id)
{
    if (m_removed.erase(id) == 0)
        co_return notFoundError(u"execution"_s, id.toString());
    emit changed(id);
    co_return Result<void>();
}

} // namespace renum
