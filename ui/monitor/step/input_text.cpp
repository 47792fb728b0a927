// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/input_text.h"

#include <QCoreApplication>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Input {
    Q_DECLARE_TR_FUNCTIONS(Input)
};

QString sourceText(const AttemptRecord &attempt, const QString &agents)
{
    if (attempt.source == "initial_prompt"_L1)
        return Input::tr("The prompt of the run, as it was asked.");
    if (attempt.source == "agent_result"_L1)
        return Input::tr("The result of %1.").arg(agents);
    if (attempt.source == "combined"_L1 && agents.isEmpty())
        return Input::tr("Put together from several sources.");
    if (attempt.source == "combined"_L1)
        return Input::tr("Put together from the results of %1.").arg(agents);
    if (attempt.source == "context_variable"_L1)
        return Input::tr("A value that the team shares.");
    return agents.isEmpty() ? QString() : Input::tr("From the results of %1.").arg(agents);
}

} // namespace

QString inputText(const AttemptRecord &attempt, const AgentNames &names)
{
    QStringList agents;
    for (const AgentId &agent : attempt.inputs)
        agents << names.value(agent, agent.toString());
    const QString source
        = sourceText(attempt, agents.join(Input::tr(", ", "between names in a list")));
    if (attempt.contextVersion <= 0)
        return source;
    const QString version
        = Input::tr("It saw version %1 of what the team shares.").arg(attempt.contextVersion);
    //: two sentences about where an input came from
    return source.isEmpty() ? version : Input::tr("%1 %2").arg(source, version);
}

} // namespace renum::ui
