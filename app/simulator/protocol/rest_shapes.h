// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/runs/agent_book.h"
#include "app/simulator/runs/world.h"
#include "app/simulator/scenario/scenario.h"

/// The JSON of REST answers (suna-api §2.2, §3, §4.5).
namespace renum::sim {

[[nodiscard]] WireJson agentJson(Family family, const AgentRecord &agent);
[[nodiscard]] WireJson agentVersionJson(
    Family family, const AgentRecord &agent, const AgentVersion &version);
/// An entry of the thread list.
[[nodiscard]] WireJson threadListJson(const ThreadRecord &thread);
/// `GET /threads/{id}`
[[nodiscard]] WireJson threadJson(const ThreadRecord &thread, Timestamp now);
/// `optimized` leaves the content to user messages only, as the service does by default.
enum class MessageView { Full, Optimized };
[[nodiscard]] WireJson messageJson(const StoredMessage &message, MessageView view);
/// `GET /agent-run/{id}`: camelCase.
[[nodiscard]] WireJson runJson(const RunRecord &run);
/// An entry of `GET /thread/{id}/agent-runs`: snake_case.
[[nodiscard]] WireJson runListJson(const RunRecord &run);
/// The pagination of agents: the names differ between the families.
[[nodiscard]] WireJson agentPagination(Family family, int page, int limit, qsizetype total);

} // namespace renum::sim
