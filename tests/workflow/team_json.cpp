// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "team_json.h"

namespace renum::test {

using namespace Qt::StringLiterals;

Json json(QByteArray text)
{
    text.replace('\'', '"');
    Json value = Json::parse(text.toStdString(), nullptr, false);
    if (value.is_discarded())
        qFatal("invalid JSON in a test: %s", text.constData());
    return value;
}

TeamReading readTeam(QByteArray workflow, QByteArray agentIds)
{
    const Json team { { "name", "Team" }, { "workflow_definition", json(std::move(workflow)) },
        { "agent_ids", json(std::move(agentIds)) } };
    return readTeamDraft(team);
}

Validation validate(const QByteArray &workflow, int maxAgents)
{
    const TeamReading reading = readTeam(workflow);
    ValidationLimits limits;
    limits.maxAgents = maxAgents;
    return validateTeam(reading.draft, limits, reading.problems);
}

TeamDraft validDraft(const QByteArray &workflow)
{
    const Validation validation = validate(workflow, 2000);
    if (!validation.valid())
        qFatal("invalid team in a test: %s", qPrintable(findings(validation.problems).join(u'\n')));
    return validation.normalized;
}

QStringList findings(const Problems &problems)
{
    QStringList list;
    for (const Problem &problem : problems) {
        const QString severity = problem.severity == Problem::Severity::Error ? u"E"_s : u"W"_s;
        list.append(severity + u' ' + problem.code + u' ' + problem.path);
    }
    return list;
}

} // namespace renum::test
