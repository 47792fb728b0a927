// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/event_feed.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace renum {

namespace {

constexpr int PageSize = 500;
constexpr std::chrono::milliseconds LookInterval = std::chrono::seconds(1);

} // namespace

EventFeed::EventFeed(Store *store, Clock *clock, std::shared_ptr<SubscriptionChannel> channel,
    ExecutionId execution, qint64 after, std::function<bool()> drivenHere, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_channel(std::move(channel))
    , m_execution(std::move(execution))
    , m_last(after)
    , m_drivenHere(std::move(drivenHere))
{
}

void EventFeed::wake()
{
    m_more = true;
    if (!m_pumping && !m_onItsWay && !m_over)
        m_tasks.start(pump());
}

void EventFeed::taken()
{
    m_onItsWay = false;
    if (m_more)
        wake();
    else
        lookLater();
}

void EventFeed::fail(const Error &error)
{
    if (!std::exchange(m_over, true))
        m_channel->fail(error);
}

QCoro::Task<> EventFeed::pump()
{
    const QPointer<EventFeed> self(this);
    m_pumping = true;
    while (m_more && !m_onItsWay && !m_over) {
        m_more = false;
        const Result<ExecutionEvents> page
            = co_await m_store->events(m_execution, m_last, PageSize);
        if (!self)
            co_return;
        if (!page) {
            fail(page.error());
        } else if (!page->isEmpty() && !m_over) {
            m_last = page->constLast().seq;
            m_more = m_more || page->size() == PageSize;
            m_onItsWay = true;
            m_channel->deliver(*page);
            m_over = m_over || isTerminalEvent(page->constLast());
        }
    }
    m_pumping = false;
    if (!m_onItsWay)
        lookLater();
}

void EventFeed::lookLater()
{
    if (m_over || m_drivenHere())
        return;
    m_look = m_clock->startTimer(LookInterval, [this] { wake(); });
}

} // namespace renum
