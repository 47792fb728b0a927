// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"
#include "core/model/timestamp.h"
#include "core/store/execution_key.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

namespace renum {

class Connection;

/// How values travel to the database. JSON and other bytes arrive as blobs, so that they are not
/// converted twice: their place holders are written `CAST(? AS TEXT)`.
namespace bound {
inline QVariant value(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text); // null would be NULL
}
inline QVariant value(const QByteArray &utf8)
{
    return utf8.isNull() ? QVariant(QByteArray("")) : QVariant(utf8);
}
inline QVariant value(const Json &json)
{
    return { canonicalJson(json) };
}
inline QVariant value(int number)
{
    return { number };
}
inline QVariant value(qint64 number)
{
    return { number };
}
inline QVariant value(ExecutionKey key)
{
    return { qint64(key) };
}
inline QVariant value(double number)
{
    return { number };
}
inline QVariant value(bool flag)
{
    return { flag ? 1 : 0 };
}
inline QVariant value(Timestamp time)
{
    return { toMicroseconds(time) };
}
template<typename Tag>
QVariant value(const Id<Tag> &id)
{
    return value(id.toString());
}
template<typename T>
QVariant value(const std::optional<T> &optional)
{
    return optional ? value(*optional) : QVariant();
}
} // namespace bound

/// One statement of one connection, prepared at its first use and kept. Must not outlive the
/// connection.
class Statement {
public:
    Statement(Connection *connection, const char *sql);
    Statement(Connection *connection, QString sql);

    /// Binds the values in order and executes. Rows, if any, are then read with next().
    template<typename... Values>
    [[nodiscard]] Result<void> run(const Values &...values)
    {
        if (const Result<void> ready = prepare(); !ready)
            return ready.error();
        int position = 0;
        (bind(position++, bound::value(values)), ...);
        return execute();
    }
    /// The same with values that are bound as they are.
    [[nodiscard]] Result<void> runWith(const QVariantList &values);

    [[nodiscard]] bool next() { return m_query->next(); }
    /// Ends reading, which frees the snapshot, and tells whether reading failed.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] qint64 lastInsertId() const { return m_query->lastInsertId().toLongLong(); }
    [[nodiscard]] int affectedRows() const { return m_query->numRowsAffected(); }
    /// SQLite's extended code of the last failure, or 0.
    [[nodiscard]] int failureCode() const noexcept { return m_failureCode; }

    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const
    {
        return m_query->value(column).toByteArray();
    }
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] int number(int column) const { return m_query->value(column).toInt(); }
    [[nodiscard]] double real(int column) const { return m_query->value(column).toDouble(); }
    [[nodiscard]] bool flag(int column) const { return m_query->value(column).toInt() != 0; }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] Timestamp time(int column) const { return fromMicroseconds(integer(column)); }
    [[nodiscard]] std::optional<Timestamp> optionalTime(int column) const;
    template<typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType(text(column));
    }
    /// A column selected as `CAST(column AS BLOB)`; discarded when it is no JSON.
    [[nodiscard]] Json json(int column) const;

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] QString nameValues();
    void bind(int position, const QVariant &value);
    [[nodiscard]] Result<void> execute();

    Connection *m_connection;
    QString m_sql;
    QStringList m_names; ///< of the values, by position
    std::optional<QSqlQuery> m_query;
    int m_failureCode = 0;
};

} // namespace renum
