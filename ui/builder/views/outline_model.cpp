// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/outline_model.h"

#include "core/model/team.h"
#include "core/workflow/editing/member_waves.h"
#include "core/workflow/strategy_rules.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/member_text.h"
#include "ui/graph/graph_text.h"
#include "ui/text/format.h"

#include <algorithm>
#include <iterator>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

TreeRow detail(
    const QString &key, const WorkflowAgent &member, const QString &what, const QString &words)
{
    return { key, member.agentId, { what, words }, {}, {} };
}

TreeRow memberRow(const WorkflowAgent &member, const MemberNames &names)
{
    TreeRow row;
    row.key = member.agentId.toString();
    row.member = member.agentId;
    const QString what = modelAndRole(member.config.modelName.value_or(QString()), member.role);
    row.texts = { member.displayName(), member.isActive ? what : OutlineModel::tr("Switched off") };
    if (member.kind != MemberKind::Agent)
        row.texts[OutlineModel::DetailColumn] = kindText(member.kind);
    row.roles = { { OutlineModel::TypedNameRole, member.name } };
    row.children.push_back(
        detail(u"/input"_s, member, OutlineModel::tr("Gets"), inputText(member.input, names)));
    if (!member.conditions.empty()) {
        row.children.push_back(detail(u"/conditions"_s, member, OutlineModel::tr("Runs when"),
            conditionsText(member.conditions, names)));
    }
    if (!member.dependencies.empty()) {
        row.children.push_back(detail(u"/dependencies"_s, member, OutlineModel::tr("Waits for"),
            names.of(member.dependencies)));
    }
    if (member.feedback) {
        row.children.push_back(detail(u"/feedback"_s, member, OutlineModel::tr("Sends work"),
            feedbackText(*member.feedback, names)));
    }
    return row;
}

std::vector<TreeRow> memberRows(const WorkflowDefinition &workflow,
    const std::vector<std::size_t> &positions, const MemberNames &names)
{
    std::vector<TreeRow> rows;
    rows.reserve(positions.size());
    for (const std::size_t position : positions)
        rows.push_back(memberRow(workflow.agents[position], names));
    return rows;
}

std::vector<TreeRow> branches(const WorkflowDefinition &workflow)
{
    const MemberNames names(workflow);
    const std::vector<std::vector<std::size_t>> waves = memberWaves(workflow);
    std::vector<TreeRow> rows;
    for (const std::vector<std::size_t> &wave : waves) {
        std::vector<TreeRow> members = memberRows(workflow, wave, names);
        if (strategyRules(workflow.type).ordered) { // one after the other: waves would tell nothing
            std::ranges::move(members, std::back_inserter(rows));
            continue;
        }
        const auto number = int(rows.size()) + 1;
        rows.push_back({ u"wave %1"_s.arg(number), {},
            { OutlineModel::tr("Wave %1").arg(number),
                OutlineModel::tr("%n member(s)", nullptr, int(members.size())) },
            {}, std::move(members) });
    }
    return rows;
}

} // namespace

OutlineModel::OutlineModel(TeamDocument *document, QObject *parent)
    : KeyedTreeModel(ColumnCount, parent)
    , m_document(document)
{
    retranslate();
}

void OutlineModel::refresh()
{
    const WorkflowDefinition &workflow = m_document->workflow();
    TreeRow root;
    root.key = u"strategy"_s;
    root.texts = { format::workflowType(workflow.type),
        tr("%n member(s)", nullptr, int(workflow.agents.size())) };
    root.children = branches(workflow);
    std::vector<TreeRow> rows;
    rows.push_back(std::move(root));
    setRows(std::move(rows));
}

void OutlineModel::retranslate()
{
    setHeaders({ tr("Team"), tr("Details") });
    refresh();
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole)
        return KeyedTreeModel::data(index, Qt::DisplayRole);
    return KeyedTreeModel::data(index, role == Qt::EditRole ? int(TypedNameRole) : role);
}

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    TeamDraft draft = m_document->draft();
    const auto found
        = std::ranges::find(draft.workflow.agents, memberAt(index), &WorkflowAgent::agentId);
    if (found == draft.workflow.agents.end())
        return false;
    found->name = value.toString().trimmed();
    m_document->edit(tr("Rename a member"), draft);
    return true;
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = KeyedTreeModel::flags(index);
    const bool isMember = index.column() == NameColumn && index.data(TypedNameRole).isValid();
    return isMember ? flags | Qt::ItemIsEditable : flags;
}

} // namespace renum::ui
