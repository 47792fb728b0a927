// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/wire_edits.h"

#include <QHash>
#include <QSet>

namespace renum {

/// offerWire() for one end that is given and any other: what it needs is found out once, so that
/// thousands of ends can be asked while a wire is drawn. Pure.
class WireOffers {
public:
    enum class Given { From, To };
    /// `workflow` outlives this and does not change.
    WireOffers(const WorkflowDefinition &workflow, WireEnd given, Given side);

    /// The same as offerWire() says.
    [[nodiscard]] WireOffer offer(const WireEnd &other) const;

private:
    [[nodiscard]] WireOffer between(const WireEnd &from, const WireEnd &to) const;
    [[nodiscard]] WireOffer inOrder(const WorkflowAgent &from, const WorkflowAgent &to) const;
    [[nodiscard]] bool closesCircle(const AgentId &other) const;
    [[nodiscard]] bool hasSource(const WorkflowAgent &member, const WireEnd &from) const;
    void follow();

    const WorkflowDefinition &m_workflow;
    WireEnd m_given;
    Given m_side;
    QHash<AgentId, const WorkflowAgent *> m_members;
    QHash<AgentId, std::size_t> m_places; ///< in the order of contract §3.4
    QSet<AgentId> m_reached; ///< whoever leads to the given end, or is led to by it
};

} // namespace renum
