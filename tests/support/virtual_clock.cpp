// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/virtual_clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::test {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

struct VirtualClock::Queue {
    std::map<Key, std::function<void()>> timers;
};

class VirtualClock::Handle final : public Clock::Timer {
public:
    Handle(std::shared_ptr<Queue> queue, Key key)
        : m_queue(std::move(queue))
        , m_key(key)
    {
    }
    ~Handle() override { m_queue->timers.erase(m_key); }

private:
    std::shared_ptr<Queue> m_queue;
    Key m_key;
};

VirtualClock::VirtualClock(Timestamp start)
    : m_start(start)
    , m_queue(std::make_shared<Queue>())
{
}

VirtualClock::~VirtualClock() = default;

Timestamp VirtualClock::now() const
{
    return m_start + m_offset + std::chrono::duration_cast<std::chrono::microseconds>(m_elapsed);
}

nanoseconds VirtualClock::monotonic() const
{
    return m_elapsed;
}

std::unique_ptr<Clock::Timer> VirtualClock::startTimer(
    milliseconds delay, std::function<void()> then)
{
    const Key key { m_elapsed + std::max(delay, milliseconds::zero()), ++m_lastNumber };
    m_queue->timers.emplace(key, std::move(then));
    return std::make_unique<Handle>(m_queue, key);
}

void VirtualClock::advance(milliseconds by)
{
    const nanoseconds target = m_elapsed + by;
    QCoreApplication::sendPostedEvents();
    for (auto next = m_queue->timers.begin();
         next != m_queue->timers.end() && next->first.first <= target;
         next = m_queue->timers.begin())
        fire(next);
    m_elapsed = std::max(m_elapsed, target);
}

bool VirtualClock::advanceToNext()
{
    QCoreApplication::sendPostedEvents();
    if (m_queue->timers.empty())
        return false;
    fire(m_queue->timers.begin());
    return true;
}

int VirtualClock::pending() const
{
    return static_cast<int>(m_queue->timers.size());
}

void VirtualClock::fire(std::map<Key, std::function<void()>>::iterator timer)
{
    m_elapsed = std::max(m_elapsed, timer->first.first);
    const std::function<void()> then = std::move(timer->second);
    m_queue->timers.erase(timer);
    then();
    QCoreApplication::sendPostedEvents();
}

} // namespace renum::test
