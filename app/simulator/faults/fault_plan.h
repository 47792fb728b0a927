// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "app/simulator/runs/seeded_random.h"

#include <QList>
#include <QString>

#include <vector>

namespace renum::sim {

/// Decides which faults hit a request. Counts and chances are its only state.
class FaultPlan {
public:
    FaultPlan(QList<Fault> faults, SeededRandom random);

    /// The faults that hit this request, in the order of the scenario. `agent` is empty when the
    /// request concerns no agent.
    [[nodiscard]] QList<Fault> hits(const QString &route, const QString &agent);
    void add(const QList<Fault> &faults);
    void replace(const QList<Fault> &faults);

    struct Count {
        Fault fault;
        int seen = 0; ///< matching requests so far
        int hit = 0;
    };
    [[nodiscard]] const std::vector<Count> &counts() const { return m_faults; }

private:
    std::vector<Count> m_faults;
    SeededRandom m_random;
};

} // namespace renum::sim
