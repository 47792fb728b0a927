// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "app/simulator/runs/seeded_random.h"

#include <QList>
#include <QString>

#include <vector>

namespace renum::sim {

/// What a request is about, as far as faults ask. Empty: nothing of that kind.
struct FaultTarget {
    QString route;
    QString agent = {};
    QString runId = {};
    int runNumber = 0; ///< the run is the n-th that was started, or will be
    bool apiKeyOnly = false;
};

/// Decides which faults hit a request. Counts and chances are its only state.
class FaultPlan {
public:
    /// Faults that `family` does not show are left out.
    FaultPlan(QList<Fault> faults, Family family, SeededRandom random);

    /// The faults that hit this request, in the order of the scenario.
    [[nodiscard]] QList<Fault> hits(const FaultTarget &target);
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
    Family m_family;
    SeededRandom m_random;
};

} // namespace renum::sim
