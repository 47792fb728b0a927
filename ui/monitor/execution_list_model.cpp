// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_list_model.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/execution_header.h"
#include "ui/text/format.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

namespace {

constexpr int PageSize = 50;
constexpr int FrameMs = 33;
constexpr qsizetype PromptCharacters = 120;

} // namespace

ExecutionListModel::ExecutionListModel(Workspace *workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameMs);
    connect(&m_frame, &QTimer::timeout, this, &ExecutionListModel::refreshChanged);
    connect(workspace, &Workspace::executionsChanged, this, [this](const ExecutionId &id) {
        m_changed.insert(id);
        if (!m_frame.isActive())
            m_frame.start();
    });
}

void ExecutionListModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void ExecutionListModel::reload()
{
    if (m_loading)
        return;
    m_loading = true;
    if (m_rows.isEmpty())
        setState(State::Loading);
    m_tasks.start(loadPage({}));
}

bool ExecutionListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_loading && !m_next.isEmpty();
}

void ExecutionListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_loading = true;
    m_tasks.start(loadPage(m_next));
}

QCoro::Task<> ExecutionListModel::loadPage(QString after)
{
    const QPointer<ExecutionListModel> self(this);
    ExecutionQuery query;
    query.page.limit = PageSize;
    query.page.after = after;
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Execution>> page = co_await m_workspace->executions(query, stop);
    if (!self)
        co_return;
    m_loading = false;
    if (!page) {
        m_error = page.error();
        if (m_rows.isEmpty())
            setState(State::Failed);
        co_return;
    }
    m_error.reset();
    applyPage(*page, after.isEmpty());
}

void ExecutionListModel::applyPage(const Page<Execution> &page, bool first)
{
    if (first) {
        beginResetModel();
        m_rows = page.items;
        m_next = page.next;
        endResetModel();
    } else {
        m_next = page.next;
        appendPage(page.items);
    }
    setState(m_rows.isEmpty() ? State::Empty : State::Ready);
}

/// One that came in by a change meanwhile is there already.
void ExecutionListModel::appendPage(QList<Execution> items)
{
    items.removeIf([this](const Execution &execution) { return indexOf(execution.id).isValid(); });
    if (items.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
    m_rows += items;
    endInsertRows();
}

void ExecutionListModel::refreshChanged()
{
    const QSet<ExecutionId> changed = std::exchange(m_changed, {});
    for (const ExecutionId &id : changed)
        m_tasks.start(refresh(id));
}

QCoro::Task<> ExecutionListModel::refresh(ExecutionId id)
{
    const QPointer<ExecutionListModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> execution = co_await m_workspace->execution(id, stop);
    if (!self || !execution)
        co_return; // what cannot be read keeps its last known state; the next reload tells why
    upsert(*execution);
    setState(State::Ready);
}

void ExecutionListModel::upsert(const Execution &execution)
{
    const QModelIndex known = indexOf(execution.id);
    if (known.isValid()) {
        m_rows[known.row()] = execution;
        emit dataChanged(known, known);
        return;
    }
    const auto place = std::ranges::find_if(
        m_rows, [&](const Execution &row) { return row.createdAt < execution.createdAt; });
    // Older than everything loaded: it comes with its page.
    if (place == m_rows.end() && !m_next.isEmpty() && !m_rows.isEmpty())
        return;
    const int row = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, execution);
    endInsertRows();
}

QModelIndex ExecutionListModel::indexOf(const ExecutionId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &Execution::id);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

void ExecutionListModel::tick()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!isTerminal(m_rows.at(row).status))
            emit dataChanged(index(row), index(row), { DurationRole });
    }
}

int ExecutionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ExecutionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Execution &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.teamName;
    case Qt::AccessibleTextRole:
        //: team, state, prompt
        return tr("%1, %2, %3")
            .arg(row.teamName, stateText(row, row.interrupted),
                row.initialPrompt.left(PromptCharacters).simplified());
    case Qt::ToolTipRole:
        return row.initialPrompt.left(10 * PromptCharacters);
    case IdRole:
        return QVariant::fromValue(row.id);
    case TeamRole:
        return row.teamName;
    case PromptRole:
        return row.initialPrompt.left(PromptCharacters).simplified();
    case StatusRole:
        return static_cast<int>(row.status);
    case InterruptedRole:
        return row.interrupted;
    case StartedRole:
        return toMicroseconds(row.startedAt.value_or(row.createdAt));
    case DurationRole:
        return static_cast<qint64>(elapsedTime(row, wallClock()).count());
    default:
        return {};
    }
}

} // namespace renum::ui
