// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSocketNotifier>

#include <memory>

namespace renum {

/// The sockets of one thread that its event loop watches as a single one. Linux.
class EpollSet {
public:
    /// Who is told; on the thread of the set, from the event loop.
    class Watcher {
    public:
        virtual ~Watcher() = default;
        /// Something became possible (EPOLLIN, EPOLLOUT …). Told once, until it was used up.
        virtual void onReady(quint32 events) = 0;
    };
    using Ticket = quint64;

    /// Lives as long as someone holds it. Null when the system has no more files.
    [[nodiscard]] static std::shared_ptr<EpollSet> ofThisThread();

    EpollSet();
    ~EpollSet();
    EpollSet(const EpollSet &) = delete;
    EpollSet &operator=(const EpollSet &) = delete;

    /// 0 when the system refuses. Closing the file takes it out of the system's set; forget() is
    /// needed all the same.
    [[nodiscard]] Ticket watch(int file, Watcher *watcher);
    void forget(Ticket ticket);

private:
    void dispatch();

    int m_file;
    QSocketNotifier m_notifier;
    QHash<Ticket, Watcher *> m_watchers;
    Ticket m_last = 0;
};

} // namespace renum
