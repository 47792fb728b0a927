// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/database_file.h"
#include "core/store/write_session.h"

#include <algorithm>
#include <utility>

namespace renum {

namespace {

constexpr std::size_t LargestGroup = 256;
// When several wrote together before, the writer waits this long for them to come together again.
constexpr std::chrono::microseconds Linger { 100 };

/// Runs one item of a group so that its failure leaves the others alone. `isLost` tells that the
/// database has given up the whole transaction.
Result<void> runGuarded(WriteSession &session, const Writer::Work &work, bool &isLost)
{
    Result<void> done = session.beginItem();
    isLost = !done;
    if (isLost)
        return done;
    done = work(session);
    if (done)
        done = session.keepItem();
    if (!done)
        isLost = !session.undoItem();
    return done;
}

} // namespace

Result<std::unique_ptr<Writer>> Writer::start(const QString &file, Timestamp now)
{
    std::unique_ptr<Writer> writer(new Writer);
    std::promise<Result<void>> promise;
    std::future<Result<void>> opened = promise.get_future();
    writer->m_thread
        = std::thread([borrowed = writer.get(), file, now, promise = std::move(promise)]() mutable {
              borrowed->run(file, now, std::move(promise));
          });
    if (const Result<void> result = opened.get(); !result)
        return result.error();
    return writer;
}

Writer::~Writer()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::submit(Work work, Durability durability, OneShot<Result<void>> answer)
{
    m_queue.push({ std::move(work), durability, std::move(answer) });
}

void Writer::run(const QString &file, Timestamp now, std::promise<Result<void>> opened)
{
    Result<std::unique_ptr<Connection>> connection
        = openDatabase(file, Connection::Mode::ReadWrite, now);
    const Result<void> ready
        = connection ? WriteSession::prepare(**connection) : Result<void>(connection.error());
    if (!ready) {
        opened.set_value(ready);
        return;
    }
    WriteSession session(*std::move(connection));
    opened.set_value({});
    serve(session);
}

void Writer::serve(WriteSession &session)
{
    std::size_t expected = 1;
    for (;;) {
        const Items items = m_queue.take(LargestGroup, expected, Linger);
        if (items.empty())
            return;
        commit(session, items);
        session.boundLog();
        expected = std::max<std::size_t>(1, items.size() - items.size() / 4);
    }
}

void Writer::commit(WriteSession &session, const Items &items)
{
    const bool full = std::ranges::any_of(
        items, [](const Item &item) { return item.durability == Durability::Full; });
    std::vector<Result<void>> results(items.size());
    bool itemFailed = false;
    Result<void> whole = session.setDurability(full ? Durability::Full : Durability::Normal);
    if (whole)
        whole = commitTogether(session, items, itemFailed);
    if (itemFailed && items.size() > 1)
        whole = commitGuarded(session, items, results);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].answer.set(whole ? results[i] : whole);
}

Result<void> Writer::commitTogether(WriteSession &session, const Items &items, bool &itemFailed)
{
    Result<void> done = session.begin();
    for (std::size_t i = 0; done && i < items.size(); ++i) {
        done = items[i].work(session);
        itemFailed = !done;
    }
    if (done)
        done = session.commit();
    if (!done)
        session.rollback();
    return done;
}

Result<void> Writer::commitGuarded(
    WriteSession &session, const Items &items, std::vector<Result<void>> &results)
{
    Result<void> whole = session.begin();
    for (std::size_t i = 0; whole && i < items.size(); ++i) {
        bool isLost = false;
        results[i] = runGuarded(session, items[i].work, isLost);
        if (isLost)
            whole = results[i];
    }
    if (whole)
        whole = session.commit();
    if (!whole)
        session.rollback();
    return whole;
}

} // namespace renum
