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

std::optional<qint64> countIn(const Json &row, size_t column)
{
    return row.at(column).is_null() ? std::nullopt : std::optional(row.at(column).get<qint64>());
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

std::vector<UsageRow> SimulatedDisk::usageRows(const ExecutionId &execution) const
{
    const QString query
        = u"SELECT json_group_array(json_array(suna_agent_run_id, tokens_input, tokens_output, "
          "request_count, estimated)) FROM (SELECT * FROM renum_ai_usage_logs "
          "WHERE execution_id = '%1' ORDER BY rowid)"_s.arg(execution.toString());
    RawDatabase database(file());
    const Json rows
        = Json::parse(database.text(query.toUtf8().constData()).toStdString(), nullptr, false);
    std::vector<UsageRow> found;
    for (const Json &row : rows) {
        Usage usage;
        usage.tokensInput = countIn(row, 1);
        usage.tokensOutput = countIn(row, 2);
        usage.requestCount = row.at(3).get<int>();
        usage.estimated = row.at(4).get<int>() != 0;
        found.push_back({ RunId(QString::fromStdString(row.at(0).get<std::string>())), usage });
    }
    return found;
}

} // namespace renum::test
