// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/process/stdin_watch.h"

#include <QMetaObject>
#include <QObject>

#include <cstdio>
#include <mutex>
#include <thread>

namespace renum::sim {

struct StdinWatch::State {
    std::mutex mutex;
    std::unique_ptr<QObject> receiver; ///< gone once nobody waits any more
    std::function<void()> closed;
};

StdinWatch::StdinWatch(std::function<void()> closed)
    : m_state(std::make_shared<State>())
{
    m_state->receiver = std::make_unique<QObject>();
    m_state->closed = std::move(closed);
    // Reading blocks, and only a thread can wait for a console or a pipe on every platform. It is
    // never joined: it may be inside a read that nothing ends.
    std::thread([state = m_state] {
        while (std::fgetc(stdin) != EOF) { }
        const std::scoped_lock lock(state->mutex);
        if (state->receiver)
            QMetaObject::invokeMethod(
                state->receiver.get(), [state] { state->closed(); }, Qt::QueuedConnection);
    }).detach();
}

StdinWatch::~StdinWatch()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->receiver.reset();
}

} // namespace renum::sim
