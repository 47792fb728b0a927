// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_text_team.h"

#include "core/team/person_sender.h"
#include "core/team/team_message.h"
#include "ui/monitor/log/log_words.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString teamText(const ExecutionEvent &event, const char *key)
{
    return stringAt(event.data, key).value_or(QString());
}

QString nameOf(const AgentNames &names, const AgentId &agent)
{
    return names.value(agent, isPerson(agent) ? personName(agent) : agent.toString());
}

QString message(const ExecutionEvent &event, const AgentNames &names)
{
    const Result<TeamMessage> read = teamMessageFromJson(event.data);
    if (!read)
        return {};
    const TeamMessage &sent = *read;
    const QString from = nameOf(names, sent.from);
    const QString to = sent.to.isEmpty() ? LogWords::tr("everyone") : nameOf(names, sent.to);
    const QString what = contentText(sent.content);
    switch (sent.type) {
    case MessageType::Request: //: agent, agent, what is asked
        return LogWords::tr("%1 asks %2: %3").arg(from, to, what);
    case MessageType::Response:
        return sent.late ? LogWords::tr("%1 answers %2, too late: %3").arg(from, to, what)
                         : LogWords::tr("%1 answers %2: %3").arg(from, to, what);
    case MessageType::Error:
        if (sent.from.isEmpty())
            return LogWords::tr("%1 got no answer in time").arg(to);
        [[fallthrough]];
    case MessageType::Info:
        if (isPerson(sent.from)) //: person, agent, what is said
            return LogWords::tr("%1, a person, to %2: %3").arg(from, to, what);
        [[fallthrough]];
    case MessageType::ContextUpdate:
        return LogWords::tr("%1 to %2: %3").arg(from, to, what);
    }
    return {};
}

QString action(const ExecutionEvent &event, const QString &agent)
{
    const QString tool = teamText(event, "action");
    const Json *detail = memberAt(event.data, "error_detail");
    if (!detail)
        return LogWords::tr("%1 used the team's tool %2").arg(agent, tool);
    const QString why = errorText(errorFromDetail(*detail));
    if (tool.isEmpty()) //: agent, why
        return LogWords::tr("%1 wrote team actions that cannot be carried out: %2").arg(agent, why);
    //: agent, name of a tool, why
    return LogWords::tr("%1 could not use the team's tool %2: %3").arg(agent, tool, why);
}

QString nestedEnded(const ExecutionEvent &event, const QString &agent)
{
    if (teamText(event, "execution_status") == "completed"_L1)
        return LogWords::tr("%1: the team finished").arg(agent);
    return LogWords::tr("%1: the team did not finish").arg(agent);
}

} // namespace

QString teamSentence(const ExecutionEvent &event, const AgentNames &names)
{
    const QString agent = nameOf(names, event.agentId);
    const QString &type = event.eventType;
    if (event.type == "team_message"_L1 && type.isEmpty())
        return message(event, names);
    if (type == "auxiliary_run_started"_L1)
        return LogWords::tr("%1 starts to answer a question").arg(agent);
    if (type == "auxiliary_run_ended"_L1 && memberAt(event.data, "error_detail"))
        return LogWords::tr("%1 could not answer a question").arg(agent);
    if (type == "auxiliary_run_ended"_L1)
        return LogWords::tr("%1 has answered a question").arg(agent);
    if (type == "step_nested_waiting"_L1)
        return LogWords::tr("%1: the team waits for a person").arg(agent);
    if (type == "step_nested_continued"_L1)
        return LogWords::tr("%1: the team goes on").arg(agent);
    if (type == "step_team_action"_L1)
        return action(event, agent);
    if (type == "step_nested_started"_L1)
        return LogWords::tr("%1: a team begins to work").arg(agent);
    if (type == "step_nested_ended"_L1)
        return nestedEnded(event, agent);
    if (type == "team_tools_given"_L1)
        return LogWords::tr("%1 is given the team's tools").arg(agent);
    if (type == "team_tools_taken"_L1)
        return LogWords::tr("%1 is as it was before").arg(agent);
    return {};
}

} // namespace renum::ui
