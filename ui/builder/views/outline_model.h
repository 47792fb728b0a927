// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/keyed_tree_model.h"

namespace renum::ui {

class TeamDocument;

/// A document as a tree: the strategy; its members, in waves where several can work at once; and
/// below each member what it gets, when it runs, whom it waits for and whom it sends work back to.
class OutlineModel : public KeyedTreeModel {
    Q_OBJECT

public:
    enum Column { NameColumn, DetailColumn, ColumnCount };
    enum OutlineRole {
        TypedNameRole = FirstFreeRole, ///< of a member: its name as written
    };

    explicit OutlineModel(TeamDocument *document, QObject *parent = nullptr);

    /// Reads the document again.
    void refresh();
    void retranslate();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    TeamDocument *m_document;
};

} // namespace renum::ui
