// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_disk.h"

#include "tests/store/raw_database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

// Where there is a file system in memory, a commit costs no waiting for a disk.
QString folderPattern()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return memory.isWritable() ? memory.filePath() + u"/renum-simulation-XXXXXX"_s
                               : QDir::tempPath() + u"/renum-simulation-XXXXXX"_s;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (content.isEmpty())
        file.remove();
    else if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the simulated disk cannot be written");
}

} // namespace

SimulatedDisk::SimulatedDisk()
    : m_folder(folderPattern())
{
}

QString SimulatedDisk::file() const
{
    return m_folder.filePath(u"renum.db"_s);
}

void SimulatedDisk::format(Clock *clock)
{
    if (m_empty.isEmpty()) {
        if (const auto store = Store::open({ file() }, clock); !store)
            qFatal("the store cannot be made: %s", qUtf8Printable(store.error().message));
        m_empty = contentOf(file());
    }
    m_kept = m_empty;
    m_keptLog.clear();
    putBack();
}

void SimulatedDisk::refuseFrom(qint64 seq)
{
    RawDatabase(file()).run(
        u"CREATE TRIGGER full_disk BEFORE INSERT ON renum_execution_events WHEN NEW.seq >= %1 "
        "BEGIN SELECT RAISE(ABORT, 'the simulated disk is full'); END"_s.arg(seq));
}

void SimulatedDisk::acceptAgain()
{
    RawDatabase(file()).run(u"DROP TRIGGER IF EXISTS full_disk"_s);
}

void SimulatedDisk::keep()
{
    m_kept = contentOf(file());
    m_keptLog = contentOf(file() + u"-wal"_s);
}

void SimulatedDisk::putBack()
{
    QFile::remove(file() + u"-shm"_s);
    setContent(file(), m_kept);
    setContent(file() + u"-wal"_s, m_keptLog);
}

} // namespace renum::test
