// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/epoll_set.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace renum {

namespace {
/// Timers and other sockets get their turn in between.
constexpr int MostEventsAtOnce = 256;
} // namespace

std::shared_ptr<EpollSet> EpollSet::ofThisThread()
{
    static thread_local std::weak_ptr<EpollSet> current;
    std::shared_ptr<EpollSet> set = current.lock();
    if (set)
        return set;
    set = std::make_shared<EpollSet>();
    if (set->m_file < 0)
        return nullptr;
    current = set;
    return set;
}

EpollSet::EpollSet()
    : m_file(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(QSocketNotifier::Read)
{
    if (m_file < 0)
        return;
    m_notifier.setSocket(m_file);
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
    m_notifier.setEnabled(true);
}

EpollSet::~EpollSet()
{
    m_notifier.setEnabled(false);
    if (m_file >= 0)
        ::close(m_file);
}

EpollSet::Ticket EpollSet::watch(int file, Watcher *watcher)
{
    epoll_event event {};
    // Edges: what nobody takes up at once does not wake the loop again and again.
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u64 = ++m_last;
    if (::epoll_ctl(m_file, EPOLL_CTL_ADD, file, &event) != 0)
        return 0;
    m_watchers.insert(m_last, watcher);
    return m_last;
}

void EpollSet::forget(Ticket ticket)
{
    m_watchers.remove(ticket);
}

void EpollSet::dispatch()
{
    std::array<epoll_event, MostEventsAtOnce> events {};
    const int count = ::epoll_wait(m_file, events.data(), MostEventsAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events.at(std::size_t(i));
        // One that was told before may have ended this one.
        if (Watcher *watcher = m_watchers.value(event.data.u64))
            watcher->onReady(event.events);
    }
}

} // namespace renum
