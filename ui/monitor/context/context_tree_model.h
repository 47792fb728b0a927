// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/context/context_fold.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace renum::ui {

class Theme;

/// A context as a tree: both scopes, their keys, and what is in their values, made when somebody
/// looks. A key that changed is marked for a moment.
class ContextTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Key, Value, ChangedBy, Version, ColumnCount };
    /// Items of a list, or members of an object, that are made at once.
    static constexpr int Batch = 200;

    explicit ContextTreeModel(const Theme *theme, QObject *parent = nullptr);
    ~ContextTreeModel() override;

    /// `names` says who wrote; keys that stay as they were stay.
    void setValues(const ContextValues &values, const ContextFold &names);
    /// What comes next is new as a whole.
    void clear();
    /// None for a scope.
    [[nodiscard]] std::optional<ContextEntry> entry(const QModelIndex &index) const;
    /// Null for a scope.
    [[nodiscard]] const Json *value(const QModelIndex &index) const;
    /// Invalid when there is no such key.
    [[nodiscard]] QModelIndex indexOf(const ContextKey &key) const;
    /// Stays the same when the value around it changes: for what was expanded.
    [[nodiscard]] QString pathOf(const QModelIndex &index) const;
    [[nodiscard]] bool isMarked(const ContextKey &key) const { return m_marked.contains(key); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        Node *parent = nullptr;
        int row = 0;
        QString label;
        std::optional<ContextEntry> entry; ///< of a key
        const Json *value = nullptr; ///< borrowed from the entry of its key
        std::vector<std::unique_ptr<Node>> children;
    };
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexFor(const Node *node, int column = 0) const;
    [[nodiscard]] static int childTotal(const Node &node);
    void syncScope(Node &scope, const ContextValues &values);
    void setEntry(Node &node, const ContextEntry &entry);
    void removeRow(Node &parent, int row);
    void mark(const ContextEntry &entry);
    [[nodiscard]] QString text(const Node &node, int column) const;

    const Theme *m_theme;
    std::unique_ptr<Node> m_root;
    ContextFold m_names;
    QHash<ContextKey, int> m_marked; ///< rounds that it stays marked
    QTimer m_unmark;
    bool m_filled = false;
};

} // namespace renum::ui
