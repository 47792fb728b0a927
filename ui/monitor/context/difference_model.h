// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json_difference.h"

#include <QAbstractItemModel>

#include <memory>

namespace renum::ui {

class Theme;

/// What is not the same in two JSON values, as a tree.
class DifferenceModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Key, Before, After, ColumnCount };

    explicit DifferenceModel(const Theme *theme, QObject *parent = nullptr);
    ~DifferenceModel() override;

    /// `owner` keeps alive what the difference borrows from.
    void setDifference(JsonDifference difference, std::shared_ptr<const void> owner);
    [[nodiscard]] const JsonDifference &difference() const noexcept { return m_difference; }
    /// Null for an invalid index.
    [[nodiscard]] const JsonDifference *at(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        const JsonDifference *shown = nullptr;
        const Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };
    static void fill(Node &node);
    [[nodiscard]] const Node *node(const QModelIndex &index) const;
    [[nodiscard]] QString text(const JsonDifference &shown, int column) const;

    const Theme *m_theme;
    std::shared_ptr<const void> m_owner;
    JsonDifference m_difference;
    std::unique_ptr<Node> m_root;
};

} // namespace renum::ui
