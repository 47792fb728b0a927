// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_sentences.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

constexpr ErrorSentence FieldSentences[] = {
    { "name",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A team's name has 1 to 255 characters. Enter another name.") },
    { "description",
        QT_TRANSLATE_NOOP("ErrorText", "A description has at most 5,000 characters. Shorten it.") },
    { "agent_id",
        QT_TRANSLATE_NOOP("ErrorText",
            "A place of the team has no agent that could work there. Choose an agent for it.") },
    { "team_id",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A member is a team, but it is not said which. Choose the team.") },
    { "role",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A role is one line of at most 50 characters. Shorten it.") },
    { "execution_order",
        QT_TRANSLATE_NOOP("ErrorText", "A place in the order is 0 or more. Change it.") },
    { "tools_mode",
        QT_TRANSLATE_NOOP("ErrorText",
            "Tools are offered in the prompt, over MCP, or not at all. Use prompt, mcp or none.") },
    { "max_parallel",
        QT_TRANSLATE_NOOP(
            "ErrorText", "How many agents may work at once is out of range. Change it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "How many agents may work at once is out of range. Use {lowest} to {highest}.") },
    { "max_iterations",
        QT_TRANSLATE_NOOP(
            "ErrorText", "How often work may be sent back is out of range. Change it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "How often work may be sent back is out of range. Use {lowest} to {highest}.") },
    { "final_result",
        QT_TRANSLATE_NOOP("ErrorText",
            "The form of the final result is unknown. Use last, all, leader or agent:<id>.") },
    { "feedback",
        QT_TRANSLATE_NOOP("ErrorText",
            "Work can be sent back only in sequential teams and pipelines. Remove the feedback, or "
            "change the kind of workflow.") },
    { "before",
        QT_TRANSLATE_NOOP("ErrorText",
            "Somebody shall agree before agents start, but none is named. Name one, or remove the "
            "approval.") },
    { "workflow_definition",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team has no workflow. Add one with a type and agents.") },
};

} // namespace

std::span<const ErrorSentence> fieldSentences()
{
    return FieldSentences;
}

} // namespace renum::ui
