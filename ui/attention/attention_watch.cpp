// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attention/attention_watch.h"

#include "ui/graph/wall_clock.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

namespace {

constexpr int MostRunning = 200;

/// What is compared; prompts and results are not.
Execution outlineOf(Execution execution)
{
    execution.plan.reset();
    execution.finalResult.reset();
    execution.contextObject = Json::object();
    execution.sharedMemory = Json::object();
    for (StepRecord &step : execution.steps) {
        step.prompt.clear();
        step.liveText.clear();
        step.output.reset();
    }
    return execution;
}

} // namespace

AttentionWatch::AttentionWatch(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_since(wallClock())
{
    connect(workspace, &Workspace::executionsChanged, this, &AttentionWatch::look);
}

void AttentionWatch::begin()
{
    m_tasks.start(readAll());
}

QCoro::Task<> AttentionWatch::readAll()
{
    const QPointer<AttentionWatch> self(this);
    ExecutionQuery query;
    query.statuses = { ExecutionStatus::Pending, ExecutionStatus::Running };
    query.withNested = true;
    query.page.limit = MostRunning;
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Execution>> page = co_await m_workspace->executions(query, stop);
    if (!self || !page)
        co_return;
    for (const Execution &execution : page->items)
        look(execution.id);
}

void AttentionWatch::look(const ExecutionId &id)
{
    if (m_reading.contains(id)) {
        m_again.insert(id);
        return;
    }
    m_reading.insert(id);
    m_tasks.start(read(id));
}

QCoro::Task<> AttentionWatch::read(ExecutionId id)
{
    const QPointer<AttentionWatch> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> execution = co_await m_workspace->execution(id, stop);
    if (!self)
        co_return;
    m_reading.remove(id);
    if (execution)
        take(*execution);
    if (m_again.remove(id))
        look(id);
}

// One that is seen for the first time may have been so for long: of it counts what came since this
// looks. Much may have happened to it before it could be read once.
void AttentionWatch::take(const Execution &execution)
{
    const auto known = m_known.constFind(execution.id);
    const Execution before
        = known != m_known.cend() ? *known : asItStoodAt(outlineOf(execution), m_since);
    const QList<Notice> notices
        = m_ended.contains(execution.id) ? QList<Notice>() : noticesOf(before, execution);
    if (isTerminal(execution.status)) {
        m_known.remove(execution.id);
        m_ended.insert(execution.id);
    } else {
        m_ended.remove(execution.id);
        m_known.insert(execution.id, outlineOf(execution));
    }
    collect();
    for (const Notice notice : std::as_const(notices))
        emit happened(notice, execution);
}

void AttentionWatch::collect()
{
    AttentionItems items;
    for (const Execution &execution : std::as_const(m_known))
        items += attentionOf(execution);
    std::ranges::sort(items, [](const AttentionItem &a, const AttentionItem &b) {
        return std::pair(a.since, a.execution) < std::pair(b.since, b.execution);
    });
    if (std::exchange(m_items, items) != items)
        emit itemsChanged();
}

} // namespace renum::ui
