// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/palette/palette_model.h"

#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/editing/member_edits.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_mime.h"
#include "ui/builder/document/team_directory.h"
#include "ui/builder/document/team_document.h"
#include "ui/text/format.h"

#include <QMimeData>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int MostTeams = 200; ///< more is a matter for the search of the team list
} // namespace

PaletteModel::PaletteModel(
    Workspace *workspace, AgentCatalog *catalog, const TeamDocument *document, QObject *parent)
    : QAbstractListModel(parent)
    , m_teams(TeamDirectory::of(workspace))
    , m_catalog(catalog)
    , m_document(document)
{
    connect(catalog, &AgentCatalog::changed, this, &PaletteModel::rebuild);
    connect(document, &TeamDocument::changed, this, [this] {
        if (!m_entries.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1), { UsedRole });
    });
    connect(m_teams, &TeamDirectory::changed, this, &PaletteModel::rebuild);
    rebuild();
    m_teams->load();
}

void PaletteModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    rebuild();
}

void PaletteModel::rebuild()
{
    beginResetModel();
    m_entries.clear();
    QList<Entry> agents;
    int series = 0;
    for (const AgentInfo &agent : m_catalog->agents()) {
        agents.append({ EntryKind::Agent, agent.id, {}, agent.name,
            agent.model.isEmpty() ? agent.description : agent.model, series++ });
    }
    addSection(tr("Agents"), agents);
    addSection(tr("Steps"),
        { { EntryKind::Approval, {}, {}, tr("Approval"), tr("A person agrees, or not"), -1 } });
    QList<Entry> teams;
    for (const KnownTeam &team : m_teams->teams()) {
        // A team cannot be a member of itself.
        const bool isSelf = m_document->stored() && m_document->stored()->id == team.id;
        if (isSelf || !team.isActive)
            continue;
        teams.append(
            { EntryKind::Team, {}, team.id, team.name, format::workflowType(team.type), -1 });
        if (teams.size() == MostTeams)
            break;
    }
    addSection(tr("Teams as a step"), teams);
    endResetModel();
}

void PaletteModel::addSection(const QString &title, QList<Entry> entries)
{
    entries.removeIf([this](const Entry &entry) { return !matches(entry); });
    if (entries.isEmpty())
        return;
    m_entries.append({ EntryKind::Section, {}, {}, title, {}, -1 });
    m_entries += entries;
}

bool PaletteModel::matches(const Entry &entry) const
{
    const auto holds
        = [this](const QString &text) { return text.contains(m_search, Qt::CaseInsensitive); };
    if (m_search.isEmpty() || holds(entry.title) || holds(entry.subtitle))
        return true;
    const AgentInfo *agent = entry.agent.isEmpty() ? nullptr : m_catalog->find(entry.agent);
    return agent && (holds(agent->description) || holds(agent->tools.join(u' ')));
}

const PaletteModel::Entry *PaletteModel::entryAt(const QModelIndex &index) const
{
    const bool known = index.isValid() && index.model() == this && index.row() < rowCount();
    return known ? &m_entries.at(index.row()) : nullptr;
}

bool PaletteModel::isUsed(const Entry &entry) const
{
    return entry.kind == EntryKind::Agent && m_document->workflow().find(entry.agent);
}

std::optional<WorkflowAgent> PaletteModel::memberOf(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    if (!entry || entry->kind == EntryKind::Section || isUsed(*entry))
        return {};
    WorkflowAgent member;
    member.name = entry->title;
    switch (entry->kind) {
    case EntryKind::Approval:
        member.kind = MemberKind::Approval;
        member.agentId = freeMemberId(m_document->workflow(), u"approval"_s);
        break;
    case EntryKind::Team:
        member.kind = MemberKind::Team;
        member.teamId = entry->team;
        member.agentId = freeMemberId(m_document->workflow(), u"team"_s);
        break;
    default:
        member.agentId = entry->agent;
    }
    return member;
}

AgentId PaletteModel::usedMember(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    return entry && isUsed(*entry) ? entry->agent : AgentId();
}

QModelIndex PaletteModel::firstAddable() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (memberOf(index(row)))
            return index(row);
    }
    return {};
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const Entry *entry = entryAt(index);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return entry->title;
    case SubtitleRole:
        return entry->subtitle;
    case Qt::AccessibleDescriptionRole:
        return isUsed(*entry) ? tr("Is in the team") : entry->subtitle;
    case Qt::ToolTipRole: {
        const AgentInfo *agent = m_catalog->find(entry->agent);
        return agent && !agent->description.isEmpty() ? agent->description : entry->subtitle;
    }
    case KindRole:
        return static_cast<int>(entry->kind);
    case UsedRole:
        return isUsed(*entry);
    case SeriesRole:
        return entry->series;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    if (!entry || entry->kind == EntryKind::Section)
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isUsed(*entry) ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList PaletteModel::mimeTypes() const
{
    return { QString::fromLatin1(MembersMimeType) };
}

QMimeData *PaletteModel::mimeData(const QModelIndexList &indexes) const
{
    WorkflowDefinition workflow;
    QSet<AgentId> ids;
    for (const QModelIndex &index : indexes) {
        if (const std::optional<WorkflowAgent> member = memberOf(index)) {
            ids.insert(member->agentId);
            workflow.agents.push_back(*member);
        }
    }
    if (ids.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(QString::fromLatin1(MembersMimeType), copiedMembers(workflow, ids));
    return data;
}

} // namespace renum::ui
