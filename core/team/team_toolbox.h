// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/message_board.h"
#include "core/team/team_call.h"
#include "core/team/team_context.h"
#include "core/team/team_roster.h"

#include <optional>
#include <vector>

namespace renum {

/// What the engine has to do so that a request gets its answer (contract §5.7.3): start a run of
/// the target with requestPrompt() at `startAuxiliaryAt` unless the target answers before, pass its
/// text to MessageBoard::respondWithText(), or call timeOut() at `deadline`.
struct PendingRequest {
    MessageId request;
    AgentId target;
    Timestamp startAuxiliaryAt; ///< at once, or after half the time-out when the target works now
    Timestamp deadline;

    friend bool operator==(const PendingRequest &, const PendingRequest &) = default;
};

/// What a call did: an answer or an error for the agent, and what has to be logged.
struct ToolOutcome {
    Json result; ///< null when there is an error
    std::optional<Error> error = {};
    ContextChanges changes = {};
    std::vector<MessageEvent> messages = {};
    std::optional<Json> outputContext = {}; ///< members for the step's output_context
    std::optional<PendingRequest> pending = {};
};

/// The team tools at work (contract §5.7.1). Short-lived: everything is borrowed.
class TeamToolbox {
public:
    TeamToolbox(TeamContext &context, MessageBoard &board, const TeamRoster &roster);

    /// Executes one call. `stamp` has a fresh id for the message that the call may send. Never
    /// fails but by an outcome with an error; then nothing was changed, save that values whose
    /// time is over were taken out of the context.
    [[nodiscard]] ToolOutcome execute(
        const TeamCall &call, const MessageSender &caller, const MessageStamp &stamp);

private:
    using Handler = void (TeamToolbox::*)(ToolOutcome &, const Json &);
    [[nodiscard]] static Handler handlerOf(const QString &tool);

    void setVariable(ToolOutcome &outcome, const Json &arguments);
    void getVariable(ToolOutcome &outcome, const Json &arguments);
    void getAllVariables(ToolOutcome &outcome, const Json &arguments);
    void deleteVariable(ToolOutcome &outcome, const Json &arguments);
    void setContext(ToolOutcome &outcome, const Json &arguments);
    void send(ToolOutcome &outcome, const Json &arguments);
    void broadcast(ToolOutcome &outcome, const Json &arguments);
    void request(ToolOutcome &outcome, const Json &arguments);
    void getMessages(ToolOutcome &outcome, const Json &arguments);
    void respond(ToolOutcome &outcome, const Json &arguments);
    void getInfo(ToolOutcome &outcome, const Json &arguments);
    void write(ToolOutcome &outcome, ContextWrite write);
    void tell(ToolOutcome &outcome, Result<MessageEvent> sent);

    TeamContext &m_context;
    MessageBoard &m_board;
    const TeamRoster &m_roster;
    MessageSender m_caller;
    MessageStamp m_stamp;
};

/// What the requester is told: {"status": "pending", "request_id"}, {"status": "answered",
/// "request_id", "from_agent", "response"} or {"error": "timeout", "request_id"}.
[[nodiscard]] Json requestResult(const MessageBoard &board, const MessageId &request);

} // namespace renum
