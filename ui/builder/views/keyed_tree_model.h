// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace renum::ui {

/// A row of a tree, by value.
struct TreeRow {
    QString key; ///< stays the same while it is the same thing; once among its siblings
    AgentId member; ///< whom it is about; may be empty
    QStringList texts; ///< by column
    QHash<int, QVariant> roles; ///< of every column
    std::vector<TreeRow> children;
};

/// Shows a tree of rows that is worked out anew whenever something changes. What is the same keeps
/// its index, so that selection, scrolling and open branches stay: rows that came, went, moved or
/// changed are announced, and nothing else.
class KeyedTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        MemberRole = Qt::UserRole, ///< AgentId
        KeyRole,
        FirstFreeRole,
    };

    explicit KeyedTreeModel(int columns, QObject *parent = nullptr);
    ~KeyedTreeModel() override;

    void setRows(std::vector<TreeRow> rows);
    void setHeaders(const QStringList &headers);

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

protected:
    /// Whom a row is about. Of a valid index.
    [[nodiscard]] AgentId memberAt(const QModelIndex &index) const;

private:
    struct Node;
    [[nodiscard]] const Node *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node &node, int column = 0) const;
    void update(Node &node, std::vector<TreeRow> rows);
    void removeMissing(Node &node, const std::vector<TreeRow> &rows);
    void reorder(Node &node, const std::vector<TreeRow> &rows);
    void insertNew(Node &node, std::vector<TreeRow> &rows);
    void changeRow(Node &node, TreeRow &row);

    int m_columns;
    QStringList m_headers;
    std::unique_ptr<Node> m_root;
};

/// A number behind keys that are there twice.
void makeKeysUnique(std::vector<TreeRow> &rows);

} // namespace renum::ui
