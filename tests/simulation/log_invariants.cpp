// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/intervention.h"
#include "tests/simulation/execution_history.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

/// Where a step stands, iteration by iteration.
struct StepTrack {
    int iteration = 1;
    StepStatus status = StepStatus::Pending;
    int attempts = 0; ///< started in this iteration
    bool retryAnnounced = false;
    bool given = false; ///< a person said what becomes of it
};

/// `agent#2` → `agent` and 2. Ids of agents may hold the mark themselves.
std::pair<StepId, int> partsOf(const QString &id)
{
    const qsizetype mark = id.lastIndexOf(u'#');
    bool isNumber = false;
    const int iteration = QStringView(id).mid(mark + 1).toInt(&isNumber);
    if (mark <= 0 || !isNumber)
        return { StepId(id), 1 };
    return { StepId(id.left(mark)), iteration };
}

class LogCheck {
public:
    QStringList check(const ExecutionEvents &events)
    {
        for (const ExecutionEvent &event : events)
            take(event);
        if (events.isEmpty() || !isTerminalEvent(events.constLast()))
            flaw(u"the log does not end with a terminal event"_s);
        for (auto it = m_steps.cbegin(); it != m_steps.cend(); ++it) {
            if (!isTerminal(it->status))
                flaw(u"step %1 was left %2"_s.arg(it.key().toString(), toString(it->status)));
        }
        if (m_mostCalls && m_calls > *m_mostCalls + m_doubles)
            flaw(u"%1 calls, and %2 were allowed"_s.arg(m_calls).arg(*m_mostCalls));
        return m_flaws;
    }

private:
    void take(const ExecutionEvent &event)
    {
        m_seq = event.seq;
        if (event.seq != ++m_expectedSeq)
            flaw(u"expected seq %1"_s.arg(m_expectedSeq));
        m_expectedSeq = event.seq;
        if (m_ended)
            flaw(u"%1 %2 after the end"_s.arg(event.type, event.eventType));
        m_ended = m_ended || isTerminalEvent(event);
        takeSpending(event);
        if (event.eventType == "plan_created"_L1)
            readPlan(event);
        else if (event.type == "step_update"_L1)
            takeStep(event);
        else if (event.type == "context_change"_L1)
            takeContext(event);
    }

    // A limit of calls is never passed, but by doubles that nobody asked for.
    void takeSpending(const ExecutionEvent &event)
    {
        if (event.eventType == "execution_created"_L1) {
            const Json *config = memberAt(event.data, "execution_config");
            allowCalls(config ? executionConfigFromJson(*config).cap : SpendingCap());
        } else if (event.eventType == "execution_cap_set"_L1) {
            allowCalls(capIn(event.data));
        } else if (event.eventType == "step_usage"_L1) {
            ++m_calls;
        } else if (event.eventType == "step_run_duplicate"_L1) {
            ++m_doubles;
        }
    }

    void allowCalls(const SpendingCap &cap)
    {
        const bool limits = cap.calls && cap.action != SpendingCap::Action::Warn;
        if (!limits)
            m_isUnlimited = true;
        if (m_isUnlimited)
            m_mostCalls.reset();
        else
            m_mostCalls = std::max(m_mostCalls.value_or(0), *cap.calls);
    }

    void readPlan(const ExecutionEvent &event)
    {
        const Json *json = memberAt(event.data, "plan");
        const Result<ExecutionPlan> plan = planFromJson(json ? *json : Json());
        if (!plan || m_plan) {
            flaw(u"a plan that is unreadable, or a second one"_s);
            return;
        }
        m_plan = *plan;
        for (const PlanStep &step : m_plan->steps)
            m_steps.insert(step.id, {});
    }

    void takeStep(const ExecutionEvent &event)
    {
        const QString id = stringAt(event.data, "step_id").value_or(QString());
        if (id.startsWith("request:"_L1))
            return; // of an auxiliary run, which is no step of the plan
        const auto [base, iteration] = partsOf(id);
        const auto track = m_steps.find(base);
        if (track == m_steps.end()) {
            flaw(u"%1 of the unknown step %2"_s.arg(event.eventType, id));
            return;
        }
        if (event.eventType == "step_repeat_requested"_L1)
            return;
        openIteration(event, *track, base, iteration);
        if (takeGiven(event, *track))
            return;
        const bool beside
            = event.eventType.startsWith("step_run_"_L1) || event.eventType == "step_usage"_L1;
        if (beside) // bookkeeping of a run, which may come late
            return;
        if (iteration != track->iteration)
            flaw(u"%1 of %2 in iteration %3"_s.arg(event.eventType, id).arg(track->iteration));
        else if (isTerminal(track->status))
            flaw(u"%1 of %2, which is %3"_s.arg(event.eventType, id, toString(track->status)));
        else
            advance(event, *track, base);
    }

    // A step that failed begins anew before it takes the result.
    static bool takeGiven(const ExecutionEvent &event, StepTrack &track)
    {
        if (event.eventType != "step_result_given"_L1)
            return false;
        track.given = true;
        if (track.status == StepStatus::Pending)
            track.status = StepStatus::Running;
        return true;
    }

    // Feedback runs steps again: each time under the next number, and never without feedback.
    void openIteration(
        const ExecutionEvent &event, StepTrack &track, const StepId &base, int iteration)
    {
        if (iteration <= track.iteration)
            return;
        const bool feeds = std::ranges::any_of(
            m_plan->steps, [](const PlanStep &step) { return step.feedback.has_value(); });
        const bool person = event.eventType == "step_reopened"_L1;
        const bool given = track.given;
        if ((!feeds && !person) || iteration != track.iteration + 1 || !isTerminal(track.status))
            flaw(u"iteration %1 of %2 begins with %3 while %4 is %5"_s.arg(
                QString::number(iteration), base.toString(), event.eventType,
                QString::number(track.iteration), toString(track.status)));
        track = StepTrack {};
        track.iteration = iteration;
        if (person && given) {
            track.given = true;
            track.status = StepStatus::Running;
        }
    }

    void advance(const ExecutionEvent &event, StepTrack &track, const StepId &id)
    {
        const QString &what = event.eventType;
        if (what == "step_started"_L1)
            start(event, track, id);
        else if (what == "step_skipped"_L1)
            move(track, id, StepStatus::Skipped,
                { StepStatus::Pending, track.given ? StepStatus::Running : StepStatus::Pending });
        else if (what == "step_reused"_L1) // it takes its turn as the others do
            move(track, id, StepStatus::Running, { StepStatus::Pending });
        else if (what == "step_completed"_L1)
            move(track, id, StepStatus::Completed, { StepStatus::Running });
        else if (what == "step_failed"_L1)
            move(track, id, StepStatus::Failed, { StepStatus::Pending, StepStatus::Running });
        else if (what == "step_cancelled"_L1)
            move(track, id, StepStatus::Cancelled, { StepStatus::Pending, StepStatus::Running });
        else if (what == "step_retrying"_L1)
            announceRetry(event, track, id);
        else if (what == "step_output"_L1 && track.status != StepStatus::Running)
            flaw(u"output of %1, which is %2"_s.arg(id.toString(), toString(track.status)));
    }

    void start(const ExecutionEvent &event, StepTrack &track, const StepId &id)
    {
        const int attempt = static_cast<int>(integerAt(event.data, "attempt").value_or(0));
        if (attempt != track.attempts + 1)
            flaw(
                u"attempt %1 of %2 after %3"_s.arg(attempt).arg(id.toString()).arg(track.attempts));
        if (attempt > 1 && !track.retryAnnounced)
            flaw(u"attempt %1 of %2 was not announced"_s.arg(attempt).arg(id.toString()));
        const PlanStep *step = m_plan->find(id);
        if (!step->isActive)
            flaw(u"the inactive step %1 started"_s.arg(id.toString()));
        for (const StepId &dependency : step->dependencies) {
            // What was at work already is tried again, also when a person lets that run anew.
            if (attempt == 1 && !isTerminal(m_steps.value(dependency).status))
                flaw(u"%1 started before %2 ended"_s.arg(id.toString(), dependency.toString()));
        }
        track.attempts = attempt;
        track.retryAnnounced = false;
        track.status = StepStatus::Running;
    }

    void announceRetry(const ExecutionEvent &event, StepTrack &track, const StepId &id)
    {
        const int attempt = static_cast<int>(integerAt(event.data, "attempt").value_or(0));
        if (track.status != StepStatus::Running || attempt != track.attempts + 1)
            flaw(u"retry %1 of %2 after %3"_s.arg(attempt).arg(id.toString()).arg(track.attempts));
        track.retryAnnounced = true;
    }

    void move(
        StepTrack &track, const StepId &id, StepStatus to, std::initializer_list<StepStatus> from)
    {
        if (std::ranges::find(from, track.status) == from.end())
            flaw(u"%1 went from %2 to %3"_s.arg(
                id.toString(), toString(track.status), toString(to)));
        track.status = to;
    }

    // One version may change several keys: they are told one after the other.
    void takeContext(const ExecutionEvent &event)
    {
        const qint64 version = integerAt(event.data, "version").value_or(0);
        const QString place = stringAt(event.data, "scope").value_or(QString()) + u'/'
            + stringAt(event.data, "key").value_or(QString());
        if (version < m_contextVersion
            || (version == m_contextVersion && m_changedKeys.contains(place)))
            flaw(u"context version %1 of %2 after %3"_s.arg(
                QString::number(version), place, QString::number(m_contextVersion)));
        if (version != m_contextVersion)
            m_changedKeys.clear();
        m_changedKeys.append(place);
        m_contextVersion = version;
    }

    void flaw(const QString &what) { m_flaws.append(u"at seq %1: %2"_s.arg(m_seq).arg(what)); }

    QStringList m_flaws;
    qint64 m_seq = 0;
    qint64 m_expectedSeq = 0;
    bool m_ended = false;
    std::optional<ExecutionPlan> m_plan;
    QHash<StepId, StepTrack> m_steps;
    qint64 m_contextVersion = 0;
    QStringList m_changedKeys;
    int m_calls = 0;
    int m_doubles = 0;
    std::optional<int> m_mostCalls; ///< that were ever allowed; none: as many as it likes
    bool m_isUnlimited = false;
};

} // namespace

QStringList flawsOfLog(const ExecutionEvents &events)
{
    return LogCheck().check(events);
}

QStringList flawsOf(const ExecutionHistory &history)
{
    return flawsOfLog(history.events) + flawsOfRows(history) + flawsOfTeamwork(history)
        + flawsOfKept(history) + flawsOfLedger(history);
}

} // namespace renum::test
