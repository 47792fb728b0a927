// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <cmath>
#include <random>

namespace renum::test {

/// The one source of chance of a simulated world. The same seed gives the same numbers with every
/// standard library, which the distributions of <random> do not promise.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    /// 0 to n - 1; n must not be 0.
    [[nodiscard]] quint64 below(quint64 n) { return m_engine() % n; }
    /// Both ends included.
    [[nodiscard]] int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<quint64>(high - low) + 1));
    }
    [[nodiscard]] bool oneIn(int n) { return below(static_cast<quint64>(n)) == 0; }
    [[nodiscard]] bool permille(int chance) { return below(1000) < static_cast<quint64>(chance); }
    /// Mostly short, at times long: every order of magnitude between the two is as likely.
    [[nodiscard]] std::chrono::milliseconds spread(
        std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
    {
        const double low = std::log(static_cast<double>(shortest.count()));
        const double high = std::log(static_cast<double>(longest.count()));
        const double share = static_cast<double>(below(1'000'000)) / 1e6;
        return std::chrono::milliseconds(static_cast<qint64>(std::exp(low + (high - low) * share)));
    }
    /// A source of its own for a part, so that parts do not disturb each other.
    [[nodiscard]] Dice part() { return Dice(m_engine()); }

private:
    std::mt19937_64 m_engine;
};

} // namespace renum::test
