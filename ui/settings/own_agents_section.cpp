// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/own_agents_section.h"

#include "ui/settings/agent_dialog.h"
#include "ui/text/error_text.h"

#include <QPointer>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

OwnAgentsSection::OwnAgentsSection(Workspace *workspace, Theme *theme, QWidget *parent)
    : DefinitionsSection(workspace, theme, parent)
{
    m_add->setObjectName(u"addAgent"_s);
    m_add->setEnabled(false); // until it is known where an agent can run
    retranslate();
    reload();
}

QCoro::Task<> OwnAgentsSection::load()
{
    const QPointer<OwnAgentsSection> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<EndpointDefinitionList> endpoints = co_await m_workspace->modelEndpoints(stop);
    if (!self)
        co_return;
    const Result<LocalAgentList> agents = co_await m_workspace->localAgents(stop);
    if (!self)
        co_return;
    m_endpoints = endpoints ? *endpoints : EndpointDefinitionList();
    m_agents = agents ? *agents : LocalAgentList();
    m_problem = agents ? std::nullopt : std::optional(agents.error());
    showEntries();
}

QString OwnAgentsSection::placeOf(const LocalAgent &agent) const
{
    const EndpointDefinition *endpoint = find(m_endpoints, agent.endpoint.toString());
    const QString place = endpoint ? endpoint->name : QString();
    return agent.model.isEmpty() ? place
                                 //: A model, then the endpoint that has it
                                 : tr("%1 at %2").arg(agent.model, place);
}

void OwnAgentsSection::showEntries()
{
    QList<Entry> entries;
    for (const LocalAgent &agent : std::as_const(m_agents)) {
        QStringList detail { placeOf(agent) };
        if (!agent.description.isEmpty())
            detail.append(agent.description);
        entries.append({ agent.id.toString(), agent.name, detail.join(u" · "_s) });
    }
    const QString none = m_endpoints.isEmpty()
        ? tr("Add a model endpoint first: agents of your own run there.")
        : tr("There are no agents of your own yet.");
    m_list->setEntries(entries, m_problem ? errorText(*m_problem) : none);
    m_add->setEnabled(!m_endpoints.isEmpty());
}

void OwnAgentsSection::edit(const QString &id)
{
    const LocalAgent *known = find(m_agents, id);
    const LocalAgent agent = known ? *known : LocalAgent();
    (new AgentDialog(m_workspace, agent, m_endpoints, window()))->open();
}

void OwnAgentsSection::removeAsked(const QString &id)
{
    if (const LocalAgent *known = find(m_agents, id))
        m_tasks.start(remove(*known));
}

QCoro::Task<> OwnAgentsSection::remove(LocalAgent agent)
{
    const QPointer<OwnAgentsSection> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<void> removed = co_await m_workspace->removeLocalAgent(agent.id, stop);
    if (!self)
        co_return;
    if (!removed) {
        showFailure(removed.error());
        co_return;
    }
    const auto undo = [self, agent] {
        if (self)
            self->m_tasks.start(self->bringBack(agent));
    };
    emit toastRequested({ tr("“%1” was removed.").arg(agent.name), tr("Undo"), undo, false });
}

// With the id that it had: teams know it by that.
QCoro::Task<> OwnAgentsSection::bringBack(LocalAgent agent)
{
    const QPointer<OwnAgentsSection> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<LocalAgent> added = co_await m_workspace->addLocalAgent(agent, stop);
    if (self && !added)
        showFailure(added.error());
}

void OwnAgentsSection::retranslate()
{
    m_hint->setText(tr("A model with instructions of yours. It can be in a team beside agents of "
                       "Suna and of other endpoints."));
    m_add->setText(tr("Add an agent…"));
}

} // namespace renum::ui
