// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"
#include "ui/costs/cost_names.h"

#include <QAbstractTableModel>

namespace renum::ui {

/// Bookings, newest first, read page by page as a view comes to their end.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };
    enum Column {
        Time,
        Team,
        Agent,
        Model,
        Input,
        Cached,
        Output,
        Attempt,
        Amount,
        Basis,
        ColumnCount
    };
    enum Role {
        RowRole = Qt::UserRole, ///< LedgerRow
        UnpricedRole, ///< true without an amount
    };

    explicit LedgerModel(CostBook *book, QObject *parent = nullptr);

    /// Reads from the newest on; what is shown stays until that has come.
    void setQuery(const LedgerQuery &query);
    void setNames(const CostNames &names);
    void reload();
    void retranslate();
    [[nodiscard]] const LedgerQuery &query() const noexcept { return m_query; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const noexcept { return m_error; }
    /// There are more than were read.
    [[nodiscard]] bool hasMore() const noexcept { return !m_next.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();

private:
    QCoro::Task<> read(LedgerQuery query, int turn);
    void take(const renum::Page<LedgerRow> &page, bool isFirst);
    [[nodiscard]] bool addNewer(const QList<LedgerRow> &newest);
    [[nodiscard]] QString text(const LedgerRow &row, int column) const;

    CostBook *m_book;
    LedgerQuery m_query;
    CostNames m_names;
    QList<LedgerRow> m_rows;
    QString m_next;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    bool m_reading = false;
    bool m_isOther = true; ///< the query is another than that of the rows
    int m_turn = 0;
    TaskScope m_tasks;
};

/// "reported", "computed · prices 2026-11-01", "no price for this model", with what deserves a
/// look.
[[nodiscard]] QString bookingBasis(const LedgerRow &row);

} // namespace renum::ui
