// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <memory>

namespace renum {

/// One connection to a database file, used on the thread that opened it, closed by its destructor.
class Connection {
public:
    enum class Mode {
        ReadOnly,
        ReadWrite, ///< the file must exist
        Create, ///< made when missing
    };

    /// Opens and sets up: foreign keys, time-out for locks, cache. Errors: store codes.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &file, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QString &file() const noexcept { return m_file; }
    [[nodiscard]] QSqlDatabase database() const;

    /// Runs one statement that is not worth preparing.
    [[nodiscard]] Result<void> execute(const QString &sql);
    /// First column of the first row; invalid when there is none.
    [[nodiscard]] Result<QVariant> scalar(const QString &sql);

private:
    Connection(QString name, QString file);

    QString m_name;
    QString m_file;
};

} // namespace renum
