// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_tree_model.h"

#include "ui/monitor/context/json_text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// A mark stays so many rounds of the timer.
constexpr int MarkRounds = 2;
constexpr int RoundMs = 1000;

constexpr std::array Scopes { ContextChange::Scope::ContextObject,
    ContextChange::Scope::SharedMemory };

} // namespace

ContextTreeModel::ContextTreeModel(const Theme *theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_root(std::make_unique<Node>())
{
    for (std::size_t i = 0; i < Scopes.size(); ++i) {
        m_root->children.push_back(std::make_unique<Node>());
        m_root->children.back()->parent = m_root.get();
        m_root->children.back()->row = static_cast<int>(i);
    }
    m_unmark.setInterval(RoundMs);
    // Nothing moves: the mark is there, and then it is gone.
    connect(&m_unmark, &QTimer::timeout, this, [this] {
        for (auto mark = m_marked.begin(); mark != m_marked.end();)
            mark = --mark.value() <= 0 ? m_marked.erase(mark) : std::next(mark);
        for (const auto &scope : m_root->children) {
            const int last = static_cast<int>(scope->children.size()) - 1;
            if (last >= 0) {
                emit dataChanged(indexFor(scope->children.front().get()),
                    indexFor(scope->children.back().get(), ColumnCount - 1),
                    { Qt::BackgroundRole });
            }
        }
        if (m_marked.isEmpty())
            m_unmark.stop();
    });
}

ContextTreeModel::~ContextTreeModel() = default;

ContextTreeModel::Node *ContextTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ContextTreeModel::indexFor(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

int ContextTreeModel::childTotal(const Node &node)
{
    const bool nested = node.value && (node.value->is_object() || node.value->is_array());
    return nested ? static_cast<int>(node.value->size()) : 0;
}

void ContextTreeModel::setValues(const ContextValues &values, const ContextFold &names)
{
    m_names = names;
    for (const auto &scope : m_root->children)
        syncScope(*scope, values);
    m_filled = true;
}

void ContextTreeModel::clear()
{
    setValues({}, {});
    m_marked.clear();
    m_filled = false;
}

// Both are ordered by key: one walk finds what came, went and changed.
void ContextTreeModel::syncScope(Node &scope, const ContextValues &values)
{
    const ContextChange::Scope which = Scopes.at(static_cast<std::size_t>(scope.row));
    int row = 0;
    for (const ContextEntry &entry : values) {
        if (entry.key.scope != which)
            continue;
        const auto at = [&] { return static_cast<std::size_t>(row); };
        while (at() < scope.children.size() && scope.children[at()]->entry->key < entry.key)
            removeRow(scope, row);
        if (at() < scope.children.size() && scope.children[at()]->entry->key == entry.key) {
            setEntry(*scope.children[at()], entry);
        } else {
            beginInsertRows(indexFor(&scope), row, row);
            auto fresh = std::make_unique<Node>();
            fresh->parent = &scope;
            fresh->label = entry.key.name;
            fresh->entry = entry;
            fresh->value = entry.value.get();
            scope.children.insert(scope.children.begin() + row, std::move(fresh));
            for (std::size_t i = at(); i < scope.children.size(); ++i)
                scope.children[i]->row = static_cast<int>(i);
            mark(entry);
            endInsertRows();
        }
        ++row;
    }
    while (static_cast<std::size_t>(row) < scope.children.size())
        removeRow(scope, row);
}

void ContextTreeModel::removeRow(Node &parent, int row)
{
    beginRemoveRows(indexFor(&parent), row, row);
    parent.children.erase(parent.children.begin() + row);
    for (std::size_t i = static_cast<std::size_t>(row); i < parent.children.size(); ++i)
        parent.children[i]->row = static_cast<int>(i);
    endRemoveRows();
}

void ContextTreeModel::setEntry(Node &node, const ContextEntry &entry)
{
    if (node.entry->value == entry.value && node.entry->version == entry.version)
        return;
    // What was made of the old value borrows from it.
    if (!node.children.empty()) {
        beginRemoveRows(indexFor(&node), 0, static_cast<int>(node.children.size()) - 1);
        node.children.clear();
        endRemoveRows();
    }
    node.entry = entry;
    node.value = entry.value.get();
    mark(entry);
    emit dataChanged(indexFor(&node), indexFor(&node, ColumnCount - 1));
}

void ContextTreeModel::mark(const ContextEntry &entry)
{
    if (!m_filled)
        return; // all of it is new
    m_marked.insert(entry.key, MarkRounds);
    m_unmark.start();
}

std::optional<ContextEntry> ContextTreeModel::entry(const QModelIndex &index) const
{
    for (const Node *each = node(index); each != m_root.get(); each = each->parent) {
        if (each->entry)
            return each->entry;
    }
    return {};
}

const Json *ContextTreeModel::value(const QModelIndex &index) const
{
    return index.isValid() ? node(index)->value : nullptr;
}

QModelIndex ContextTreeModel::indexOf(const ContextKey &key) const
{
    for (const auto &scope : m_root->children) {
        for (const auto &child : scope->children) {
            if (child->entry->key == key)
                return indexFor(child.get());
        }
    }
    return {};
}

QString ContextTreeModel::pathOf(const QModelIndex &index) const
{
    QStringList parts;
    for (const Node *each = node(index); each != m_root.get(); each = each->parent)
        parts.prepend(each->label.isEmpty() ? QString::number(each->row) : each->label);
    return parts.join(u'\n');
}

QModelIndex ContextTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ContextTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexFor(node(index)->parent) : QModelIndex();
}

int ContextTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int ContextTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool ContextTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || (parent.column() <= 0 && childTotal(*node(parent)) > 0);
}

bool ContextTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.column() <= 0 && rowCount(parent) < childTotal(*node(parent));
}

void ContextTreeModel::fetchMore(const QModelIndex &parent)
{
    Node &into = *node(parent);
    const int have = rowCount(parent);
    const int more = std::min(childTotal(into) - have, Batch);
    if (more <= 0)
        return;
    beginInsertRows(parent, have, have + more - 1);
    auto item = std::next(into.value->begin(), have);
    for (int row = have; row < have + more; ++row, ++item) {
        auto fresh = std::make_unique<Node>();
        fresh->parent = &into;
        fresh->row = row;
        fresh->label
            = into.value->is_object() ? QString::fromStdString(item.key()) : QString::number(row);
        fresh->value = &*item;
        into.children.push_back(std::move(fresh));
    }
    endInsertRows();
}

QString ContextTreeModel::text(const Node &node, int column) const
{
    if (!node.value) {
        if (column != Key)
            return {};
        return node.row == 0 ? tr("Context object") : tr("Shared memory");
    }
    switch (column) {
    case Key:
        return node.label;
    case Value:
        return jsonPreview(*node.value);
    case ChangedBy:
        return node.entry ? m_names.nameOf(node.entry->changedBy) : QString();
    case Version:
        return node.entry ? QString::number(node.entry->version) : QString();
    default:
        return {};
    }
}

QVariant ContextTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &shown = *node(index);
    if (role == Qt::DisplayRole)
        return text(shown, index.column());
    if (role == Qt::BackgroundRole && shown.entry && isMarked(shown.entry->key))
        return m_theme->color(ColorToken::OkBackground);
    if (role == Qt::ForegroundRole && shown.entry && !shown.entry->conflicts.empty())
        return m_theme->color(ColorToken::Warn);
    if (role == Qt::DecorationRole && index.column() == Key && shown.entry
        && !shown.entry->conflicts.empty())
        return m_theme->icon(u"alert"_s, ColorToken::Warn);
    if (role == Qt::AccessibleTextRole && index.column() == Key && shown.value) //: key, value
        return tr("%1: %2").arg(shown.label, jsonPreview(*shown.value));
    return {};
}

QVariant ContextTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        return tr("Key");
    case Value:
        return tr("Value");
    case ChangedBy:
        return tr("Written by");
    case Version:
        return tr("Version");
    default:
        return {};
    }
}

} // namespace renum::ui
