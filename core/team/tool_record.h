// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_toolbox.h"

#include <optional>
#include <vector>

namespace renum {

/// One action of a team-actions block that was done or refused. In the log it keeps a resumed run
/// from doing the action again and from losing its answer.
struct ToolRecord {
    QString block; ///< TeamBlock::id
    int index = 0; ///< of the action in the block, from 0; a refused block has one record
    QString tool; ///< empty when the block or the action could not be read
    Json result; ///< null when there is an error
    std::optional<Error> error = {};
    std::optional<Json> outputContext = {};
    MessageId request; ///< the request whose answer is still to come into `result`

    friend bool operator==(const ToolRecord &, const ToolRecord &) = default;
};

/// The `block` of calls that were made in mid-run rather than written.
[[nodiscard]] QString toolCallBlock();
[[nodiscard]] ToolRecord recordOf(
    const TeamBlock &block, int index, const TeamCall &call, const ToolOutcome &outcome);
/// Of a block that was refused as a whole.
[[nodiscard]] ToolRecord recordOf(const TeamBlock &refused);
/// {block_id, index, action, result, error_detail, output_context, request_id}.
[[nodiscard]] Json toJson(const ToolRecord &record);
[[nodiscard]] Result<ToolRecord> toolRecordFromJson(const Json &json);

/// True when the agent waits for something: an answer it asked for, or a refusal it can react to.
[[nodiscard]] bool needsFollowUp(const std::vector<ToolRecord> &records);
/// The contribution that set_context calls made, in their order; later members win.
[[nodiscard]] Json outputContextOf(const std::vector<ToolRecord> &records);

} // namespace renum
