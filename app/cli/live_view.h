// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/timestamp.h"

#include <QHash>
#include <QString>

namespace renum::cli {

/// The running execution in the terminal: one line an agent, redrawn in place. Where the output is
/// no terminal, one line whenever an agent's state changes.
class LiveView {
public:
    enum class Mode { Redraw, Append };

    /// Redraw when standard output is a terminal.
    [[nodiscard]] static Mode modeOfOutput();
    explicit LiveView(Mode mode);

    void update(const Execution &execution, Timestamp now);
    /// Prints the outcome below.
    void finish(const Execution &execution, Timestamp now);

    /// One line; `columns` is the width of the terminal. Exposed for tests.
    [[nodiscard]] static QString stepLine(const StepRecord &step, Timestamp now, int columns);

private:
    /// Says once why it holds, when that is known.
    void tellHold(const Execution &execution);
    void redraw(const Execution &execution, Timestamp now);
    void append(const Execution &execution, Timestamp now);

    Mode m_mode;
    int m_drawnLines = 0;
    QString m_holdTold;
    QHash<StepId, QString> m_shown; ///< what was last printed of a step, for Append
};

} // namespace renum::cli
