// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/task_scope.h"
#include "core/store/store.h"
#include "core/workspace/subscription_channel.h"

#include <QObject>

#include <functional>
#include <memory>

namespace renum {

/// The engine's end of a subscription: reads the log page by page from the store, so that there is
/// neither gap nor repetition, and is woken when more was stored. One page is on its way at a time.
class EventFeed : public QObject {
    Q_OBJECT

public:
    /// `drivenHere` says whether this engine announces new events of the execution; otherwise the
    /// feed looks for itself, because another process may be writing them.
    EventFeed(Store *store, Clock *clock, std::shared_ptr<SubscriptionChannel> channel,
        ExecutionId execution, qint64 after, std::function<bool()> drivenHere,
        QObject *parent = nullptr);

    [[nodiscard]] const ExecutionId &execution() const noexcept { return m_execution; }
    /// More may be stored.
    void wake();
    /// The subscriber has taken the page.
    void taken();
    void fail(const Error &error);

private:
    QCoro::Task<> pump();
    void lookLater();

    Store *m_store;
    Clock *m_clock;
    std::shared_ptr<SubscriptionChannel> m_channel;
    ExecutionId m_execution;
    qint64 m_last;
    std::function<bool()> m_drivenHere;
    bool m_more = false; ///< something may be there that was not read yet
    bool m_pumping = false;
    bool m_onItsWay = false;
    bool m_over = false; ///< the terminal event was delivered, or delivery failed
    std::unique_ptr<Clock::Timer> m_look;
    TaskScope m_tasks;
};

} // namespace renum
