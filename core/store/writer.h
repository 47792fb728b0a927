// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/timestamp.h"
#include "core/net/one_shot.h"
#include "core/store/connection.h"
#include "core/store/work_queue.h"

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace renum {

struct WriteSession;

/// The one thread that writes. It takes what is queued, commits it as one transaction, and answers
/// each waiter once its change is as durable as it asked. An item that fails is rolled back alone;
/// when the commit fails, every waiter of the group gets the error and nothing was stored.
class Writer {
public:
    /// Runs on the writer thread inside a transaction; a failure undoes what it did. May run twice.
    using Work = std::function<Result<void>(WriteSession &)>;

    /// Opens the database, which blocks the caller until the writer thread has it open and
    /// migrated.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> start(const QString &file, Timestamp now);
    /// Writes what is queued, then closes the database.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void submit(Work work, Durability durability, OneShot<Result<void>> answer);

private:
    struct Item {
        Work work;
        Durability durability = Durability::Full;
        OneShot<Result<void>> answer;
    };
    using Items = std::vector<Item>;

    Writer() = default;
    void run(const QString &file, Timestamp now, std::promise<Result<void>> opened);
    void serve(WriteSession &session);
    void commit(WriteSession &session, const Items &items);
    /// The usual way: all or nothing.
    [[nodiscard]] Result<void> commitTogether(
        WriteSession &session, const Items &items, bool &itemFailed);
    /// After an item failed there: each item may fail alone, which costs a savepoint for each.
    [[nodiscard]] Result<void> commitGuarded(
        WriteSession &session, const Items &items, std::vector<Result<void>> &results);

    WorkQueue<Item> m_queue;
    std::thread m_thread;
};

} // namespace renum
