// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"
#include "core/model/execution_event.h"

#include <mutex>

namespace renum {

class LocalSubscription;

/// The way from the engine to a subscriber on another thread, who may vanish at any moment.
/// Thread-safe.
class SubscriptionChannel {
public:
    explicit SubscriptionChannel(LocalSubscription *receiver)
        : m_receiver(receiver)
    {
    }
    void deliver(ExecutionEvents events) const;
    void fail(Error error) const;
    /// From now on nothing is delivered any more.
    void cut();

private:
    mutable std::mutex m_mutex;
    LocalSubscription *m_receiver;
};

} // namespace renum
