// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/agent_facts.h"

#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/kept_members.h"
#include "ui/graph/graph_text.h"

#include <QHash>

namespace renum::ui {

using namespace Qt::StringLiterals;

void addAgentFacts(
    GraphModel &graph, const WorkflowDefinition &workflow, const AgentCatalog &catalog)
{
    if (catalog.state() == AgentCatalog::State::Unread)
        return;
    QHash<AgentId, const AgentInfo *> known;
    for (const AgentInfo &agent : catalog.agents())
        known.insert(agent.id, &agent);
    QHash<AgentId, const WorkflowAgent *> members;
    for (const WorkflowAgent &member : workflow.agents)
        members.insert(member.agentId, &member);
    for (GraphNode &node : graph.nodes) {
        const WorkflowAgent *member = members.value(node.agent);
        if (!member || member->kind != MemberKind::Agent)
            continue;
        const AgentInfo *agent = known.value(member->agentId);
        if (agent && !member->config.modelName)
            node.subtitle = modelAndRole(agent->model, member->role);
        if (!agent && catalog.state() == AgentCatalog::State::Ready) {
            node.subtitle = TeamCanvas::tr("This agent is missing. Choose another one.");
            node.alert = GraphNode::Alert::Error;
        }
    }
}

void addKeptResults(GraphModel &graph, const KeptMembers &kept)
{
    if (kept.all().isEmpty())
        return;
    for (GraphNode &node : graph.nodes) {
        const KeptMember *result = node.kind == NodeKind::Agent ? kept.find(node.agent) : nullptr;
        if (!result)
            continue;
        node.look = { u"pin"_s, TeamCanvas::tr("Kept"), ColorToken::AccentStrong,
            ColorToken::AccentBackground };
        //: %1 is such as: of 23 Nov 2026 10:32, changed by you
        node.footer = TeamCanvas::tr("Kept result %1").arg(keptOrigin(*result));
    }
}

} // namespace renum::ui
