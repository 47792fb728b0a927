// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clock.h"

#include "core/model/error_codes.h"
#include "core/net/one_shot.h"

#include <QObject>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

class SystemTimer final : public QObject, public Clock::Timer {
public:
    SystemTimer(milliseconds delay, std::function<void()> then)
        : m_remaining(std::max(delay, milliseconds::zero()))
        , m_then(std::move(then))
    {
        startLeg();
    }

protected:
    void timerEvent(QTimerEvent *event) override
    {
        killTimer(event->timerId());
        if (m_remaining > milliseconds::zero()) {
            startLeg();
            return;
        }
        const auto then = std::exchange(m_then, {});
        then(); // may destroy this
    }

private:
    // Qt counts milliseconds in an int: a longer delay is waited for in legs.
    void startLeg()
    {
        constexpr milliseconds longestLeg = std::chrono::days(20);
        const milliseconds leg = std::min(m_remaining, longestLeg);
        m_remaining -= leg;
        // A coarse timer may be 5 % late: too much for a delay that a person notices.
        QObject::startTimer(
            leg, leg < std::chrono::seconds(10) ? Qt::PreciseTimer : Qt::CoarseTimer);
    }

    milliseconds m_remaining;
    std::function<void()> m_then;
};

} // namespace

Timestamp SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::unique_ptr<Clock::Timer> SystemClock::startTimer(
    milliseconds delay, std::function<void()> then)
{
    return std::make_unique<SystemTimer>(delay, std::move(then));
}

Error cancelledError()
{
    return { ErrorCategory::UserCancelled, QString::fromLatin1(code::UserCancelled),
        u"The operation was cancelled."_s };
}

QCoro::Task<Result<void>> sleepFor(Clock *clock, milliseconds delay, std::stop_token stop)
{
    const OneShot<Result<void>> done;
    const std::stop_callback onStop(stop, [done] { done.set(cancelledError()); });
    const auto timer = clock->startTimer(delay, [done] { done.set({}); });
    co_return co_await done;
}

} // namespace renum
