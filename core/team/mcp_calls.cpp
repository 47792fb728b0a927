// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_calls.h"

#include "core/model/error_codes.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"

#include <functional>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {

/// None: the time is up, or nobody wants to know any more.
using MaybeAnswer = std::optional<ToolAnswer>;

QCoro::Task<> deliver(QCoro::Task<ToolAnswer> task, OneShot<MaybeAnswer> into)
{
    ToolAnswer answer = co_await task;
    into.set(std::move(answer));
}

/// One wait for the engine, bounded. Its end tells the engine to stop.
class Wait {
public:
    Wait(Clock *clock, nanoseconds deadline, const std::stop_token &stop)
        : m_onStop(stop, [this] { giveUp(); })
        , m_timer(clock->startTimer(
              std::chrono::ceil<milliseconds>(deadline - clock->monotonic()), [this] { giveUp(); }))
    {
    }
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_tasks.token(); }
    [[nodiscard]] OneShot<MaybeAnswer> begin(QCoro::Task<ToolAnswer> task)
    {
        m_tasks.start(deliver(std::move(task), m_answer));
        return m_answer;
    }

private:
    void giveUp()
    {
        m_answer.set(std::nullopt);
        m_tasks.requestStop();
    }

    OneShot<MaybeAnswer> m_answer;
    TaskScope m_tasks;
    std::stop_callback<std::function<void()>> m_onStop;
    std::unique_ptr<Clock::Timer> m_timer;
};

ToolAnswer failed(ErrorCategory category, const char *code, const QString &message)
{
    return { {}, Error { category, QString::fromLatin1(code), message } };
}

ToolAnswer tooSlow()
{
    return failed(ErrorCategory::AgentTimeout, code::TotalTimeout,
        u"The team did not answer in time. The call may have been carried out all the same: look "
        "before you repeat it."_s);
}

ToolAnswer notBegun()
{
    return failed(ErrorCategory::AgentTimeout, code::TotalTimeout,
        u"There was no time left for this call. Nothing of it was done; send it again by itself."_s);
}

ToolAnswer cancelled()
{
    return { {}, cancelledError() };
}

} // namespace

McpCalls::McpCalls(Clock *clock, TeamCallHandler *handler, milliseconds limit, std::stop_token stop)
    : m_clock(clock)
    , m_handler(handler)
    , m_deadline(clock->monotonic() + limit)
    , m_stop(std::move(stop))
{
}

bool McpCalls::timeIsUp() const
{
    return m_clock->monotonic() >= m_deadline;
}

QCoro::Task<ToolAnswer> McpCalls::execute(McpToolCall call)
{
    if (m_stop.stop_requested())
        co_return cancelled();
    if (call.call.refusal)
        co_return ToolAnswer { {}, call.call.refusal };
    if (timeIsUp())
        co_return notBegun();
    Wait work(m_clock, m_deadline, m_stop);
    const auto done = work.begin(m_handler->call(call.executionToken, call.call, work.token()));
    const MaybeAnswer first = co_await done;
    if (m_stop.stop_requested())
        co_return cancelled();
    if (!first)
        co_return tooSlow();
    if (first->request.isEmpty() || timeIsUp())
        co_return ToolAnswer(*first);
    Wait reply(m_clock, m_deadline, m_stop);
    const auto replied
        = reply.begin(m_handler->answerTo(call.executionToken, first->request, reply.token()));
    const MaybeAnswer second = co_await replied;
    co_return ToolAnswer(second ? *second : *first);
}

} // namespace renum
