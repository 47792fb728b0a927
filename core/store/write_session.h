// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/endpoint_repository.h"
#include "core/store/event_writer.h"
#include "core/store/own_agent_repository.h"
#include "core/store/remote_start_repository.h"
#include "core/store/team_repository.h"

#include <memory>

namespace renum {

/// What the writer thread works with: its connection, kept statements and transactions.
struct WriteSession {
    explicit WriteSession(std::unique_ptr<Connection> openConnection);

    /// Sets up a connection for writing. Errors: store_open_failed when the file system cannot hold
    /// a write-ahead log.
    [[nodiscard]] static Result<void> prepare(Connection &connection);

    /// Decides how durable the next commits are; not inside a transaction.
    [[nodiscard]] Result<void> setDurability(Durability durability);
    [[nodiscard]] Result<void> begin() { return m_begin.run(); }
    [[nodiscard]] Result<void> commit() { return m_commit.run(); }
    /// Ends the transaction, also one that the database ended by itself.
    void rollback();

    [[nodiscard]] Result<void> beginItem() { return m_savepoint.run(); }
    [[nodiscard]] Result<void> keepItem() { return m_release.run(); }
    /// Fails when the whole transaction is gone.
    [[nodiscard]] Result<void> undoItem();

    /// For work with statements of its own.
    [[nodiscard]] Connection *connection() noexcept { return m_connection.get(); }

    /// Keeps the write-ahead log small even when readers never pause.
    void boundLog();
    /// Gives the write-ahead log the size that it will have, once; commits are faster then. For a
    /// moment in which nobody waits; not inside a transaction.
    void reserveLog();

private:
    std::unique_ptr<Connection> m_connection;
    Statement m_begin;
    Statement m_commit;
    Statement m_rollback;
    Statement m_savepoint;
    Statement m_release;
    Statement m_undo;
    std::optional<Durability> m_durability;
    qint64 m_logLimit;
    int m_commitsSinceLook = 0;
    bool m_isLogReserved = false;

public:
    EventWriter events;
    RemoteStartRepository starts;
    TeamRepository teams;
    EndpointRepository endpoints;
    OwnAgentRepository agents;
};

} // namespace renum
