// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/process/signal_watch.h"

#include <QCoreApplication>

#include <csignal>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>

#include <QSocketNotifier>

#include <array>
#endif

namespace renum::sim {

#ifdef Q_OS_UNIX

namespace {

std::array<int, 2> signalSockets { -1, -1 };

/// Only what POSIX allows in a handler: one byte wakes the event loop.
extern "C" void onSignal(int /*signal*/)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalSockets[0], &byte, 1);
}

} // namespace

void quitOnSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalSockets.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(
        signalSockets[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(),
        &QCoreApplication::quit);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

#else

namespace {

/// There a handler runs on a thread of its own, and quit() may be called from any.
extern "C" void onSignal(int /*signal*/)
{
    QCoreApplication::quit();
}

} // namespace

void quitOnSignals()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

#endif

} // namespace renum::sim
