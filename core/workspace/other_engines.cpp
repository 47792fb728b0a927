// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/other_engines.h"

#include "core/model/error_codes.h"
#include "core/workspace/owner_lock.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds AnswerLookInterval(100);

Error otherNotActive(const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive), message };
}

Error goneError()
{
    return otherNotActive(
        u"The Renum that ran this execution has ended. Continue the execution first."_s);
}

Error silentError(bool withdrawn)
{
    return otherNotActive(withdrawn
            ? u"Another Renum on this computer runs this execution and does not answer. Nothing "
              "was changed. Use that one, or end it and continue the execution here."_s
            : u"Another Renum on this computer runs this execution. It has begun to do this, but "
              "has not said whether it is done. Look at the execution before you try again."_s);
}

} // namespace

OtherEngines::OtherEngines(
    Store *store, Clock *clock, IdSource *ids, QString dataDir, QObject *parent)
    : QObject(parent)
    , m_requests(store)
    , m_clock(clock)
    , m_ids(ids)
    , m_dataDir(std::move(dataDir))
{
}

OtherEngines::~OtherEngines()
{
    m_ending.request_stop();
}

QCoro::Task<Result<void>> OtherEngines::ask(
    ExecutionId execution, QString owner, ExecutionWish wish)
{
    const QPointer<OtherEngines> self(this);
    const ControlRequest request { m_ids->next(), execution, owner, toJson(wish) };
    const Result<void> put = co_await m_requests.put(request, m_clock->now());
    if (!self)
        co_return cancelledError();
    if (!put)
        co_return put;
    co_return co_await awaitAnswer(request.id, owner);
}

QCoro::Task<Result<void>> OtherEngines::awaitAnswer(QString id, QString owner)
{
    const QPointer<OtherEngines> self(this);
    const std::stop_token stop = m_ending.get_token();
    const std::chrono::nanoseconds giveUp = m_clock->monotonic() + Patience;
    bool lives = true;
    while (lives && m_clock->monotonic() < giveUp) {
        const Result<void> slept = co_await sleepFor(m_clock, AnswerLookInterval, stop);
        if (!self || !slept)
            co_return cancelledError();
        // Asked before the answer is, so that the last word of a program that ends is read.
        lives = OwnerLock::isHeld(m_dataDir, owner);
        const Result<std::optional<Result<void>>> answer = co_await m_requests.answerTo(id);
        if (!self)
            co_return cancelledError();
        if (!answer)
            co_return answer.error();
        if (!*answer)
            continue;
        // Else the other one clears it away some day.
        static_cast<void>(co_await m_requests.remove(id));
        co_return **answer;
    }
    const Result<bool> withdrawn = co_await m_requests.withdraw(id);
    if (!withdrawn)
        co_return withdrawn.error();
    co_return lives || !*withdrawn ? silentError(*withdrawn) : goneError();
}

} // namespace renum
