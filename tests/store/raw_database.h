// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace renum::test {

/// A plain connection beside the store, to look at tables, or to damage them.
class RawDatabase {
public:
    explicit RawDatabase(const QString &file);
    ~RawDatabase();
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    /// Runs one statement; a failure is printed, and false.
    bool run(const QString &sql);
    [[nodiscard]] QString text(const char *sql) { return value(sql).toString(); }
    [[nodiscard]] int number(const char *sql) { return value(sql).toInt(); }

private:
    [[nodiscard]] QVariant value(const char *sql);

    QString m_name;
};

} // namespace renum::test
