// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/members_model.h"

#include "core/model/team.h"
#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_moves.h"
#include "core/workflow/planner.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/member_text.h"
#include "ui/graph/graph_text.h"

#include <QLocale>
#include <QMimeData>
#include <QSet>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What members are dragged and copied as.
const QString &membersMime()
{
    static const QString type = u"application/vnd.renum.members+json"_s;
    return type;
}

TreeRow rowOf(const WorkflowAgent &member, int order, const MemberNames &names)
{
    const bool isAgent = member.kind == MemberKind::Agent;
    TreeRow row;
    row.key = member.agentId.toString();
    row.member = member.agentId;
    row.texts = { QLocale().toString(order), member.displayName(),
        isAgent ? member.agentId.toString() : kindText(member.kind),
        member.role.isEmpty() ? MembersModel::tr("member") : member.role,
        member.config.modelName.value_or(MembersModel::tr("default")),
        inputText(member.input, names), conditionsText(member.conditions, names),
        member.timeoutSeconds ? durationText(*member.timeoutSeconds) : QString(),
        member.isActive ? MembersModel::tr("Yes") : MembersModel::tr("No") };
    row.roles = { { MembersModel::ActiveRole, member.isActive },
        { MembersModel::TypedNameRole, member.name }, { MembersModel::TypedRoleRole, member.role },
        { MembersModel::TypedModelRole, member.config.modelName.value_or(QString()) } };
    return row;
}

} // namespace

MembersModel::MembersModel(TeamDocument *document, QObject *parent)
    : KeyedTreeModel(ColumnCount, parent)
    , m_document(document)
{
    retranslate();
}

void MembersModel::refresh()
{
    const WorkflowDefinition &workflow = m_document->workflow();
    const MemberNames names(workflow);
    std::vector<TreeRow> rows;
    rows.reserve(workflow.agents.size());
    for (const std::size_t position : memberOrder(workflow))
        rows.push_back(rowOf(workflow.agents[position], int(rows.size()) + 1, names));
    setRows(std::move(rows));
}

void MembersModel::retranslate()
{
    setHeaders({ tr("Order"), tr("Name"), tr("Agent"), tr("Role"), tr("Model"), tr("Gets"),
        tr("Runs when"), tr("Time limit"), tr("Active") });
    refresh();
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && index.column() == ActiveColumn)
        return data(index, ActiveRole).toBool() ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole)
        return data(index, Qt::DisplayRole);
    if (role != Qt::EditRole)
        return KeyedTreeModel::data(index, role);
    switch (index.column()) {
    case OrderColumn:
        return index.row() + 1;
    case NameColumn:
        return data(index, TypedNameRole);
    case RoleColumn:
        return data(index, TypedRoleRole);
    case ModelColumn:
        return data(index, TypedModelRole);
    default:
        return data(index, Qt::DisplayRole);
    }
}

bool MembersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isActive = index.column() == ActiveColumn;
    if (!index.isValid() || role != (isActive ? Qt::CheckStateRole : Qt::EditRole))
        return false;
    const AgentId member = memberAt(index);
    return index.column() == OrderColumn ? place(member, value)
                                         : write(member, index.column(), value);
}

bool MembersModel::place(const AgentId &member, const QVariant &value)
{
    bool isNumber = false;
    const int order = value.toInt(&isNumber);
    if (!isNumber)
        return false;
    m_document->edit(tr("Move a member"),
        withMemberAt(m_document->draft(), member, std::size_t(std::max(1, order) - 1)));
    return true;
}

bool MembersModel::write(const AgentId &member, int column, const QVariant &value)
{
    TeamDraft draft = m_document->draft();
    const auto found = std::ranges::find(draft.workflow.agents, member, &WorkflowAgent::agentId);
    if (found == draft.workflow.agents.end())
        return false;
    const QString text = value.toString().trimmed();
    QString step;
    switch (column) {
    case NameColumn:
        found->name = text;
        step = tr("Rename a member");
        break;
    case RoleColumn:
        found->role = text;
        step = tr("Change a role");
        break;
    case ModelColumn:
        found->config.modelName = text.isEmpty() ? std::nullopt : std::optional(text);
        step = tr("Change a model");
        break;
    case ActiveColumn:
        found->isActive = value.toInt() == Qt::Checked;
        step = found->isActive ? tr("Switch a member on") : tr("Switch a member off");
        break;
    default:
        return false;
    }
    m_document->edit(step, draft);
    return true;
}

Qt::ItemFlags MembersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the rows
    Qt::ItemFlags flags = KeyedTreeModel::flags(index) | Qt::ItemIsDragEnabled;
    switch (index.column()) {
    case OrderColumn:
    case NameColumn:
    case RoleColumn:
    case ModelColumn:
        return flags | Qt::ItemIsEditable;
    case ActiveColumn:
        return flags | Qt::ItemIsUserCheckable;
    default:
        return flags;
    }
}

QStringList MembersModel::mimeTypes() const
{
    return { membersMime() };
}

QMimeData *MembersModel::mimeData(const QModelIndexList &indexes) const
{
    QSet<AgentId> members;
    for (const QModelIndex &index : indexes)
        members.insert(memberAt(index));
    const QByteArray text = copiedMembers(m_document->workflow(), members);
    auto *data = new QMimeData;
    data->setData(membersMime(), text);
    data->setText(QString::fromUtf8(text));
    return data;
}

Qt::DropActions MembersModel::supportedDropActions() const
{
    return Qt::MoveAction;
}

QSet<AgentId> MembersModel::draggedMembers(const QMimeData *data) const
{
    QSet<AgentId> members;
    const auto copied = readCopiedMembers(data->data(membersMime()));
    if (!copied)
        return members;
    for (const WorkflowAgent &member : *copied) {
        // Those of another team are dropped on the canvas, which finds places for them.
        if (m_document->workflow().find(member.agentId))
            members.insert(member.agentId);
    }
    return members;
}

bool MembersModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int /*row*/,
    int /*column*/, const QModelIndex & /*parent*/) const
{
    return action == Qt::MoveAction && data->hasFormat(membersMime())
        && !draggedMembers(data).isEmpty();
}

bool MembersModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QSet<AgentId> members = draggedMembers(data);
    int place = row;
    if (place < 0)
        place = parent.isValid() ? parent.row() : rowCount();
    m_document->edit(tr("Move %n member(s)", nullptr, int(members.size())),
        withMembersAt(m_document->draft(), members, std::size_t(place)));
    // The rows have moved already; true would make the view remove them.
    return false;
}

} // namespace renum::ui
