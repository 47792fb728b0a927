// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <utility>

namespace renum {

class EngineHost;

/// The way from other threads to the engine's host, which may end at any moment. Thread-safe.
class EngineLink {
public:
    explicit EngineLink(EngineHost *host)
        : m_host(host)
    {
    }
    /// Runs `work` on the engine thread, later. False when the host is gone.
    bool post(std::function<void(EngineHost &)> work) const;
    /// From now on nothing is posted any more.
    void cut();

private:
    mutable std::mutex m_mutex;
    EngineHost *m_host;
};

} // namespace renum
