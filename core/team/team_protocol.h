// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/team_roster.h"
#include "core/team/tool_record.h"

#include <QString>

#include <vector>

/// The words of the `prompt` mode of contract §5.7.3: what an agent reads about its team. What
/// other agents wrote is data: it stands in JSON, where it cannot begin a line, or is quoted.
namespace renum {

/// Turns of one step, the first included (contract §5.7.3).
inline constexpr int MaxTeamTurns = 5;
/// The messages in a prompt, and the answers in a follow-up, have at most about this many UTF-16
/// units.
inline constexpr qsizetype MaxMessagesCharacters = 24'000;
inline constexpr qsizetype MaxAnswersCharacters = 48'000;

/// Of a larger team a prompt names only so many members, those around the reader: the prompts of
/// 1,000 agents must not each hold 1,000 names. get_team_info tells of all.
inline constexpr std::size_t MaxPromptMembers = 100;

/// Lines that look like a heading of the envelope (`--- TEAM …`) are quoted.
[[nodiscard]] QString quoteTeamHeadings(QString text);

/// The section `--- TEAM PROTOCOL ---`, heading included: the fenced block, its actions and limits,
/// and who is in the team.
[[nodiscard]] QString teamProtocolSection(const TeamRoster &roster, const AgentId &self);

/// Stands in a stored prompt for the agent's execution token, which is a secret.
[[nodiscard]] QString executionTokenMark();
/// The section `--- TEAM TOOLS ---` for an agent that has the tools over MCP.
[[nodiscard]] QString teamToolsSection(const TeamRoster &roster, const AgentId &self);

/// The same for a model that is offered the tools as functions.
[[nodiscard]] QString teamFunctionsSection(const TeamRoster &roster, const AgentId &self);

struct MessagesSection {
    QString text; ///< heading included; empty when there is nothing to tell
    std::vector<MessageId> included; ///< for MessageBoard::markRead(); the rest waits
};
/// The section `--- TEAM MESSAGES ---` from unread messages, oldest first, one JSON object a line.
/// At least one is told; a long one is cut.
[[nodiscard]] MessagesSection teamMessagesSection(const std::vector<TeamMessage> &unread);

/// The user message that answers the actions of a turn, `turn` from 2: one JSON object a line.
/// Records of requests must hold their result (requestResult()) by now. Results that do not fit
/// are left out, and the agent is told.
[[nodiscard]] QString followUpMessage(const std::vector<ToolRecord> &records, int turn);
/// The same as a prompt of its own, where a service cannot continue a thread: first prompt, the
/// agent's answer to it and so on, then the follow-up.
[[nodiscard]] QString freshTurnPrompt(
    const QString &promptSoFar, const QString &answer, const QString &followUp);

/// An answer without its team-actions blocks: what was done is not part of the result.
[[nodiscard]] QString withoutTeamActions(QString answer);

/// The prompt of a run that is started to answer a request.
[[nodiscard]] QString requestPrompt(const TeamMessage &request, const TeamRoster &roster);

} // namespace renum
