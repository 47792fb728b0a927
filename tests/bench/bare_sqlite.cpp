// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bare_sqlite.h"

#include "bench_figures.h"

#include <sqlite3.h>

#include <QFile>

namespace renum::bench {

using namespace Qt::StringLiterals;

namespace {

void check(int code)
{
    if (code != SQLITE_OK)
        fail(QString::fromUtf8(::sqlite3_errstr(code)));
}

/// The text stays where it is until the statement is done.
void bindText(sqlite3_stmt *statement, int place, const std::string &text)
{
    check(::sqlite3_bind_text(statement, place, text.data(), int(text.size()), nullptr));
}

void finish(sqlite3_stmt *statement)
{
    if (::sqlite3_step(statement) != SQLITE_DONE)
        fail(u"A statement of the bare database failed."_s);
    check(::sqlite3_reset(statement));
}

} // namespace

BareSqlite::BareSqlite(const QString &file, Sync sync)
{
    check(::sqlite3_open(QFile::encodeName(file).constData(), &m_database));
    run("PRAGMA journal_mode = WAL");
    run(sync == Sync::Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    run("CREATE TABLE events (execution_id TEXT, seq INTEGER, data TEXT, "
        "PRIMARY KEY (execution_id, seq)) WITHOUT ROWID");
    run("CREATE TABLE state (execution_id TEXT, step_id TEXT, status TEXT, "
        "PRIMARY KEY (execution_id, step_id)) WITHOUT ROWID");
    check(::sqlite3_prepare_v2(
        m_database, "INSERT INTO events VALUES (?, ?, ?)", -1, &m_event, nullptr));
    check(::sqlite3_prepare_v2(m_database,
        "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET status = excluded.status", -1,
        &m_state, nullptr));
}

BareSqlite::~BareSqlite()
{
    ::sqlite3_finalize(m_event);
    ::sqlite3_finalize(m_state);
    ::sqlite3_close(m_database);
}

void BareSqlite::runSteps(
    int firstExecution, int executions, int steps, const std::string &eventData)
{
    for (int commit = 0; commit < 2 * steps; ++commit) {
        run("BEGIN IMMEDIATE");
        for (int i = 0; i < executions; ++i)
            writeItem(firstExecution + i, commit, eventData);
        run("COMMIT");
    }
}

void BareSqlite::writeItem(int execution, int commit, const std::string &eventData)
{
    const std::string id = "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + execution);
    const std::string step = "step-" + std::to_string(commit / 2);
    bindText(m_event, 1, id);
    check(::sqlite3_bind_int(m_event, 2, commit));
    bindText(m_event, 3, eventData);
    finish(m_event);
    const std::string status = commit % 2 == 0 ? "running" : "completed";
    bindText(m_state, 1, id);
    bindText(m_state, 2, step);
    bindText(m_state, 3, status);
    finish(m_state);
}

void BareSqlite::run(const char *sql)
{
    check(::sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr));
}

} // namespace renum::bench
