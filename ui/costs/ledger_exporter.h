// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/cost_book.h"

#include <QObject>

#include <memory>

class QSaveFile;

namespace renum::ui {

/// Writes bookings to a CSV file, page by page. The file appears when it is complete, or not at
/// all.
class LedgerExporter : public QObject {
    Q_OBJECT

public:
    explicit LedgerExporter(CostBook *book, QObject *parent = nullptr);
    ~LedgerExporter() override;

    /// One at a time; a new one takes the place of the last.
    void start(const LedgerQuery &query, const QString &path);
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_file != nullptr; }

signals:
    /// How many bookings are written.
    void progressed(qsizetype written);
    void finished(const QString &path, qsizetype written);
    /// A sentence for the person.
    void failed(const QString &sentence);
    void cancelled();

private:
    QCoro::Task<> write(LedgerQuery query, int turn);
    [[nodiscard]] bool put(const QByteArray &bytes);
    void finish(qsizetype written);
    void fail(const QString &sentence);
    [[nodiscard]] QString cannotWrite(const QSaveFile &file) const;

    CostBook *m_book;
    std::unique_ptr<QSaveFile> m_file;
    int m_turn = 0;
    TaskScope m_tasks;
};

} // namespace renum::ui
