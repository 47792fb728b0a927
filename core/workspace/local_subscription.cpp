// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_subscription.h"

#include "core/workspace/engine_host.h"

#include <QPointer>

#include <atomic>
#include <utility>

namespace renum {

namespace {

quint64 nextNumber()
{
    static std::atomic<quint64> number = 0;
    return ++number;
}

} // namespace

void SubscriptionChannel::deliver(ExecutionEvents events) const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_receiver)
        return;
    LocalSubscription *receiver = m_receiver;
    QMetaObject::invokeMethod(
        receiver, [receiver, page = std::move(events)] { receiver->take(page); },
        Qt::QueuedConnection);
}

void SubscriptionChannel::fail(Error error) const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_receiver)
        return;
    LocalSubscription *receiver = m_receiver;
    QMetaObject::invokeMethod(
        receiver, [receiver, why = std::move(error)] { emit receiver->failed(why); },
        Qt::QueuedConnection);
}

void SubscriptionChannel::cut()
{
    const std::scoped_lock lock(m_mutex);
    m_receiver = nullptr;
}

LocalSubscription::LocalSubscription(
    std::shared_ptr<EngineLink> link, ExecutionId execution, qint64 after)
    : m_link(std::move(link))
    , m_channel(std::make_shared<SubscriptionChannel>(this))
    , m_number(nextNumber())
{
    m_link->post([number = m_number, execution, after, channel = m_channel](
                     EngineHost &host) { host.openFeed(number, execution, after, channel); });
}

LocalSubscription::~LocalSubscription()
{
    m_channel->cut();
    m_link->post([number = m_number](EngineHost &host) { host.closeFeed(number); });
}

void LocalSubscription::take(const ExecutionEvents &events)
{
    const QPointer<LocalSubscription> self(this);
    emit received(events);
    if (self)
        m_link->post([number = m_number](EngineHost &host) { host.feedTaken(number); });
}

} // namespace renum
