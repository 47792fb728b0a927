// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

/// What every benchmark needs to turn measurements into figures.
namespace renum::bench {

using SteadyClock = std::chrono::steady_clock;

[[noreturn]] inline void fail(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(1);
}

/// The value that this share (0 to 1) of all values do not exceed.
[[nodiscard]] inline double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        fail(QStringLiteral("There is nothing to measure."));
    std::ranges::sort(values);
    const auto rank = static_cast<std::size_t>(std::ceil(share * double(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

[[nodiscard]] inline double secondsSince(SteadyClock::time_point begin)
{
    return std::chrono::duration<double>(SteadyClock::now() - begin).count();
}

template<typename Work>
[[nodiscard]] double secondsOf(const Work &work)
{
    const auto begin = SteadyClock::now();
    work();
    return secondsSince(begin);
}

/// Of all threads of this program. What other programs do disturbs it less than the time.
[[nodiscard]] inline double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// To three decimals: more than that is noise.
[[nodiscard]] inline double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

inline void print(const Json &report)
{
    std::printf("%s\n", report.dump(2).c_str());
}

} // namespace renum::bench
