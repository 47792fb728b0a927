// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/keyed_tree_model.h"

namespace renum {
struct WorkflowAgent;
}

namespace renum::ui {

class TeamDocument;

/// The members of a document as rows of a table, in their order. What is typed into it becomes a
/// step of the document's history; rows dragged within it are another order.
class MembersModel : public KeyedTreeModel {
    Q_OBJECT

public:
    enum Column {
        OrderColumn,
        NameColumn,
        AgentColumn,
        RoleColumn,
        ModelColumn,
        InputColumn,
        ConditionsColumn,
        TimeoutColumn,
        ActiveColumn,
        ColumnCount,
    };
    enum MembersRole {
        ActiveRole = FirstFreeRole,
        TypedNameRole, ///< as written, empty when the agent's id stands in for it
        TypedRoleRole,
        TypedModelRole,
    };

    explicit MembersModel(TeamDocument *document, QObject *parent = nullptr);

    /// Reads the document again.
    void refresh();
    void retranslate();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

private:
    bool place(const AgentId &member, const QVariant &value);
    bool write(const AgentId &member, int column, const QVariant &value);
    [[nodiscard]] QSet<AgentId> draggedMembers(const QMimeData *data) const;

    TeamDocument *m_document;
};

} // namespace renum::ui
