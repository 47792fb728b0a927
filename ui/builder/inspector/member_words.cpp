// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/member_words.h"

#include "ui/builder/document/agent_catalog.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <set>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct MemberWords {
    Q_DECLARE_TR_FUNCTIONS(MemberWords)
};

} // namespace

std::vector<Choice> memberChoices(
    const WorkflowDefinition &workflow, const std::vector<AgentId> &members)
{
    QHash<AgentId, QString> names;
    for (const WorkflowAgent &member : workflow.agents)
        names.insert(member.agentId, member.displayName());
    std::vector<Choice> choices;
    choices.reserve(members.size());
    for (const AgentId &id : members) {
        const auto name = names.constFind(id);
        choices.push_back({ id.toString(),
            name != names.cend() ? *name
                                 : MemberWords::tr("%1 (not in this team)").arg(id.toString()) });
    }
    return choices;
}

std::vector<Choice> modelChoices(const AgentCatalog &catalog, const WorkflowDefinition &workflow)
{
    std::set<QString> models;
    for (const AgentInfo &agent : catalog.agents())
        models.insert(agent.model);
    for (const WorkflowAgent &member : workflow.agents)
        models.insert(member.config.modelName.value_or(QString()));
    models.erase(QString());
    std::vector<Choice> choices;
    for (const QString &model : models)
        choices.push_back({ model, model });
    return choices;
}

std::vector<Choice> toolsModeChoices(const QString &unset)
{
    return { { QString(), unset }, { u"prompt"_s, MemberWords::tr("Written into the prompt") },
        { u"mcp"_s, MemberWords::tr("As tools, over MCP") },
        { u"none"_s, MemberWords::tr("No team tools") } };
}

QString secondsText(int seconds)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(seconds);
}

QString durationNote(int seconds)
{
    constexpr int minute = 60;
    return seconds < minute ? QString() : format::duration(std::chrono::seconds(seconds));
}

std::optional<QString> optionalText(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace renum::ui
