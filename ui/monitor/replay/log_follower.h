// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/log_model.h"

#include <span>

namespace renum::ui {

/// Fills the log's model with what had happened until the instant that is shown.
class LogFollower {
public:
    /// Borrows `model`, which outlives it.
    explicit LogFollower(LogModel *model);

    void clear();
    /// More has happened; it is not shown before showUntil().
    void fold(std::span<const ExecutionEvent> events);
    void showUntil(qint64 seq);

private:
    LogModel *m_model;
    AgentNames m_names;
    QList<LogLine> m_lines;
    QList<qint64> m_seqs; ///< of the lines
    qsizetype m_shown = 0; ///< lines that the model has
};

} // namespace renum::ui
