// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/raw_database.h"

#include <QDebug>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace renum::test {

RawDatabase::RawDatabase(const QString &file)
{
    static int counter = 0;
    m_name = u"raw-%1"_s.arg(++counter);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(file);
    if (!database.open())
        qWarning() << database.lastError();
}

RawDatabase::~RawDatabase()
{
    QSqlDatabase::database(m_name).close();
    QSqlDatabase::removeDatabase(m_name);
}

bool RawDatabase::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (query.exec(sql))
        return true;
    qWarning() << query.lastError();
    return false;
}

QVariant RawDatabase::value(const char *sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(QString::fromUtf8(sql)) || !query.next())
        qWarning() << query.lastError();
    return query.value(0);
}

} // namespace renum::test
