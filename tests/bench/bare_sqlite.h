// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace renum::bench {

/// The floor of everything durable: SQLite as a C program would use it, in WAL mode, with one row
/// for an event and one for the state of a step, and nothing around it.
class BareSqlite {
public:
    enum class Sync { Full, Normal };

    BareSqlite(const QString &file, Sync sync);
    ~BareSqlite();
    BareSqlite(const BareSqlite &) = delete;
    BareSqlite &operator=(const BareSqlite &) = delete;

    /// That many steps of each of that many executions, each step two commits that the executions
    /// share: its beginning and its end.
    void runSteps(int firstExecution, int executions, int steps, const std::string &eventData);

private:
    void writeItem(int execution, int commit, const std::string &eventData);
    void run(const char *sql);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_event = nullptr;
    sqlite3_stmt *m_state = nullptr;
};

} // namespace renum::bench
