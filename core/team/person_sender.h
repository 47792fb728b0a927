// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QString>

namespace renum {

/// The sender of a message that a person wrote. No agent sends under such an id: who sends is
/// known to the engine.
[[nodiscard]] AgentId personSender(const QString &person);
[[nodiscard]] bool isPerson(const AgentId &sender);
/// Their name; empty for an agent.
[[nodiscard]] QString personName(const AgentId &sender);

} // namespace renum
