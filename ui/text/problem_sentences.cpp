// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_sentences.h"

#include <QCoreApplication>

namespace renum::ui {

namespace {

constexpr ErrorSentence ProblemSentences[] = {
    { "W-01", QT_TRANSLATE_NOOP("ErrorText", "The team has no agents. Add at least one.") },
    { "W-02",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team has too many agents. Remove some, or split the team."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The team has {count} agents, but at most {limit} are allowed. Remove some, or split "
            "the team.") },
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
            "ErrorText", "In a pipeline each agent takes the result of the one before it."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "In a pipeline {agent} gets the result of {source}, the one before it.") },
    { "W-11",
        QT_TRANSLATE_NOOP("ErrorText",
            "No agent can begin, because all of them wait for conditions. Let at least one "
            "begin without a condition."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} has no condition and waits for nobody, so it starts in the first round.") },
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
            "connection."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} cannot be named here: it is not in the team, is the agent itself, or runs "
            "later. Choose another one.") },
    { "W-16",
        QT_TRANSLATE_NOOP("ErrorText",
            "The agents wait for each other in a circle, so none can begin. Remove one of the "
            "connections."),
        QT_TRANSLATE_NOOP("ErrorText",
            "These agents wait for each other, so none can begin: {cycle}. Remove one of the "
            "connections.") },
    { "W-17",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A condition is incomplete or its comparison is unknown. Correct it."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The comparison “{operator}” is unknown, or its value does not fit. Correct the "
            "condition.") },
    { "W-18",
        QT_TRANSLATE_NOOP(
            "ErrorText", "A time limit or a retry value is outside of what is allowed."),
        QT_TRANSLATE_NOOP("ErrorText", "A value is out of range. Use {lowest} to {highest}.") },
    { "W-19",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent takes the result of one that runs later. Change the order or the "
            "input."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} needs the result of {source}, which runs later. Change the order or the "
            "input.") },
    { "W-20",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent takes another one's result, so it runs after it instead of beside "
            "it.") },
    { "W-21",
        QT_TRANSLATE_NOOP(
            "ErrorText", "The team's definition is too large. Shorten its instructions.") },
    { "L-01",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent never runs, because it waits for one that never runs. Switch that one on, or "
            "wait for another."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} never runs, because it waits for {other}, which never runs. Switch that one "
            "on, or wait for another.") },
    { "L-02",
        QT_TRANSLATE_NOOP("ErrorText",
            "An agent reads a value of the context that nobody can have written before. Let "
            "another one run first, or change the input."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} reads “{key}” from the context, but nobody runs before it who could write "
            "it. Let another one run first, or change the input.") },
    { "L-03",
        QT_TRANSLATE_NOOP("ErrorText",
            "Work is sent back without a limit of its own, and each round is paid for. Set how "
            "many there may be."),
        QT_TRANSLATE_NOOP("ErrorText",
            "{agent} sends work back without a limit of its own, and each round is paid for. Set "
            "how many there may be.") },
    { "L-04",
        QT_TRANSLATE_NOOP("ErrorText",
            "The conditions of an agent can never hold, because they exclude each other. Change "
            "one of them."),
        QT_TRANSLATE_NOOP("ErrorText",
            "The conditions of {agent} can never hold: those on “{field}” exclude each other. "
            "Change one of them.") },
    { "L-05",
        QT_TRANSLATE_NOOP("ErrorText",
            "No connected service has the agent of a member. Replace it, or connect its service."),
        QT_TRANSLATE_NOOP("ErrorText",
            "No connected service has the agent of {agent}. Replace it, or connect its service.") },
    { "unknown_key",
        QT_TRANSLATE_NOOP("ErrorText", "A team has no place for this key: it is not kept."),
        QT_TRANSLATE_NOOP("ErrorText", "A team has no place for “{key}”: it is not kept.") },
};

} // namespace

std::span<const ErrorSentence> problemSentences()
{
    return ProblemSentences;
}

} // namespace renum::ui
