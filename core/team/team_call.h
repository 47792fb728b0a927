// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// One call of a team tool, as an agent wrote it.
struct TeamCall {
    QString tool;
    Json arguments = Json::object();
    /// Why it is no call at all; the other members say what could be read.
    std::optional<Error> refusal = {};
};

/// One fenced block of an agent's answer that is meant for the team (contract §5.7.3).
struct TeamBlock {
    enum class Kind { Actions, Context };
    Kind kind = Kind::Actions;
    /// Tells the block apart from all others of the same run, before and after a restart.
    QString id;
    std::vector<TeamCall> calls; ///< of Actions
    Json context = Json::object(); ///< of Context: a contribution to the context object
    /// Why nothing of it is done.
    std::optional<Error> refusal = {};
};

/// Bounds for what an agent may write.
struct TeamActionLimits {
    static constexpr qsizetype MaxBlockBytes = qsizetype(256) * 1024;
    static constexpr int MaxActionsPerBlock = 100;
    static constexpr int MaxActionsPerRun = 500;
    static constexpr int MaxBlocksPerRun = 100;
    static constexpr int MaxDepth = 64;
};

/// Reads the inside of a `team-actions` block: a JSON array of objects with a member `action`, or
/// one such object. An element that is none becomes a refused call. Errors: team_actions_invalid,
/// team_actions_too_large, team_actions_too_many.
[[nodiscard]] Result<std::vector<TeamCall>> parseTeamActions(const QByteArray &text);
/// Reads the inside of a `team-context` block: a JSON object.
[[nodiscard]] Result<Json> parseTeamContext(const QByteArray &text);

} // namespace renum
