// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/store_errors.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

// How long a connection waits for a lock of another program.
constexpr int BusyMilliseconds = 5000;

QString nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"renum-store-%1"_s.arg(++counter);
}

// As a URI, because only there SQLite can be told to not create a missing file.
QString uriOf(const QString &file, Connection::Mode mode)
{
    const QString parameter = mode == Connection::Mode::ReadOnly ? u"ro"_s
        : mode == Connection::Mode::Create                       ? u"rwc"_s
                                                                 : u"rw"_s;
    return QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) + "?mode="_L1 + parameter;
}

} // namespace

Connection::Connection(QString name, QString file)
    : m_name(std::move(name))
    , m_file(std::move(file))
{
}

Connection::~Connection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode)
{
    std::unique_ptr<Connection> connection(new Connection(nextConnectionName(), file));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    database.setDatabaseName(uriOf(file, mode));
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(BusyMilliseconds));
    if (!database.open())
        return storeErrorFrom(database.lastError(), file);
    for (const QString &pragma : { u"PRAGMA foreign_keys = ON"_s, u"PRAGMA temp_store = MEMORY"_s,
             u"PRAGMA cache_size = -8000"_s }) {
        if (const Result<void> done = connection->execute(pragma); !done)
            return done.error();
    }
    return connection;
}

Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(database());
    if (!query.exec(sql))
        return storeErrorFrom(query.lastError(), m_file);
    return {};
}

Result<QVariant> Connection::scalar(const QString &sql)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return storeErrorFrom(query.lastError(), m_file);
    const QVariant value = query.next() ? query.value(0) : QVariant();
    if (query.lastError().isValid())
        return storeErrorFrom(query.lastError(), m_file);
    return value;
}

} // namespace renum
