// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/messages/message_flow.h"

#include <QAbstractTableModel>

namespace renum::ui {

/// A request that somebody works on, as it crosses the row of another message.
struct OpenRequest {
    int lane = -1; ///< of who was asked
    RequestState state = RequestState::Open;

    friend bool operator==(const OpenRequest &, const OpenRequest &) = default;
};

/// The messages that a filter lets through, a row each: the same for the diagram and for the list.
class MessageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, From, To, Kind, Text, Outcome, ColumnCount };

    explicit MessageModel(QObject *parent = nullptr);

    /// Shows that state of the messages; rows that stay, stay.
    void setFlow(const MessageFlow &flow);
    void setFilter(const MessageFilter &filter);
    [[nodiscard]] const MessageFlow &flow() const noexcept { return m_flow; }
    [[nodiscard]] const MessageFilter &filter() const noexcept { return m_filter; }
    /// Null for a row that there is not.
    [[nodiscard]] const FlowMessage *message(int row) const;
    /// The row of a place in the flow; -1 when it is not shown.
    [[nodiscard]] int rowOf(int place) const;
    [[nodiscard]] const QList<OpenRequest> &openAt(int row) const { return m_open.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void update(const MessageFlow &flow, const MessageFilter &filter);
    [[nodiscard]] QList<QList<OpenRequest>> openRequests(const QList<int> &rows) const;
    [[nodiscard]] QString text(const FlowMessage &message, int column) const;

    MessageFlow m_flow;
    MessageFilter m_filter;
    QList<int> m_rows; ///< places in the flow
    QList<QList<OpenRequest>> m_open; ///< of each row
};

} // namespace renum::ui
