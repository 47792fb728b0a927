// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/outline_view.h"

#include "ui/builder/document/team_document.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/builder/views/member_actions.h"
#include "ui/builder/views/outline_model.h"
#include "ui/builder/views/row_delegate.h"
#include "ui/builder/views/selection_binding.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int NameCharacters = 36;
} // namespace

OutlineView::OutlineView(
    TeamDocument *document, MemberSelection *selection, Theme * /*theme*/, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new OutlineModel(document, this))
    , m_tree(new QTreeView(this))
{
    setLook(this, Look::Panel);
    makeTree();
    m_actions = new MemberActions(m_tree, OutlineModel::NameColumn, document, selection);
    new SelectionBinding(m_tree, selection);
    auto *live = new LiveRefresh(this, [this] { m_model->refresh(); });
    connect(document, &TeamDocument::changed, live, &LiveRefresh::request);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &OutlineView::expandBranches);
    connect(m_tree, &QTreeView::activated, this, &OutlineView::requestField);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
    setFocusProxy(m_tree);
    retranslate();
}

void OutlineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OutlineView::makeTree()
{
    m_tree->setObjectName(u"outlineTree"_s);
    m_tree->setModel(m_model);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(
        OutlineModel::NameColumn, m_tree->fontMetrics().averageCharWidth() * NameCharacters);
    expandBranches();
}

void OutlineView::retranslate()
{
    m_tree->setAccessibleName(tr("Outline of the team"));
    m_model->retranslate();
    m_actions->retranslate();
}

/// Down to the members; their details are opened by the person.
void OutlineView::expandBranches()
{
    const QModelIndex root = m_model->index(0, 0);
    m_tree->expand(root);
    for (int i = 0; i < m_model->rowCount(root); ++i) {
        const QModelIndex branch = m_model->index(i, 0, root);
        if (branch.data(KeyedTreeModel::MemberRole).value<AgentId>().isEmpty())
            m_tree->expand(branch);
    }
}

void OutlineView::requestField(const QModelIndex &index)
{
    const auto member = index.data(KeyedTreeModel::MemberRole).value<AgentId>();
    const std::vector<WorkflowAgent> &agents = m_document->workflow().agents;
    const auto found = std::ranges::find(agents, member, &WorkflowAgent::agentId);
    if (member.isEmpty() || found == agents.end())
        return;
    const bool isDetail = !index.siblingAtColumn(0).data(OutlineModel::TypedNameRole).isValid();
    const QString field = isDetail ? index.data(KeyedTreeModel::KeyRole).toString() : QString();
    emit fieldRequested(
        member, u"/workflow_definition/agents/%1"_s.arg(found - agents.begin()) + field);
}

} // namespace renum::ui
