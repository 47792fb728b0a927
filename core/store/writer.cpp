// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/database_file.h"
#include "core/store/write_session.h"

#include <QAbstractEventDispatcher>
#include <QMetaObject>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace renum {

namespace {

constexpr std::size_t LargestGroup = 256;
// Where much is to be written the sync is the smaller part, and whose change is in the first half
// may work while the second is written: else all would wait for the writer and then it for them.
constexpr std::size_t LargestShare = std::size_t(192) * 1024;
// When several wrote together before, the writer waits this long for the next of them to come back.
constexpr std::chrono::microseconds Linger { 100 };
// So many at once, at most: to be woken for each costs more than to write it.
constexpr std::size_t Company = 16;

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

Writer::Writer() = default;

Result<std::unique_ptr<Writer>> Writer::start(
    const QString &file, Timestamp now, const Executor &executor)
{
    std::unique_ptr<Writer> writer(new Writer);
    const Result<void> started
        = executor ? writer->open(file, now) : writer->startThread(file, now);
    if (!started)
        return started.error();
    if (executor) {
        writer->m_turns = std::make_unique<Turns>(
            executor, [borrowed = writer.get()] { borrowed->serveTurn(); });
    }
    return writer;
}

Result<void> Writer::startThread(const QString &file, Timestamp now)
{
    std::promise<Result<void>> promise;
    std::future<Result<void>> opened = promise.get_future();
    m_thread = std::thread([this, file, now, promise = std::move(promise)]() mutable {
        const Result<void> ready = open(file, now);
        promise.set_value(ready);
        if (ready)
            serve();
        m_session.reset(); // a connection is closed by the thread that opened it
    });
    return opened.get();
}

Writer::~Writer()
{
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
    else if (m_session)
        serve();
}

void Writer::submit(
    Work work, Durability durability, std::size_t bytes, OneShot<Result<void>> answer)
{
    m_queue.push({ std::move(work), durability, bytes, std::move(answer),
        QAbstractEventDispatcher::instance() });
    if (m_turns)
        m_turns->ask();
}

Result<void> Writer::open(const QString &file, Timestamp now)
{
    Result<std::unique_ptr<Connection>> connection
        = openDatabase(file, Connection::Mode::ReadWrite, now);
    if (!connection)
        return connection.error();
    if (Result<void> ready = WriteSession::prepare(**connection); !ready)
        return ready;
    m_session = std::make_unique<WriteSession>(*std::move(connection));
    return {};
}

void Writer::serve()
{
    for (;;) {
        m_room = {};
        Items items = m_queue.take([this](const Item &item) { return admit(item); },
            std::min(m_expected, Company), Linger);
        if (items.empty())
            return;
        commit(std::move(items));
        if (!m_turns)
            m_session->reserveLog();
    }
}

void Writer::serveTurn()
{
    // What an earlier turn took along is done already.
    m_room = {};
    Items items = m_queue.takeNow([this](const Item &item) { return admit(item); });
    if (!items.empty())
        commit(std::move(items));
}

void Writer::commit(Items items)
{
    const bool full = std::ranges::any_of(
        items, [](const Item &item) { return item.durability == Durability::Full; });
    const Durability durability = full ? Durability::Full : Durability::Normal;
    bool itemFailed = false;
    Result<void> whole = m_session->setDurability(durability);
    if (whole)
        whole = commitTogether(items, durability, itemFailed);
    std::vector<Result<void>> results(items.size());
    if (itemFailed && items.size() > 1)
        whole = commitGuarded(items, results);
    if (!whole)
        results.assign(items.size(), whole);
    m_expected = items.size() - items.size() / 4;
    answer(std::move(items), std::move(results));
    m_session->boundLog();
}

// The waiters of a group are woken together: one by one, their thread would fall asleep and wake up
// for each of them.
void Writer::answer(Items items, std::vector<Result<void>> results) const
{
    QObject *loop = items.front().loop;
    const bool isNear = m_turns || !loop || items.size() == 1;
    auto setAll = [items = std::move(items), results = std::move(results)] {
        for (std::size_t i = 0; i < items.size(); ++i)
            items[i].answer.set(results[i]);
    };
    if (isNear)
        setAll();
    else
        QMetaObject::invokeMethod(loop, std::move(setAll), Qt::QueuedConnection);
}

Result<void> Writer::commitTogether(Items &items, Durability durability, bool &itemFailed)
{
    Result<void> done = m_session->begin();
    for (std::size_t i = 0; done && i < items.size(); ++i) {
        done = items[i].work(*m_session);
        itemFailed = !done;
        // How durable a transaction is cannot be changed any more: what joins must need no more.
        if (done && i + 1 == items.size() && durability == Durability::Full)
            letJoin(items);
    }
    if (done)
        done = m_session->commit();
    if (!done)
        m_session->rollback();
    return done;
}

void Writer::letJoin(Items &items)
{
    if (m_turns || m_room.isFull)
        return; // who gives the turns decides what they take along
    const std::size_t missing = m_expected - std::min(m_expected, items.size());
    Items joining = m_queue.takeMore(
        [this](const Item &item) { return admit(item); }, std::min(missing, Company), Linger);
    std::ranges::move(joining, std::back_inserter(items));
}

bool Writer::admit(const Item &item)
{
    const bool hasRoom = m_room.items < LargestGroup && m_room.bytes + item.bytes <= LargestShare;
    if (!hasRoom && m_room.items > 0) {
        m_room.isFull = true;
        return false;
    }
    ++m_room.items;
    m_room.bytes += item.bytes;
    return true;
}

Result<void> Writer::commitGuarded(const Items &items, std::vector<Result<void>> &results)
{
    Result<void> whole = m_session->begin();
    for (std::size_t i = 0; whole && i < items.size(); ++i) {
        bool isLost = false;
        results[i] = runGuarded(*m_session, items[i].work, isLost);
        if (isLost)
            whole = results[i];
    }
    if (whole)
        whole = m_session->commit();
    if (!whole)
        m_session->rollback();
    return whole;
}

} // namespace renum
