// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/run_slots.h"

#include <algorithm>
#include <deque>
#include <list>
#include <utility>

namespace renum {

namespace {

/// The n-th of each party is served in the n-th round.
size_t servedBefore(size_t waiting, size_t rounds)
{
    return std::min(waiting, rounds);
}

} // namespace

struct RunSlot::Queue {
    struct Party {
        QString name;
        std::deque<RunSlot *> waiting; ///< never empty
    };

    void enter(RunSlot *slot);
    void leave(const RunSlot *slot);
    void serve();
    [[nodiscard]] int positionOf(const RunSlot *slot) const;

    int capacity = 1;
    int inUse = 0;
    std::list<Party> parties; ///< the first one's turn is next
};

void RunSlot::Queue::enter(RunSlot *slot)
{
    auto party = std::ranges::find(parties, slot->m_request.party, &Party::name);
    if (party == parties.end())
        party = parties.insert(parties.end(), { slot->m_request.party, {} });
    party->waiting.push_back(slot);
    serve();
}

void RunSlot::Queue::leave(const RunSlot *slot)
{
    if (slot->m_held) {
        --inUse;
        serve();
        return;
    }
    const auto party = std::ranges::find(parties, slot->m_request.party, &Party::name);
    std::erase(party->waiting, slot);
    if (party->waiting.empty())
        parties.erase(party);
}

void RunSlot::Queue::serve()
{
    while (inUse < capacity && !parties.empty()) {
        Party &party = parties.front();
        RunSlot *slot = party.waiting.front();
        party.waiting.pop_front();
        if (party.waiting.empty())
            parties.pop_front();
        else
            parties.splice(parties.end(), parties, parties.begin());
        ++inUse;
        slot->m_held = true;
        slot->m_ready.set(true);
    }
}

int RunSlot::Queue::positionOf(const RunSlot *slot) const
{
    const auto own = std::ranges::find(parties, slot->m_request.party, &Party::name);
    const auto place = std::ranges::find(own->waiting, slot);
    const auto round = static_cast<size_t>(place - own->waiting.begin());
    size_t before = round;
    bool passed = false;
    for (const Party &party : parties) {
        if (&party == &*own)
            passed = true;
        else
            before += servedBefore(party.waiting.size(), passed ? round : round + 1);
    }
    return static_cast<int>(before) + 1;
}

RunSlot::RunSlot(RunSlotRequest request, std::shared_ptr<Queue> queue)
    : m_request(std::move(request))
    , m_queue(std::move(queue))
{
}

RunSlot::~RunSlot()
{
    m_ready.set(false);
    m_queue->leave(this);
}

int RunSlot::position() const
{
    return m_held ? 0 : m_queue->positionOf(this);
}

RunSlots::RunSlots(int capacity)
    : m_queue(std::make_shared<RunSlot::Queue>())
{
    m_queue->capacity = std::max(1, capacity);
}

std::shared_ptr<RunSlot> RunSlots::enter(RunSlotRequest request)
{
    const std::shared_ptr<RunSlot> slot(new RunSlot(std::move(request), m_queue));
    m_queue->enter(slot.get());
    return slot;
}

std::shared_ptr<RunSlot> RunSlots::occupy(RunSlotRequest request)
{
    const std::shared_ptr<RunSlot> slot(new RunSlot(std::move(request), m_queue));
    ++m_queue->inUse;
    slot->m_held = true;
    slot->m_ready.set(true);
    return slot;
}

int RunSlots::capacity() const
{
    return m_queue->capacity;
}

int RunSlots::inUse() const
{
    return m_queue->inUse;
}

std::vector<RunSlotRequest> RunSlots::queue() const
{
    std::vector<RunSlotRequest> order;
    bool more = !m_queue->parties.empty();
    for (size_t round = 0; more; ++round) {
        more = false;
        for (const RunSlot::Queue::Party &party : m_queue->parties) {
            if (round < party.waiting.size())
                order.push_back(party.waiting[round]->m_request);
            more = more || round + 1 < party.waiting.size();
        }
    }
    return order;
}

} // namespace renum
