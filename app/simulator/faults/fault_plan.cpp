// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_plan.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

FaultPlan::FaultPlan(QList<Fault> faults, SeededRandom random)
    : m_random(random)
{
    add(faults);
}

QList<Fault> FaultPlan::hits(const QString &route, const QString &agent)
{
    QList<Fault> result;
    for (Count &count : m_faults) {
        const Fault &fault = count.fault;
        const bool matches = (fault.route == "*"_L1 || fault.route == route)
            && (fault.agent.isEmpty() || fault.agent == agent);
        if (!matches || ++count.seen <= fault.skip || count.hit >= fault.first.value_or(INT_MAX))
            continue;
        if (fault.probability < 1.0 && m_random.fraction() >= fault.probability)
            continue;
        ++count.hit;
        result.append(fault);
    }
    return result;
}

void FaultPlan::add(const QList<Fault> &faults)
{
    for (const Fault &fault : faults)
        m_faults.push_back({ fault, 0, 0 });
}

void FaultPlan::replace(const QList<Fault> &faults)
{
    m_faults.clear();
    add(faults);
}

} // namespace renum::sim
