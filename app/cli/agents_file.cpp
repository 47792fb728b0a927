// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agents_file.h"

#include "core/model/error_codes.h"
#include "core/model/local_agent_codec.h"
#include "core/workspace/json_file.h"

#include <QSet>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

Error invalidError(const QString &path, const QStringList &problems)
{
    const QString text = problems.join("; "_L1);
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::LocalAgentInvalid),
        u"%1: %2"_s.arg(path, text), { { u"file"_s, path }, { u"problems"_s, text } } };
}

} // namespace

Result<LocalAgentList> readAgentsFile(const QString &path)
{
    const Result<Json> json = readJsonFile(path);
    if (!json)
        return json.error();
    if (!json->is_array())
        return invalidError(path, { u"This must be an array of agents."_s });
    LocalAgentList agents;
    QSet<AgentId> ids;
    QStringList sentences;
    for (const Json &entry : *json) {
        const QString place = u"/%1"_s.arg(agents.size());
        Problems problems;
        agents.append(localAgentFromJson(entry, problems));
        for (const Problem &problem : std::as_const(problems))
            sentences.append(place + problem.path + u' ' + problem.message);
        const AgentId &id = agents.constLast().id;
        if (id.isEmpty() || ids.contains(id))
            sentences.append(place + u"/agent_id Each agent needs an id of its own."_s);
        ids.insert(id);
    }
    if (!sentences.isEmpty())
        return invalidError(path, sentences);
    return agents;
}

} // namespace renum::cli
