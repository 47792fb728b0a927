// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_exporter.h"

#include "ui/text/error_text.h"

#include <QDir>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

/// Lines of a part: writing them fits in a frame.
constexpr qsizetype ExportPart = 200;

} // namespace

LogExporter::LogExporter(ExecutionArchive *archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
}

LogExporter::~LogExporter() = default;

void LogExporter::start(
    const ExecutionId &id, const QList<qint64> &lines, const QString &path, LogFormat format)
{
    ++m_turn;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        fail(cannotWrite(*m_file));
        return;
    }
    m_tasks.start(write(id, lines, format, m_turn));
}

void LogExporter::cancel()
{
    if (!m_file)
        return;
    ++m_turn;
    m_file.reset(); // nothing of it stays
    emit cancelled();
}

QString LogExporter::cannotWrite(const QSaveFile &file) const
{
    //: path, why
    return tr("The file %1 cannot be written: %2")
        .arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
}

bool LogExporter::put(const QByteArray &bytes)
{
    return m_file->write(bytes) == bytes.size();
}

QCoro::Task<> LogExporter::write(ExecutionId id, QList<qint64> lines, LogFormat format, int turn)
{
    const QPointer<LogExporter> self(this);
    const std::stop_token stop = m_tasks.token();
    LogWriter writer(format);
    bool written = put(writer.begin());
    for (qsizetype at = 0; written && at < lines.size(); at += ExportPart) {
        const QList<qint64> part = lines.mid(at, ExportPart);
        const Result<LogEntryList> entries = co_await m_archive->logEntries(id, part, stop);
        if (!self || turn != m_turn)
            co_return;
        if (!entries) {
            fail(errorText(entries.error()));
            co_return;
        }
        written = put(writer.write(*entries));
        emit progressed(std::min(at + ExportPart, lines.size()), lines.size());
        if (!self || turn != m_turn)
            co_return;
    }
    if (written)
        written = put(writer.end());
    if (written)
        finish();
    else
        fail(cannotWrite(*m_file));
}

void LogExporter::finish()
{
    const std::unique_ptr<QSaveFile> file = std::move(m_file);
    if (file->commit())
        emit finished(file->fileName());
    else
        emit failed(cannotWrite(*file));
}

void LogExporter::fail(const QString &sentence)
{
    m_file.reset();
    emit failed(sentence);
}

} // namespace renum::ui
