// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/control_desk.h"

#include "core/model/error_codes.h"
#include "core/workspace/execution_wish.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds DeskLookInterval(250);
/// Who asked has long given up.
constexpr std::chrono::hours RequestsKeptFor(24);

Error unknownWish()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"The Renum that runs this execution is older and cannot do that. Update it."_s };
}

} // namespace

ControlDesk::ControlDesk(
    Store *store, Clock *clock, ExecutionService *executions, QString owner, QObject *parent)
    : QObject(parent)
    , m_requests(store)
    , m_clock(clock)
    , m_executions(executions)
    , m_owner(std::move(owner))
{
    lookLater();
}

void ControlDesk::lookLater()
{
    m_next = m_clock->startTimer(DeskLookInterval, [this] { look(); });
}

void ControlDesk::look()
{
    if (m_executions->driven().isEmpty())
        lookLater();
    else
        m_tasks.start(serve());
}

QCoro::Task<> ControlDesk::serve()
{
    const QPointer<ControlDesk> self(this);
    if (!std::exchange(m_tidied, true)) {
        static_cast<void>(co_await m_requests.removeOlderThan(m_clock->now() - RequestsKeptFor));
        if (!self)
            co_return;
    }
    const Result<QList<ControlRequest>> waiting = co_await m_requests.waiting(m_owner);
    if (!self)
        co_return;
    const QList<ControlRequest> requests = waiting ? *waiting : QList<ControlRequest>();
    for (const ControlRequest &request : requests) {
        co_await carryOut(request);
        if (!self)
            co_return;
    }
    lookLater();
}

QCoro::Task<> ControlDesk::carryOut(ControlRequest request)
{
    const QPointer<ControlDesk> self(this);
    const Result<bool> mine = co_await m_requests.take(request.id, m_clock->now());
    if (!self || !mine || !*mine)
        co_return;
    const Result<void> outcome = co_await perform(request);
    if (!self)
        co_return;
    static_cast<void>(co_await m_requests.answer(request.id, outcome, m_clock->now()));
}

QCoro::Task<Result<void>> ControlDesk::perform(ControlRequest request)
{
    const std::optional<ExecutionWish> wish = wishFromJson(request.wish);
    if (!wish)
        co_return unknownWish();
    co_return co_await m_executions->doHere(request.execution, *wish);
}

} // namespace renum
