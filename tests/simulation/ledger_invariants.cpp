// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/execution_history.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

QString textAt(const ExecutionEvent &event, const char *key)
{
    return stringAt(event.data, key).value_or(QString());
}

class LedgerCheck {
public:
    explicit LedgerCheck(const ExecutionHistory &history)
        : m_history(history)
    {
        for (const ExecutionEvent &event : history.events)
            read(event);
        m_endedAt = history.events.isEmpty() ? Timestamp() : history.events.constLast().timestamp;
    }

    QStringList check()
    {
        QSet<RunId> real;
        for (const LedgerRun &run : m_history.ledger) {
            real.insert(run.run);
            if (m_watchedUntil.contains(run.thread) || m_named.contains(run.run))
                check(run);
        }
        for (const RunId &run : std::as_const(m_named)) {
            if (!real.contains(run))
                flaw(run, u"is in the log, but the service never had it"_s);
        }
        return m_flaws;
    }

private:
    void read(const ExecutionEvent &event)
    {
        const RunId run(textAt(event, "agent_run_id"));
        const ThreadId thread(textAt(event, "thread_id"));
        if (event.eventType == "step_run_sent"_L1) {
            const QString attempt = textAt(event, "step_id") + u'/'
                + QString::number(integerAt(event.data, "attempt").value_or(0));
            if (!thread.isEmpty() && m_attemptOf.value(thread, attempt) != attempt)
                m_flaws.append(u"%1 and %2 share %3"_s.arg(
                    attempt, m_attemptOf.value(thread), thread.toString()));
            m_attemptOf.insert(thread, attempt);
            const auto until = fromRfc3339(textAt(event, "watch_until"));
            m_watchedUntil.insert(thread, until.value_or(event.timestamp));
        } else if (event.eventType == "step_run_bound"_L1
            || event.eventType == "step_run_duplicate"_L1) {
            m_named.insert(run);
        } else if (event.eventType == "step_usage"_L1) {
            const Json *usage = memberAt(event.data, "usage_metrics");
            m_booked[run].append(usage ? usageFromJson(*usage) : Usage());
        }
    }

    void check(const LedgerRun &run)
    {
        const QList<Usage> booked = m_booked.value(run.run);
        if (booked.size() > 1)
            flaw(run.run, u"was booked %1 times"_s.arg(booked.size()));
        if (!booked.isEmpty())
            checkBooking(run, booked.constFirst());
        if (run.working && canBeFound(run))
            flaw(run.run, u"was left working"_s);
        if (booked.isEmpty() && canBeFoundInTime(run))
            flaw(run.run, u"was never booked"_s);
        if (!m_named.contains(run.run) && canBeFoundInTime(run))
            flaw(run.run, u"works beside another and nobody knows"_s);
    }

    void checkBooking(const LedgerRun &run, const Usage &booked)
    {
        const bool wasTold = run.told && booked.tokensInput && !booked.estimated;
        if (wasTold
            && (booked.tokensInput != run.told->tokensInput
                || booked.tokensOutput != run.told->tokensOutput))
            flaw(run.run, u"was booked with other counts than the service told"_s);
        if (!run.told && booked.tokensInput && !booked.estimated)
            flaw(run.run, u"was booked as told, but the service never did"_s);
    }

    [[nodiscard]] bool canBeFound(const LedgerRun &run) const
    {
        return !run.outsideWindow && (m_history.canListRuns || m_named.contains(run.run));
    }
    // What appears in a thread is looked for when its window closes, by the engine that is there
    // then or by the next one; when the execution has ended by then, there is no log left to book
    // it in.
    [[nodiscard]] bool canBeFoundInTime(const LedgerRun &run) const
    {
        if (m_named.contains(run.run))
            return true;
        const Timestamp due = std::max(m_watchedUntil.value(run.thread), run.listedFrom);
        return canBeFound(run) && !m_history.clockWasSet
            && m_history.hadTimeFor(due, m_endedAt, Patience);
    }

    void flaw(const RunId &run, const QString &what)
    {
        m_flaws.append(run.toString() + u' ' + what);
    }

    /// After the window closes, the engine still has to list and stop.
    static constexpr std::chrono::seconds Patience { 30 };

    const ExecutionHistory &m_history;
    QHash<ThreadId, QString> m_attemptOf;
    QHash<ThreadId, Timestamp> m_watchedUntil;
    QSet<RunId> m_named; ///< bound, or known as a duplicate
    QHash<RunId, QList<Usage>> m_booked;
    Timestamp m_endedAt;
    QStringList m_flaws;
};

} // namespace

bool ExecutionHistory::hadTimeFor(Timestamp due, Timestamp end, std::chrono::seconds patience) const
{
    if (lives.empty())
        return due + patience < end;
    return std::ranges::any_of(lives, [&](const Life &life) {
        return std::max(due, life.from) + patience < std::min(life.until, end);
    });
}

QStringList flawsOfLedger(const ExecutionHistory &history)
{
    return LedgerCheck(history).check();
}

} // namespace renum::test
