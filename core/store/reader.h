// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/timestamp.h"
#include "core/net/one_shot.h"
#include "core/store/connection.h"
#include "core/store/turns.h"
#include "core/store/work_queue.h"

#include <functional>
#include <thread>
#include <utility>

namespace renum {

struct ReadSession;

/// The one that reads, on a connection that cannot write: on a thread of its own, or in the turns
/// that an executor gives it. Each question sees one snapshot of the database, never older than
/// what was acknowledged before it was asked.
class Reader {
public:
    Reader(QString file, Timestamp now, const Executor &executor = {});
    /// Answers what was asked, then closes.
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// Opens the database now instead of at the first question; blocks the caller meanwhile.
    [[nodiscard]] Result<void> open();

    template<typename T>
    void ask(std::function<Result<T>(ReadSession &)> question, OneShot<Result<T>> answer)
    {
        m_queue.push([this, question = std::move(question), answer = std::move(answer)] {
            answer.set(inSnapshot<T>(question));
        });
        if (m_turns)
            m_turns->ask();
    }

private:
    template<typename T>
    [[nodiscard]] Result<T> inSnapshot(const std::function<Result<T>(ReadSession &)> &question)
    {
        if (const Result<void> begun = begin(); !begun)
            return begun.error();
        Result<T> result = question(*m_session);
        end();
        return result;
    }
    [[nodiscard]] Result<void> ensureOpen();
    [[nodiscard]] Result<void> begin();
    void end();
    void serve();
    void serveTurn();

    QString m_file;
    Timestamp m_now;
    std::unique_ptr<ReadSession> m_session; ///< of the thread that works
    WorkQueue<std::function<void()>> m_queue;
    std::unique_ptr<Turns> m_turns; ///< instead of a thread
    std::thread m_thread;
};

} // namespace renum
