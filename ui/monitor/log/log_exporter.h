// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_export.h"
#include "core/net/task_scope.h"
#include "core/workspace/execution_archive.h"

#include <QObject>

#include <memory>

class QSaveFile;

namespace renum::ui {

/// Writes lines of a log to a file, part by part. The file appears when it is complete, or not at
/// all.
class LogExporter : public QObject {
    Q_OBJECT

public:
    explicit LogExporter(ExecutionArchive *archive, QObject *parent = nullptr);
    ~LogExporter() override;

    /// One at a time; a new one takes the place of the last.
    void start(
        const ExecutionId &id, const QList<qint64> &lines, const QString &path, LogFormat format);
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_file != nullptr; }

signals:
    void progressed(qsizetype written, qsizetype all);
    void finished(const QString &path);
    /// A sentence for the person.
    void failed(const QString &sentence);
    void cancelled();

private:
    QCoro::Task<> write(ExecutionId id, QList<qint64> lines, LogFormat format, int turn);
    [[nodiscard]] bool put(const QByteArray &bytes);
    void finish();
    void fail(const QString &sentence);
    [[nodiscard]] QString cannotWrite(const QSaveFile &file) const;

    ExecutionArchive *m_archive;
    std::unique_ptr<QSaveFile> m_file;
    int m_turn = 0;
    TaskScope m_tasks;
};

} // namespace renum::ui
