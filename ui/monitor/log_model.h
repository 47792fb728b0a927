// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log_text.h"

#include <QAbstractListModel>

#include <deque>

namespace renum::ui {

/// The log of one execution. Bounded: the oldest rows go first, in blocks.
class LogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< "00:18.2" since the start
        LevelRole, ///< int of LogLevel
        AgentRole, ///< AgentId
        TextRole,
    };
    static constexpr int MostRows = 100'000;

    using QAbstractListModel::QAbstractListModel;

    void clear();
    /// What times are counted from.
    void setStart(Timestamp start);
    /// One announcement for all of them.
    void append(const QList<LogLine> &lines);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// "info", "warning" … in the person's language.
    [[nodiscard]] static QString levelText(LogLevel level);

private:
    void dropOldest();
    [[nodiscard]] QString timeText(Timestamp time) const;

    std::deque<LogLine> m_lines;
    Timestamp m_start;
};

} // namespace renum::ui
