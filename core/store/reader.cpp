// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

#include "core/store/database_file.h"
#include "core/store/read_session.h"

#include <future>

namespace renum {

Reader::Reader(QString file, Timestamp now, const Executor &executor)
    : m_file(std::move(file))
    , m_now(now)
{
    if (executor) {
        m_turns = std::make_unique<Turns>(executor, [this] { serveTurn(); });
        return;
    }
    m_thread = std::thread([this] {
        serve();
        m_session.reset(); // a connection is closed by the thread that opened it
    });
}

Reader::~Reader()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
    else
        serve();
}

Result<void> Reader::open()
{
    if (m_turns)
        return ensureOpen();
    std::promise<Result<void>> promise;
    std::future<Result<void>> opened = promise.get_future();
    m_queue.push([this, &promise] { promise.set_value(ensureOpen()); });
    return opened.get();
}

Result<void> Reader::ensureOpen()
{
    if (m_session)
        return {};
    Result<std::unique_ptr<Connection>> opened
        = openDatabase(m_file, Connection::Mode::ReadOnly, m_now);
    if (!opened)
        return opened.error();
    m_session = std::make_unique<ReadSession>(*std::move(opened));
    return {};
}

Result<void> Reader::begin()
{
    if (const Result<void> opened = ensureOpen(); !opened)
        return opened;
    return m_session->begin.run();
}

void Reader::end()
{
    const Result<void> ended = m_session->end.run(); // a snapshot that is gone anyway
    Q_UNUSED(ended)
}

void Reader::serve()
{
    constexpr std::size_t AtATime = 64;
    for (;;) {
        const auto questions = m_queue.take(decltype(m_queue)::upTo(AtATime));
        if (questions.empty())
            return;
        for (const auto &question : questions)
            question();
    }
}

void Reader::serveTurn()
{
    const auto next = m_queue.takeNow(decltype(m_queue)::upTo(1));
    for (const auto &question : next)
        question();
}

} // namespace renum
