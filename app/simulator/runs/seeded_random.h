// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>

namespace renum::sim {

/// Small deterministic generator (SplitMix64). The same seed gives the same numbers on every
/// platform, which the standard library's distributions do not promise.
class SeededRandom {
public:
    explicit SeededRandom(quint64 seed);

    [[nodiscard]] quint64 next();
    /// Uniform in [0, 1).
    [[nodiscard]] double fraction();
    /// Uniform in [low, high], both included; `low` when the range is empty.
    [[nodiscard]] qint64 between(qint64 low, qint64 high);
    /// An independent generator for a named purpose: its numbers do not depend on how many others
    /// were drawn here.
    [[nodiscard]] SeededRandom fork(std::string_view purpose, quint64 number) const;

    /// Where the sequence stands; another generator that is moved there goes on in the same way.
    [[nodiscard]] quint64 position() const { return m_state; }
    void moveTo(quint64 position) { m_state = position; }

private:
    quint64 m_origin;
    quint64 m_state;
};

} // namespace renum::sim
