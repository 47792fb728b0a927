// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/runs/seeded_random.h"

#include <QString>

namespace renum::sim {

/// Makes UUID v4 strings from a seed.
class IdSource {
public:
    explicit IdSource(SeededRandom random)
        : m_random(random)
    {
    }

    [[nodiscard]] QString next();
    /// After a restart no id may be given out twice.
    [[nodiscard]] quint64 position() const { return m_random.position(); }
    void moveTo(quint64 position) { m_random.moveTo(position); }

private:
    SeededRandom m_random;
};

} // namespace renum::sim
