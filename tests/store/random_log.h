// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/store_fixture.h"

#include <QHash>
#include <QRandomGenerator>

namespace renum::test {

/// Makes the log of an execution that a real one could have written, at random from a seed.
class RandomLog {
public:
    RandomLog(quint32 seed, int number, int steps);

    [[nodiscard]] const ExecutionId &id() const noexcept { return m_log.id(); }
    /// The next few events; empty after the terminal one.
    [[nodiscard]] ExecutionEvents next();

private:
    struct StepState {
        int attempt = 0;
        bool running = false;
        bool ended = false;
        int segment = 0;
    };

    [[nodiscard]] int upTo(int bound) { return int(m_random.bounded(bound)); }
    [[nodiscard]] ExecutionEvent anyEvent();
    [[nodiscard]] ExecutionEvent startOf(const QString &name, StepState &state);
    [[nodiscard]] ExecutionEvent runOf(const QString &name, const StepState &state);
    [[nodiscard]] ExecutionEvent outputOf(const QString &name, StepState &state);
    [[nodiscard]] ExecutionEvent usageOf(const QString &name, const StepState &state);
    [[nodiscard]] ExecutionEvent endOf(const QString &name, StepState &state);
    [[nodiscard]] ExecutionEvent contextChange();
    [[nodiscard]] ExecutionEvent otherEvent();
    [[nodiscard]] ExecutionEvent terminal();

    QRandomGenerator m_random;
    LogBuilder m_log;
    QStringList m_names;
    QHash<QString, StepState> m_steps;
    int m_left;
    bool m_begun = false;
};

} // namespace renum::test
