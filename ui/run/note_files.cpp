// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/note_files.h"

#include "core/model/error_codes.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBytes = qint64(64) * 1024 * 1024;

/// Empty when it went well, else what the system says.
QString replaceFile(const QString &folder, const QString &path, const QByteArray &content)
{
    if (content.isEmpty())
        return !QFile::exists(path) || QFile::remove(path) ? QString() : path;
    QDir().mkpath(folder);
    QSaveFile file(path);
    const bool saved
        = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return saved ? QString() : file.errorString();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MostBytes)
        return {};
    return file.readAll();
}

} // namespace

NoteFiles::NoteFiles(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1);
}

NoteFiles::~NoteFiles()
{
    m_pool.waitForDone();
}

QString NoteFiles::pathOf(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

void NoteFiles::write(const QString &name, const QByteArray &content)
{
    m_pool.start([this, folder = m_folder, path = pathOf(name), content] {
        const QString problem = replaceFile(folder, path, content);
        QMetaObject::invokeMethod(
            this, [this, problem] { report(problem); }, Qt::QueuedConnection);
    });
}

void NoteFiles::change(const QString &name, std::function<QByteArray(const QByteArray &)> edit)
{
    m_pool.start([this, folder = m_folder, path = pathOf(name), edit = std::move(edit)] {
        const QString problem = replaceFile(folder, path, edit(contentOf(path)));
        QMetaObject::invokeMethod(
            this, [this, problem] { report(problem); }, Qt::QueuedConnection);
    });
}

void NoteFiles::read(
    const QString &name, QObject *context, std::function<void(const QByteArray &)> take)
{
    m_pool.start(
        [this, path = pathOf(name), asker = QPointer<QObject>(context), take = std::move(take)] {
            const QByteArray content = contentOf(path);
            const auto tell = [asker, take, content] {
                if (asker)
                    take(content);
            };
            QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        });
}

void NoteFiles::report(const QString &problem)
{
    if (std::exchange(m_failing, !problem.isEmpty()) || problem.isEmpty())
        return;
    const QString sentence
        = tr("What you wrote for the next run cannot be remembered: %1. Check that there is room "
             "on the disk and that you may write to the folder %2.")
              .arg(problem, m_folder);
    emit failed({ ErrorCategory::SystemError, QString::fromLatin1(code::FileUnreadable), sentence,
        { { u"file"_s, m_folder } } });
}

} // namespace renum::ui
