// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/members_table.h"

#include "core/model/team.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/builder/views/member_actions.h"
#include "ui/builder/views/members_delegate.h"
#include "ui/builder/views/members_model.h"
#include "ui/builder/views/selection_binding.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// In characters of the font in use.
constexpr int ColumnCharacters[] = { 8, 24, 18, 16, 20, 44, 44, 14, 10 };

/// The field of a member that a column tells; empty where the column is edited itself.
QString fieldOf(int column)
{
    switch (column) {
    case MembersModel::InputColumn:
        return u"/input"_s;
    case MembersModel::ConditionsColumn:
        return u"/conditions"_s;
    case MembersModel::TimeoutColumn:
        return u"/timeout"_s;
    case MembersModel::AgentColumn:
        return u"/agent_id"_s;
    default:
        return {};
    }
}

} // namespace

MembersTable::MembersTable(
    TeamDocument *document, MemberSelection *selection, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new MembersModel(document, this))
    , m_table(new QTableView(this))
{
    setLook(this, Look::Panel);
    makeTable(theme);
    m_actions = new MemberActions(m_table, MembersModel::NameColumn, document, selection);
    new SelectionBinding(m_table, selection);
    auto *live = new LiveRefresh(this, [this] { m_model->refresh(); });
    connect(document, &TeamDocument::changed, live, &LiveRefresh::request);
    connect(theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_table, &QTableView::doubleClicked, this, &MembersTable::requestField);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    retranslate();
}

void MembersTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MembersTable::makeTable(const Theme *theme)
{
    m_table->setObjectName(u"membersTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MembersDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed);
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::ControlHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int character = m_table->fontMetrics().averageCharWidth();
    for (int column = 0; column < MembersModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, character * ColumnCharacters[column]);
}

void MembersTable::retranslate()
{
    m_table->setAccessibleName(tr("Members of the team"));
    m_model->retranslate();
    m_actions->retranslate();
}

void MembersTable::requestField(const QModelIndex &index)
{
    const QString field = fieldOf(index.column());
    const auto member = index.data(KeyedTreeModel::MemberRole).value<AgentId>();
    const std::vector<WorkflowAgent> &agents = m_document->workflow().agents;
    const auto found = std::ranges::find(agents, member, &WorkflowAgent::agentId);
    if (field.isEmpty() || found == agents.end())
        return;
    emit fieldRequested(
        member, u"/workflow_definition/agents/%1"_s.arg(found - agents.begin()) + field);
}

} // namespace renum::ui
