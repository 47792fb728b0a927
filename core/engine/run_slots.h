// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/one_shot.h"

#include <QString>

#include <memory>
#include <vector>

namespace renum {

/// Who asks for a slot.
struct RunSlotRequest {
    QString party; ///< those of one party queue in order, parties take turns
    ExecutionId execution;
    StepId step;
    int attempt = 1;

    friend bool operator==(const RunSlotRequest &, const RunSlotRequest &) = default;
};

/// A place among the remote runs: waited for first, then held. Destroying it leaves the queue or
/// frees the slot; it may outlive the RunSlots.
class RunSlot {
public:
    ~RunSlot();
    RunSlot(const RunSlot &) = delete;
    RunSlot &operator=(const RunSlot &) = delete;

    [[nodiscard]] bool isHeld() const noexcept { return m_held; }
    /// In the queue, from 1; 0 once it is held.
    [[nodiscard]] int position() const;
    /// Set to true when the slot is held. One waiter; who gives up may set it to false.
    [[nodiscard]] const OneShot<bool> &ready() const noexcept { return m_ready; }

private:
    friend class RunSlots;
    struct Queue;
    RunSlot(RunSlotRequest request, std::shared_ptr<Queue> queue);

    RunSlotRequest m_request;
    std::shared_ptr<Queue> m_queue;
    OneShot<bool> m_ready;
    bool m_held = false;
};

/// How many remote runs may be at work at the same time, whatever execution they belong to, and in
/// which order the others follow (contract §4.10): within a party first come, first served; between
/// parties in turn. One thread.
class RunSlots {
public:
    explicit RunSlots(int capacity);

    /// Held at once when there is a free slot.
    [[nodiscard]] std::shared_ptr<RunSlot> enter(RunSlotRequest request);

    /// Held at once, also when there is none free: for a run that is at work already.
    [[nodiscard]] std::shared_ptr<RunSlot> occupy(RunSlotRequest request);

    [[nodiscard]] int capacity() const;
    [[nodiscard]] int inUse() const;
    /// Those who wait, in the order in which they will get a slot.
    [[nodiscard]] std::vector<RunSlotRequest> queue() const;

private:
    std::shared_ptr<RunSlot::Queue> m_queue;
};

} // namespace renum
