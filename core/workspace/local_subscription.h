// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/engine_link.h"
#include "core/workspace/subscription_channel.h"
#include "core/workspace/workspace.h"

#include <memory>

namespace renum {

/// A subscription to the embedded engine, on the subscriber's thread. It takes one page at a time:
/// a slow subscriber holds nothing up and fills no memory.
class LocalSubscription : public EventSubscription {
    Q_OBJECT

public:
    LocalSubscription(std::shared_ptr<EngineLink> link, ExecutionId execution, qint64 after);
    ~LocalSubscription() override;

    void take(const ExecutionEvents &events);

private:
    std::shared_ptr<EngineLink> m_link;
    std::shared_ptr<SubscriptionChannel> m_channel;
    quint64 m_number; ///< names the feed at the engine
};

} // namespace renum
