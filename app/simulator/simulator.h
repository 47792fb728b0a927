// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/scenario/scenario.h"
#include "core/model/result.h"
#include "core/net/clock.h"

#include <memory>

namespace renum::sim {

struct SimulatorOptions {
    Profile profile;
    Scenario scenario;
    quint64 seed = 1;
    double speed = 1; ///< scenario time passes this many times faster
    QString stateFile = {}; ///< where what happens survives a restart; empty: nowhere
};

/// A Suna server or a model endpoint on loopback that plays a scenario. Lives on one thread with an
/// event loop.
class Simulator {
public:
    /// `clock` must outlive the simulator.
    Simulator(Clock *clock, SimulatorOptions options);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /// Takes up what an earlier simulator has left in the state file; to be called before listen().
    /// No file yet is no error.
    [[nodiscard]] Result<void> restore();
    /// Port 0 picks a free one; the answer is the port.
    [[nodiscard]] Result<quint16> listen(quint16 port);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::sim
