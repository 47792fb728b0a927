// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_projection.h"
#include "tests/simulation/execution_history.h"

#include <map>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

Usage usageOf(const ExecutionEvent &event)
{
    const Json *usage = memberAt(event.data, "usage_metrics");
    return usage ? usageFromJson(*usage) : Usage();
}

RunId runOf(const ExecutionEvent &event)
{
    return RunId(stringAt(event.data, "agent_run_id").value_or(QString()));
}

/// What sums are compared by.
QString countsOf(const Usage &usage)
{
    const auto count = [](const std::optional<qint64> &tokens) {
        return tokens ? QString::number(*tokens) : u"-"_s;
    };
    return u"%1 in, %2 out, %3 requests"_s.arg(
        count(usage.tokensInput), count(usage.tokensOutput), QString::number(usage.requestCount));
}

class RowCheck {
public:
    explicit RowCheck(const ExecutionHistory &history)
        : m_history(history)
    {
        for (const ExecutionEvent &event : history.events)
            m_fold.apply(event);
    }

    QStringList check()
    {
        checkAcknowledged();
        checkProjection();
        checkStarts();
        checkSums();
        return m_flaws;
    }

private:
    void checkAcknowledged()
    {
        for (const ExecutionEvent &event : m_history.acknowledged) {
            const qsizetype place = event.seq - 1;
            if (place < 0 || place >= m_history.events.size()
                || m_history.events.at(place) != event)
                m_flaws.append(u"event %1 was acknowledged, but is not stored"_s.arg(event.seq));
        }
    }

    void checkProjection()
    {
        const Execution &folded = m_fold.execution();
        const Execution &stored = m_history.stored;
        if (folded == stored)
            return;
        m_flaws.append(u"the rows differ from the log: %1 instead of %2"_s.arg(
            QString::fromUtf8(canonicalJson(toJson(stored))),
            QString::fromUtf8(canonicalJson(toJson(folded)))));
    }

    // The last state of each attempt's start.
    void checkStarts()
    {
        std::map<std::pair<QString, qint64>, QString> expected;
        for (const ExecutionEvent &event : m_history.events) {
            if (event.eventType.startsWith("step_run_"_L1)
                && event.eventType != "step_run_duplicate"_L1) {
                const std::pair place { stringAt(event.data, "step_id").value_or(QString()),
                    integerAt(event.data, "attempt").value_or(0) };
                expected[place] = event.eventType.mid(9);
            }
        }
        std::map<std::pair<QString, qint64>, QString> told;
        for (const RemoteStart &start : m_history.starts)
            told[{ start.step.toString(), start.attempt }] = toString(start.state);
        if (told != expected)
            m_flaws.append(u"the remote starts differ from the log"_s);
    }

    void checkSums()
    {
        Usage events;
        Usage ofSteps; // auxiliary runs are none
        qsizetype rows = 0;
        for (const ExecutionEvent &event : m_history.events) {
            if (event.eventType != "step_usage"_L1)
                continue;
            events.add(usageOf(event));
            if (!stringAt(event.data, "step_id").value_or(QString()).startsWith("request:"_L1))
                ofSteps.add(usageOf(event));
            const auto row = static_cast<size_t>(rows++);
            if (row >= m_history.usageRows.size() || m_history.usageRows[row].run != runOf(event)
                || countsOf(m_history.usageRows[row].usage) != countsOf(usageOf(event)))
                m_flaws.append(u"usage event %1 has no row of its own"_s.arg(event.seq));
        }
        if (rows != static_cast<qsizetype>(m_history.usageRows.size()))
            m_flaws.append(u"%1 usage events, %2 rows"_s.arg(rows).arg(m_history.usageRows.size()));
        Usage steps;
        for (const StepRecord &step : m_history.stored.steps)
            steps.add(step.usage);
        compareSums(u"the steps' usage"_s, steps, ofSteps);
        compareSums(u"the execution's usage"_s, m_history.stored.usage, events);
        checkToldTotals(events);
    }

    // What the last event of a success says was used.
    void checkToldTotals(const Usage &events)
    {
        if (m_history.events.isEmpty())
            return;
        const Json *totals = memberAt(m_history.events.constLast().data, "usage_totals");
        if (!totals)
            return;
        Usage told;
        told.tokensInput = integerAt(*totals, "tokens_input");
        told.tokensOutput = integerAt(*totals, "tokens_output");
        told.requestCount = static_cast<int>(integerAt(*totals, "request_count").value_or(0));
        compareSums(u"the totals of the last event"_s, told, events);
    }

    void compareSums(const QString &what, const Usage &told, const Usage &events)
    {
        if (countsOf(told) != countsOf(events))
            m_flaws.append(u"%1: %2 instead of %3"_s.arg(what, countsOf(told), countsOf(events)));
    }

    const ExecutionHistory &m_history;
    ExecutionProjection m_fold;
    QStringList m_flaws;
};

} // namespace

QStringList flawsOfRows(const ExecutionHistory &history)
{
    return RowCheck(history).check();
}

} // namespace renum::test
