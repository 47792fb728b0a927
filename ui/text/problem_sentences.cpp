// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_sentences.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

constexpr ErrorSentence Sentences[] = {
    { "W-01", QT_TRANSLATE_NOOP("ErrorText", "The team has no agents. Add at least one.") },
    { "W-02",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team has too many agents. Remove some, or split the team.") },
    { "W-03",
        QT_TRANSLATE_NOOP(
            "ErrorText", "An agent of the workflow is not among the team's agents. Add it.") },
    { "W-04",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent of the team was not in the workflow and was added at its end.") },
    { "W-05", QT_TRANSLATE_NOOP("ErrorText", "An agent is listed twice. Remove one of the two.") },
    { "W-06",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent has two places in the workflow. Each agent can have only one.") },
    { "W-07",
        QT_TRANSLATE_NOOP("ErrorText",
            "The kind of workflow is unknown. Choose sequential, parallel, pipeline or "
            "conditional.") },
    { "W-08",
        QT_TRANSLATE_NOOP("ErrorText",
            "Some agents have a place in the order and some do not. Give one to all.") },
    { "W-09",
        QT_TRANSLATE_NOOP(
            "ErrorText", "Two agents have the same place in the order. Give each its own.") },
    { "W-10",
        QT_TRANSLATE_NOOP(
            "ErrorText", "In a pipeline each agent takes the result of the one before it.") },
    { "W-11",
        QT_TRANSLATE_NOOP("ErrorText",
            "No agent can begin, because all of them wait for conditions. Let at least one "
            "begin without a condition.") },
    { "W-12",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The workflow is conditional, but no agent has a condition.") },
    { "W-13",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The source of an agent's input is unknown. Choose another one.") },
    { "W-14",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent's input is incomplete. Say which agent or which value it takes.") },
    { "W-15",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent refers to one that is not in the team, or to itself. Correct the "
            "connection.") },
    { "W-16",
        QT_TRANSLATE_NOOP("ErrorText",
            "The agents wait for each other in a circle, so none can begin. Remove one of the "
            "connections.") },
    { "W-17",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A condition is incomplete or its comparison is unknown. Correct it.") },
    { "W-18",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A time limit or a retry value is outside of what is allowed.") },
    { "W-19",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent takes the result of one that runs later. Change the order or the "
            "input.") },
    { "W-20",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent takes another one's result, so it runs after it instead of beside "
            "it.") },
    { "W-21",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team's definition is too large. Shorten its instructions.") },
};

} // namespace

std::span<const ErrorSentence> problemSentences()
{
    return Sentences;
}

} // namespace renum::ui
