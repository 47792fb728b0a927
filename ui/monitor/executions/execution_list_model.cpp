// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/executions/execution_list_model.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/execution_header.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QPointer>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 50;
constexpr int LargestPage = 1000;
constexpr int SoonMs = 100;
constexpr qsizetype PromptCharacters = 120;

} // namespace

ExecutionListModel::ExecutionListModel(Workspace *workspace, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
    , m_archive(workspace->executionArchive())
    , m_root(std::make_unique<ExecutionNode>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    connect(&m_soon, &QTimer::timeout, this, &ExecutionListModel::refreshAll);
    connect(workspace, &Workspace::executionsChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

// --- reading -------------------------------------------------------------------------------------

void ExecutionListModel::setFilter(const ExecutionFilter &filter)
{
    ++m_turn;
    m_filter = filter;
    m_filter.page = { PageSize };
    m_loading = false;
    m_refreshing = false;
    m_next.clear();
    beginResetModel();
    m_root = std::make_unique<ExecutionNode>();
    endResetModel();
    reload();
}

void ExecutionListModel::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void ExecutionListModel::reload()
{
    if (m_root->children.empty())
        setState(State::Loading);
    refreshAll();
}

void ExecutionListModel::refreshAll()
{
    m_tasks.start(readCounts(m_filter, m_turn));
    if (m_refreshing)
        return m_soon.start(); // when the answer is there
    m_refreshing = true;
    ExecutionFilter filter = m_filter;
    const auto loaded = static_cast<int>(m_root->children.size());
    filter.page = { std::clamp(loaded, PageSize, LargestPage) };
    m_tasks.start(refresh(filter, m_turn));
    for (const auto &child : m_root->children) {
        if (child->isAsked)
            m_tasks.start(loadNested(child->found.execution.id, m_turn));
    }
}

void ExecutionListModel::noteAnswer(const Error *error)
{
    m_error.reset();
    if (error)
        m_error = *error;
    if (!m_root->children.empty())
        setState(State::Ready); // what cannot be read again stays as it was
    else
        setState(error ? State::Failed : State::Empty);
}

QCoro::Task<> ExecutionListModel::refresh(ExecutionFilter filter, int turn)
{
    const QPointer<ExecutionListModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Page<FoundExecution>> page = co_await m_archive->find(filter, stop);
    if (!self || turn != m_turn)
        co_return;
    m_refreshing = false;
    if (!page) {
        noteAnswer(&page.error());
        co_return;
    }
    const bool isPart = !page->next.isEmpty()
        && m_root->children.size() > static_cast<std::size_t>(page->items.size());
    apply(m_root.get(), page->items, isPart);
    if (!isPart)
        m_next = page->next;
    noteAnswer(nullptr);
}

QCoro::Task<> ExecutionListModel::readCounts(ExecutionFilter filter, int turn)
{
    const QPointer<ExecutionListModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<ExecutionCounts> counts = co_await m_archive->count(filter, stop);
    if (!self || turn != m_turn || !counts || *counts == m_counts)
        co_return;
    m_counts = *counts;
    emit countsChanged();
}

QCoro::Task<> ExecutionListModel::loadPage(ExecutionFilter filter, int turn)
{
    const QPointer<ExecutionListModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Page<FoundExecution>> page = co_await m_archive->find(filter, stop);
    if (!self || turn != m_turn)
        co_return;
    m_loading = false;
    if (!page) {
        noteAnswer(&page.error());
        co_return;
    }
    m_next = page->next;
    QList<FoundExecution> all;
    for (const auto &child : m_root->children)
        all.append(child->found);
    for (const FoundExecution &found : page->items) {
        if (!m_root->find(found.execution.id))
            all.append(found);
    }
    apply(m_root.get(), all, false);
}

QCoro::Task<> ExecutionListModel::loadNested(ExecutionId parent, int turn)
{
    const QPointer<ExecutionListModel> self(this);
    ExecutionFilter filter;
    filter.parent = parent;
    filter.page = { LargestPage };
    const std::stop_token stop = m_tasks.token();
    const Result<Page<FoundExecution>> page = co_await m_archive->find(filter, stop);
    if (!self || turn != m_turn)
        co_return;
    ExecutionNode *node = m_root->find(parent);
    if (node && page)
        apply(node, page->items, false);
}

void ExecutionListModel::apply(
    ExecutionNode *node, const QList<FoundExecution> &wanted, bool isPart)
{
    const QModelIndex at = indexOf(node);
    NodeChanges changes;
    changes.remove = [this, node, at](int row) {
        beginRemoveRows(at, row, row);
        node->children.erase(node->children.begin() + row);
        endRemoveRows();
    };
    changes.insert = [this, node, at](int row, const FoundExecution &found) {
        beginInsertRows(at, row, row);
        auto child = std::make_unique<ExecutionNode>();
        child->found = found;
        child->parent = node;
        node->children.insert(node->children.begin() + row, std::move(child));
        endInsertRows();
    };
    changes.change = [this, node, at](int row, const FoundExecution &found) {
        node->children[static_cast<std::size_t>(row)]->found = found;
        const QModelIndex changed = index(row, 0, at);
        emit dataChanged(changed, changed);
    };
    walkChanges(*node, wanted, isPart, changes);
}

// --- the tree ------------------------------------------------------------------------------------

ExecutionNode *ExecutionListModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<ExecutionNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex ExecutionListModel::indexOf(const ExecutionNode *node) const
{
    return node->parent ? createIndex(node->row(), 0, node) : QModelIndex();
}

QModelIndex ExecutionListModel::indexOf(const ExecutionId &id) const
{
    if (const ExecutionNode *node = m_root->find(id))
        return indexOf(node);
    for (const auto &child : m_root->children) {
        if (const ExecutionNode *node = child->find(id))
            return indexOf(node);
    }
    return {};
}

QModelIndex ExecutionListModel::index(int row, int column, const QModelIndex &parent) const
{
    const ExecutionNode *node = nodeOf(parent);
    if (column != 0 || row < 0 || static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ExecutionListModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int ExecutionListModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

int ExecutionListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ExecutionListModel::hasChildren(const QModelIndex &parent) const
{
    const ExecutionNode *node = nodeOf(parent);
    return !node->children.empty() || (node->parent && node->found.nested > 0);
}

bool ExecutionListModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_loading && !m_next.isEmpty();
    const ExecutionNode *node = nodeOf(parent);
    return node->parent == m_root.get() && node->found.nested > 0 && !node->isAsked;
}

void ExecutionListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (parent.isValid()) {
        ExecutionNode *node = nodeOf(parent);
        node->isAsked = true;
        m_tasks.start(loadNested(node->found.execution.id, m_turn));
        return;
    }
    m_loading = true;
    ExecutionFilter filter = m_filter;
    filter.page.after = m_next;
    m_tasks.start(loadPage(filter, m_turn));
}

void ExecutionListModel::tick()
{
    for (const auto &child : m_root->children) {
        if (isTerminal(child->found.execution.status))
            continue;
        const QModelIndex index = indexOf(child.get());
        emit dataChanged(index, index, { DurationRole });
    }
}

QString ExecutionListModel::accessibleText(const Execution &execution) const
{
    //: team, state, prompt
    return tr("%1, %2, %3")
        .arg(execution.teamName, stateText(execution, execution.interrupted),
            execution.initialPrompt.left(PromptCharacters).simplified());
}

QVariant ExecutionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const FoundExecution &found = nodeOf(index)->found;
    const Execution &row = found.execution;
    switch (role) {
    case Qt::DisplayRole:
    case TeamRole:
        return row.teamName;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case Qt::ToolTipRole:
        return QString(
            "<qt>"_L1 + row.initialPrompt.left(10 * PromptCharacters).toHtmlEscaped() + "</qt>"_L1);
    case IdRole:
        return QVariant::fromValue(row.id);
    case PromptRole:
        return row.initialPrompt.left(PromptCharacters).simplified();
    case StatusRole:
        return static_cast<int>(row.status);
    case InterruptedRole:
        return row.interrupted;
    case WaitsRole:
        return found.waitsForMe;
    case StartedRole:
        return toMicroseconds(row.startedAt.value_or(row.createdAt));
    case DurationRole:
        return static_cast<qint64>(elapsedTime(row, wallClock()).count());
    case CostRole:
        return format::money(row.usage.cost);
    default:
        return {};
    }
}

} // namespace renum::ui
