// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "ui/text/error_sentences.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

// Words in braces are names of arguments: translators keep them.
constexpr ErrorSentence TeamworkSentences[] = {
    { code::ContextKeyInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A value of the team's context has a name that is not allowed. A name has 1 to 128 "
            "letters, digits, dots, dashes or underscores."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The team's context cannot hold a value named “{key}”. A name has 1 to 128 letters, "
            "digits, dots, dashes or underscores.") },
    { code::ContextKeyReserved,
        QT_TRANSLATE_NOOP("ErrorText",
            "The team itself writes this value of its context, so it cannot be changed. Choose "
            "another name."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The team itself writes “{key}” in its context, so it cannot be changed. Choose "
            "another name.") },
    { code::ContextValueTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "A value of the team's context may have at most 256 KiB. Make it smaller."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The value “{key}” is too large for the team's context, which takes at most 256 KiB a "
            "value. Make it smaller.") },
    { code::ContextTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "The team's context is full: it holds at most 1 MiB. Delete what is no longer needed."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The value “{key}” does not fit into the team's context, which holds at most 1 MiB. "
            "Delete what is no longer needed.") },
    { code::ContextVersionUnknown,
        QT_TRANSLATE_NOOP("ErrorText", "The team's context has no such version."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The team's context has no version {version}. The latest one is {latest}.") },
    { code::ExecutionNotPaused,
        QT_TRANSLATE_NOOP("ErrorText",
            "Agents are at work. Pause the execution, wait until they have ended, and try "
            "again.") },
    { code::MessageInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A message between agents cannot be read. Its content has to be text or a JSON "
            "object.") },
    { code::MessageTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "A message between agents may have at most 64 KiB. Put large values into the shared "
            "memory and send their names.") },
    { code::MessageLimitReached,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agents have sent as many messages as one run allows. The rest was not sent; check "
            "whether they talk in circles."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The agents have sent {limit} messages, as many as are allowed here. The rest was not "
            "sent; check whether they talk in circles.") },
    { code::RecipientUnknown,
        QT_TRANSLATE_NOOP("ErrorText",
            "A message was meant for an agent that is not in the team. Check the names in the "
            "agents' instructions."),
        QT_TRANSLATE_NOOP("ErrorText",
            "A message was meant for {agent}, who is not in the team. Check the names in the "
            "agents' instructions.") },
    { code::RequestCycle,
        QT_TRANSLATE_NOOP("ErrorText",
            "Agents asked each other in a circle, so the last question was not sent. Check their "
            "instructions.") },
    { code::RequestTooDeep,
        QT_TRANSLATE_NOOP("ErrorText",
            "Agents asked each other over more than three stations, so the last question was not "
            "sent. Check their instructions.") },
    { code::RequestsRestricted,
        QT_TRANSLATE_NOOP("ErrorText",
            "In this team only coordinators may ask other agents. Give the agent that role, or "
            "allow requests in the team's settings.") },
    { code::RequestUnknown,
        QT_TRANSLATE_NOOP(
            "ErrorText", "An agent answered a question that nobody asked it. Nothing was sent.") },
    { code::RequestAnswered,
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent answered a question that already has an answer. The second one was not "
            "sent.") },
    { code::TeamActionsInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent's team actions cannot be read, so none of that block was done. The agent was "
            "told.") },
    { code::TeamActionsTooLarge,
        QT_TRANSLATE_NOOP("ErrorText",
            "A block of team actions may have at most 256 KiB. None of it was done; the agent was "
            "told.") },
    { code::TeamActionsTooMany,
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent wanted more team actions at once than are allowed. Those above the limit "
            "were not done; the agent was told."),
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent wanted more than {limit} team actions at once. Those above the limit were "
            "not done; the agent was told.") },
    { code::TeamToolUnknown,
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent called a team tool that does not exist. The agent was told which ones there "
            "are."),
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent called the team tool “{tool}”, which does not exist. The agent was told "
            "which ones there are.") },
    { code::TeamToolArguments,
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent called a team tool with wrong parameters. The agent was told which ones it "
            "takes."),
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent called the team tool “{tool}” with wrong parameters. The agent was told "
            "which ones it takes.") },
    { code::TeamTokenInvalid,
        QT_TRANSLATE_NOOP("ErrorText",
            "A team tool was called with a token that no running agent has. The call was "
            "refused.") },
    { code::TeamTokenExpired,
        QT_TRANSLATE_NOOP("ErrorText",
            "A team tool was called with a token whose agent has finished. The call was "
            "refused.") },
    { code::TeamToolsUnsupported,
        QT_TRANSLATE_NOOP("ErrorText",
            "This agent service cannot be given the team tools. Let the team use the tools in the "
            "prompt instead.") },
    { code::TeamToolsUnreachable,
        QT_TRANSLATE_NOOP("ErrorText",
            "This agent service calls no addresses of a local network. Give the team tools a "
            "public address, or let the team use the tools in the prompt.") },
    { code::TeamToolsNameTaken,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent already has another tool server of the same name. Remove that one in the "
            "agent's settings, or try again."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent already has another tool server called “{name}”. Remove that one in the "
            "agent's settings, or try again.") },
    { code::TeamToolsNotStored,
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent service accepted a change of the agent's tools but did not keep it. Look at "
            "the agent's tool servers in its settings."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The agent service accepted a change of the tool server “{name}” but did not keep it. "
            "Look at the agent's tool servers in its settings.") },
    { code::TeamMissing,
        QT_TRANSLATE_NOOP("ErrorText",
            "A team that works in this team is not there any more. Choose another one in its "
            "place.") },
    { code::TeamRecursive,
        QT_TRANSLATE_NOOP(
            "ErrorText", "This team would work inside itself. Choose another team in its place.") },
    { code::TeamTooDeep,
        QT_TRANSLATE_NOOP(
            "ErrorText", "Too many teams work inside each other here. Make it flatter.") },
};

} // namespace

std::span<const ErrorSentence> teamworkSentences()
{
    return TeamworkSentences;
}

} // namespace renum::ui
