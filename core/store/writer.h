// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/timestamp.h"
#include "core/net/one_shot.h"
#include "core/store/connection.h"
#include "core/store/turns.h"
#include "core/store/work_queue.h"

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace renum {

struct WriteSession;

/// The one that writes, on a thread of its own or in the turns that an executor gives it. It takes
/// what is queued, commits it as one transaction, and answers each waiter once its change is as
/// durable as it asked. An item that fails is rolled back alone; when the commit fails, every
/// waiter of the group gets the error and nothing was stored.
class Writer {
public:
    /// Runs inside a transaction where the writer works; a failure undoes what it did. May run
    /// twice.
    using Work = std::function<Result<void>(WriteSession &)>;

    /// Opens the database, which blocks the caller until it is open and migrated. Without an
    /// executor the writer has a thread of its own.
    [[nodiscard]] static Result<std::unique_ptr<Writer>> start(
        const QString &file, Timestamp now, const Executor &executor = {});
    /// Writes what is queued, then closes the database.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// `bytes` is about what the work writes, when that is much.
    void submit(Work work, Durability durability, std::size_t bytes, OneShot<Result<void>> answer);

private:
    struct Item {
        Work work;
        Durability durability = Durability::Full;
        std::size_t bytes = 0;
        OneShot<Result<void>> answer;
        QObject *loop = nullptr; ///< of the thread that waits
    };
    using Items = std::vector<Item>;

    Writer();
    [[nodiscard]] Result<void> startThread(const QString &file, Timestamp now);
    [[nodiscard]] Result<void> open(const QString &file, Timestamp now);
    void serve();
    void serveTurn();
    void commit(Items items);
    /// The usual way: all or nothing. What arrives meanwhile may join.
    [[nodiscard]] Result<void> commitTogether(
        Items &items, Durability durability, bool &itemFailed);
    void letJoin(Items &items);
    /// True while the transaction has room for it, which it then takes.
    [[nodiscard]] bool admit(const Item &item);
    void answer(Items items, std::vector<Result<void>> results) const;
    /// After an item failed there: each item may fail alone, which costs a savepoint for each.
    [[nodiscard]] Result<void> commitGuarded(
        const Items &items, std::vector<Result<void>> &results);

    std::unique_ptr<WriteSession> m_session; ///< of the thread that works
    WorkQueue<Item> m_queue;
    struct Room {
        std::size_t items = 0; ///< taken
        std::size_t bytes = 0;
        bool isFull = false; ///< something had to be left for the next
    };
    Room m_room; ///< of the transaction
    std::size_t m_expected = 1; ///< as many as wrote together before, nearly
    std::unique_ptr<Turns> m_turns; ///< instead of a thread
    std::thread m_thread;
};

} // namespace renum
