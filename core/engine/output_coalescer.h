// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/output_chunk.h"
#include "core/net/clock.h"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace renum {

/// Makes few events of many pieces (design §3.1): text of one segment that arrives within an
/// interval becomes one chunk, and chunks leave no closer together than the interval. Nothing is
/// dropped but what a later piece replaces.
class OutputCoalescer {
public:
    using Emit = std::function<void(const OutputChunk &)>;

    OutputCoalescer(Clock *clock, std::chrono::milliseconds interval, Emit sink);

    void add(const RunEvent &event);
    /// Emits everything that waits, now. To be called when the run has ended.
    void finish();

private:
    void append(OutputChunk chunk);
    void replaceSegment(const RunTextReplaced &event);
    void schedule();
    void emitNext();

    Clock *m_clock;
    std::chrono::milliseconds m_interval;
    Emit m_emit;
    std::deque<OutputChunk> m_waiting;
    std::optional<std::chrono::nanoseconds> m_lastEmitted;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace renum
