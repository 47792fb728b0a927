// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fault_rates.h"

#include <array>

namespace renum::test {

FaultRates FaultRates::random(Dice &dice)
{
    static const std::array all { &FaultRates::startLate, &FaultRates::startLost,
        &FaultRates::startUnanswered, &FaultRates::startDelayed, &FaultRates::startRejected,
        &FaultRates::startBusy, &FaultRates::startDoubled, &FaultRates::observeFails,
        &FaultRates::runFails, &FaultRates::runHangs, &FaultRates::stopHangs,
        &FaultRates::stopFails, &FaultRates::listFails, &FaultRates::listLags,
        &FaultRates::usageFails, &FaultRates::usageMissing, &FaultRates::prepareFails,
        &FaultRates::probeFails };
    FaultRates rates;
    const quint64 climate = dice.below(8);
    if (climate == 0)
        return rates;
    if (climate < 4) {
        for (int i = 0; i < 3; ++i)
            rates.*all.at(dice.below(all.size())) = dice.between(100, 600);
        return rates;
    }
    for (int FaultRates::*rate : all)
        rates.*rate = dice.between(0, climate == 7 ? 250 : 60);
    return rates;
}

} // namespace renum::test
