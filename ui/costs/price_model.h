// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"

#include <QAbstractTableModel>

namespace renum::ui {

/// Every price, those of one's own first among equals. In US dollars for a million tokens.
class PriceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Model,
        Provider,
        Input,
        Output,
        CacheRead,
        CacheWrite,
        Since,
        Source,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< a number, a day or a name
        EntryRole, ///< PriceEntry
        OwnRole, ///< true for one of one's own
        SearchRole, ///< model, provider and source, for a filter
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBook(const PriceBook &book);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        PriceEntry entry;
        bool isOwn = false;
    };
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QVariant sortKey(const Row &row, int column) const;

    QList<Row> m_rows;
};

/// "$2.50"; empty for a price that is not told.
[[nodiscard]] QString priceText(const std::optional<NanoUsdPerMillion> &price);
/// "in $2.50, out $10.00" for a sentence.
[[nodiscard]] QString ratesText(const TokenRates &rates);

} // namespace renum::ui
