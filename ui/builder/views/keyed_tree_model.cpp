// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/keyed_tree_model.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace renum::ui {

struct KeyedTreeModel::Node {
    TreeRow row; ///< its children are in `children`
    Node *parent = nullptr;
    int position = 0; ///< among its siblings
    std::vector<std::unique_ptr<Node>> children;

    void numberFrom(std::size_t first)
    {
        for (std::size_t i = first; i < children.size(); ++i)
            children[i]->position = int(i);
    }

    [[nodiscard]] static std::unique_ptr<Node> make(TreeRow row, Node *parent)
    {
        auto node = std::make_unique<Node>();
        std::vector<TreeRow> rows = std::exchange(row.children, {});
        makeKeysUnique(rows);
        node->row = std::move(row);
        node->parent = parent;
        for (TreeRow &child : rows)
            node->children.push_back(make(std::move(child), node.get()));
        node->numberFrom(0);
        return node;
    }
};

KeyedTreeModel::KeyedTreeModel(int columns, QObject *parent)
    : QAbstractItemModel(parent)
    , m_columns(columns)
    , m_root(std::make_unique<Node>())
{
}

KeyedTreeModel::~KeyedTreeModel() = default;

void KeyedTreeModel::setRows(std::vector<TreeRow> rows)
{
    update(*m_root, std::move(rows));
}

void KeyedTreeModel::setHeaders(const QStringList &headers)
{
    if (headers == m_headers)
        return;
    m_headers = headers;
    emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
}

QModelIndex KeyedTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[std::size_t(row)].get());
}

QModelIndex KeyedTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *parent = nodeAt(child)->parent;
    return parent == m_root.get() ? QModelIndex() : indexOf(*parent);
}

int KeyedTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int KeyedTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return m_columns;
}

QVariant KeyedTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeRow &row = nodeAt(index)->row;
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.value(index.column());
    case MemberRole:
        return QVariant::fromValue(row.member);
    case KeyRole:
        return row.key;
    default:
        return row.roles.value(role);
    }
}

QVariant KeyedTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_headers.value(section);
    return QAbstractItemModel::headerData(section, orientation, role);
}

AgentId KeyedTreeModel::memberAt(const QModelIndex &index) const
{
    return nodeAt(index)->row.member;
}

const KeyedTreeModel::Node *KeyedTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex KeyedTreeModel::indexOf(const Node &node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.position, column, &node);
}

void KeyedTreeModel::update(Node &node, std::vector<TreeRow> rows)
{
    makeKeysUnique(rows);
    removeMissing(node, rows);
    reorder(node, rows);
    insertNew(node, rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        changeRow(*node.children[i], rows[i]);
}

void KeyedTreeModel::removeMissing(Node &node, const std::vector<TreeRow> &rows)
{
    QSet<QString> kept;
    for (const TreeRow &row : rows)
        kept.insert(row.key);
    const auto isGone
        = [&](int i) { return !kept.contains(node.children[std::size_t(i)]->row.key); };
    for (int last = int(node.children.size()) - 1; last >= 0; --last) {
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        beginRemoveRows(indexOf(node), first, last);
        node.children.erase(node.children.begin() + first, node.children.begin() + last + 1);
        node.numberFrom(std::size_t(first));
        endRemoveRows();
        last = first;
    }
}

void KeyedTreeModel::reorder(Node &node, const std::vector<TreeRow> &rows)
{
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        places.insert(rows[i].key, i);
    const auto placeOf
        = [&places](const std::unique_ptr<Node> &child) { return places.value(child->row.key); };
    if (std::ranges::is_sorted(node.children, {}, placeOf))
        return;
    const QList<QPersistentModelIndex> parents { indexOf(node) };
    emit layoutAboutToBeChanged(parents);
    const QModelIndexList before = persistentIndexList();
    std::ranges::sort(node.children, {}, placeOf);
    node.numberFrom(0);
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(indexOf(*nodeAt(index), index.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged(parents);
}

void KeyedTreeModel::insertNew(Node &node, std::vector<TreeRow> &rows)
{
    const auto isThere = [&](std::size_t row, std::size_t place) {
        return place < node.children.size() && node.children[place]->row.key == rows[row].key;
    };
    for (std::size_t first = 0; first < rows.size(); ++first) {
        if (isThere(first, first))
            continue;
        std::size_t end = first + 1;
        while (end < rows.size() && !isThere(end, first))
            ++end;
        std::vector<std::unique_ptr<Node>> fresh;
        for (std::size_t i = first; i < end; ++i)
            fresh.push_back(Node::make(rows[i], &node));
        beginInsertRows(indexOf(node), int(first), int(end) - 1);
        node.children.insert(node.children.begin() + std::ptrdiff_t(first),
            std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        node.numberFrom(first);
        endInsertRows();
        first = end - 1;
    }
}

void KeyedTreeModel::changeRow(Node &node, TreeRow &row)
{
    std::vector<TreeRow> children = std::exchange(row.children, {});
    if (node.row.texts != row.texts || node.row.member != row.member
        || node.row.roles != row.roles) {
        node.row = std::move(row);
        emit dataChanged(indexOf(node), indexOf(node, m_columns - 1));
    }
    update(node, std::move(children));
}

void makeKeysUnique(std::vector<TreeRow> &rows)
{
    QHash<QString, int> seen;
    for (TreeRow &row : rows) {
        const int times = ++seen[row.key];
        if (times > 1)
            row.key += u'\n' + QString::number(times);
    }
}

} // namespace renum::ui
