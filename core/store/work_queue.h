// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace renum {

/// Hands work from any thread to the one that does it, in order.
template<typename Item>
class WorkQueue {
public:
    void push(Item item)
    {
        std::size_t waiting = 0;
        {
            const std::scoped_lock lock(m_mutex);
            m_items.push_back(std::move(item));
            waiting = m_items.size();
        }
        // While the taker lingers for company it is woken once, not for each arrival.
        if (waiting == 1 || waiting >= m_wanted.load(std::memory_order_relaxed))
            m_arrived.notify_one();
    }

    /// Nothing is pushed any more; what is queued is still handed out.
    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
        }
        m_arrived.notify_one();
    }

    /// Says of one item after the other whether it is taken, up to the first that is not.
    using Admits = std::function<bool(const Item &)>;
    [[nodiscard]] static Admits upTo(std::size_t limit)
    {
        return [left = limit](const Item &) mutable { return left > 0 && left-- > 0; };
    }

    /// Waits for work and takes what is admitted; empty once closed and drained. When the queue
    /// holds fewer than `wanted`, more may be on the way: waits up to `linger` for them.
    [[nodiscard]] std::vector<Item> take(
        const Admits &admits, std::size_t wanted = 1, std::chrono::microseconds linger = {})
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_closed || !m_items.empty(); });
        awaitCompany(lock, wanted, linger);
        return takeFront(admits);
    }

    /// Takes what is admitted of what `linger` brings, or nothing; waits only while the queue holds
    /// fewer than `wanted`.
    [[nodiscard]] std::vector<Item> takeMore(
        const Admits &admits, std::size_t wanted, std::chrono::microseconds linger)
    {
        std::unique_lock lock(m_mutex);
        awaitCompany(lock, wanted, linger);
        return takeFront(admits);
    }

    /// Takes what is admitted of what is there, without waiting for more.
    [[nodiscard]] std::vector<Item> takeNow(const Admits &admits)
    {
        const std::scoped_lock lock(m_mutex);
        return takeFront(admits);
    }

private:
    void awaitCompany(
        std::unique_lock<std::mutex> &lock, std::size_t wanted, std::chrono::microseconds linger)
    {
        if (m_closed || m_items.size() >= wanted)
            return;
        m_wanted.store(wanted, std::memory_order_relaxed);
        m_arrived.wait_for(lock, linger, [&] { return m_closed || m_items.size() >= wanted; });
        m_wanted.store(1, std::memory_order_relaxed);
    }

    [[nodiscard]] std::vector<Item> takeFront(const Admits &admits)
    {
        const auto end = std::ranges::find_if_not(m_items, std::cref(admits));
        std::vector<Item> taken(
            std::make_move_iterator(m_items.begin()), std::make_move_iterator(end));
        m_items.erase(m_items.begin(), end);
        return taken;
    }

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Item> m_items;
    bool m_closed = false;
    std::atomic<std::size_t> m_wanted = 1;
};

} // namespace renum
