// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log/log_finder.h"
#include "ui/monitor/log/log_text.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <optional>

namespace renum::ui {

/// The lines of a log that a filter leaves. It knows the key of each; the lines themselves are read
/// for the window that is seen and kept for a while. A row that has not been read yet says so.
class LogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< "00:18.2" since the start
        LevelRole, ///< int of LogLevel
        CategoryRole, ///< int of LogCategory
        AgentRole, ///< AgentId
        StepRole, ///< StepId
        SeqRole,
        TextRole,
        ReadRole, ///< false until the row has been read
        KnownRole, ///< false for events of a later version
    };

    explicit LogModel(ExecutionArchive *archive, QObject *parent = nullptr);

    /// The next setFilter() begins to list its lines.
    void open(const ExecutionId &id);
    void setFilter(const LogFilter &filter);
    [[nodiscard]] LogFinder *finder() const noexcept { return m_finder; }
    void setNames(const AgentNames &names);
    /// What times are counted from.
    void setStart(Timestamp start);
    [[nodiscard]] std::optional<Timestamp> start() const noexcept { return m_start; }
    /// Only lines up to this event, as the log was then; none: all.
    void showUntil(std::optional<qint64> seq);

    /// These rows are seen: reads what is missing of them.
    void want(int first, int last);
    [[nodiscard]] qint64 seqAt(int row) const;
    /// The first row of that event or a later one; the last one when there is none; -1 without
    /// rows.
    [[nodiscard]] int rowOf(qint64 seq) const;
    /// The words of the sentences have changed language.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// The rows that are seen cannot be read.
    void failed(const renum::Error &error);

private:
    void reset();
    void showFound();
    [[nodiscard]] int foundCount() const;
    QCoro::Task<> read(QList<qint64> seqs, int turn);
    void take(const ExecutionEvents &events);
    [[nodiscard]] LogLine lineOf(const ExecutionEvent &event) const;
    [[nodiscard]] QString timeText(Timestamp time) const;
    [[nodiscard]] QString accessibleText(const LogLine &line) const;

    ExecutionArchive *m_archive;
    LogFinder *m_finder;
    struct Row {
        ExecutionEvent event;
        LogLine line; ///< of it, in the person's language
    };
    QCache<qint64, Row> m_rows; ///< read, by seq
    QSet<qint64> m_asked;
    AgentNames m_names;
    std::optional<Timestamp> m_start;
    std::optional<qint64> m_until;
    int m_count = 0; ///< rows that were announced
    int m_turn = 0;
    TaskScope m_tasks;
};

} // namespace renum::ui
