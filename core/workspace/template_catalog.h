// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/team.h"

#include <QHash>
#include <QList>
#include <QString>

namespace renum {

/// The templates that ship with the product (contract §1.4.11), in the order to show them.
[[nodiscard]] Result<QList<TeamTemplate>> builtInTemplates();

/// A team's draft from a template: every `slot:<name>` — members, inputs, dependencies, paths of
/// conditions, feedback, config — becomes the agent given for it. Errors: agent_not_found naming
/// the slots without an agent.
[[nodiscard]] Result<TeamDraft> fillTemplate(
    const TeamTemplate &source, const QString &name, const QHash<QString, AgentId> &agentBySlot);

} // namespace renum
