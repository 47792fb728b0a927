// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/dice.h"

namespace renum::test {

/// How often things go wrong at the agent service, in thousandths.
struct FaultRates {
    int startLate = 0; ///< answered shortly before the client would have given up
    int startLost = 0; ///< never arrives
    int startUnanswered = 0; ///< starts a run, but the answer is lost
    int startDelayed = 0; ///< as unanswered, and the run begins a while later
    int startRejected = 0;
    int startBusy = 0;
    int startDoubled = 0; ///< a second run appears in the thread
    int observeFails = 0; ///< at once, or in the middle
    int runFails = 0;
    int runHangs = 0;
    int stopHangs = 0;
    int stopFails = 0;
    int listFails = 0;
    int listLags = 0; ///< the run is there, but not listed yet
    int usageFails = 0;
    int usageMissing = 0;
    int prepareFails = 0;
    int probeFails = 0;

    /// Fair weather, one kind of fault that is frequent, or a bit of everything.
    [[nodiscard]] static FaultRates random(Dice &dice);
};

} // namespace renum::test
