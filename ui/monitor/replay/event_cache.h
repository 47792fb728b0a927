// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <map>
#include <span>

namespace renum::ui {

/// Parts of an execution's log that were read lately. Shares the lists it is given; the ones that
/// were not asked for the longest go first. Pure.
class EventCache {
public:
    static constexpr qsizetype MostBytes = 48'000'000;
    /// Lists as they come live are joined up to this many events and bytes.
    static constexpr qsizetype JoinedEvents = 256;
    static constexpr qsizetype JoinedBytes = 1'000'000;

    void clear();
    /// Events without a gap among them.
    void add(const ExecutionEvents &events);
    /// Known events that follow `seq` without a gap, at least one unless the next is not known.
    /// Borrowed until the next add() or clear().
    [[nodiscard]] std::span<const ExecutionEvent> after(qint64 seq);
    /// What it takes, roughly, in bytes.
    [[nodiscard]] qsizetype size() const noexcept { return m_size; }

private:
    struct Block {
        ExecutionEvents events;
        qsizetype size = 0;
        quint64 used = 0;
    };
    [[nodiscard]] bool join(const ExecutionEvents &events, qsizetype size);
    void dropOldest();

    std::map<qint64, Block> m_blocks; ///< by the seq of their first event
    qsizetype m_size = 0;
    quint64 m_clock = 0; ///< counts uses
};

} // namespace renum::ui
