// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_plan.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

bool isMeant(const QString &wanted, const FaultTarget &target)
{
    return wanted.isEmpty() || (!target.runId.isEmpty() && wanted == target.runId)
        || (target.runNumber > 0 && wanted == QString::number(target.runNumber));
}

bool matches(const Fault &fault, const FaultTarget &target)
{
    return (fault.routes.contains(u"*"_s) || fault.routes.contains(target.route))
        && (fault.agent.isEmpty() || fault.agent == target.agent) && isMeant(fault.run, target)
        && (!fault.apiKeyOnly || target.apiKeyOnly);
}

} // namespace

FaultPlan::FaultPlan(QList<Fault> faults, Family family, SeededRandom random)
    : m_family(family)
    , m_random(random)
{
    add(faults);
}

QList<Fault> FaultPlan::hits(const FaultTarget &target)
{
    QList<Fault> result;
    for (Count &count : m_faults) {
        const Fault &fault = count.fault;
        if (!matches(fault, target) || ++count.seen <= fault.skip
            || count.hit >= fault.first.value_or(INT_MAX))
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
    for (const Fault &fault : faults) {
        if (fault.families.isEmpty() || fault.families.contains(m_family))
            m_faults.push_back({ fault, 0, 0 });
    }
}

void FaultPlan::replace(const QList<Fault> &faults)
{
    m_faults.clear();
    add(faults);
}

} // namespace renum::sim
