// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/problems_view.h"

#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/builder/views/problems_delegate.h"
#include "ui/builder/views/problems_model.h"
#include "ui/builder/views/quick_fix_text.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
/// In characters of the font in use; the sentence gets the rest.
constexpr int KindCharacters = 16;
constexpr int MemberCharacters = 24;
constexpr int CodeCharacters = 16;
constexpr int FixCharacters = 44;
} // namespace

ProblemsView::ProblemsView(
    TeamDocument *document, MemberSelection *selection, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_problems(ProblemList::of(document))
    , m_model(new ProblemsModel(document, m_problems, this))
    , m_tree(new QTreeView(this))
    , m_none(new QLabel(this))
{
    setLook(this, Look::Panel);
    makeTree(theme);
    makeActions();
    m_none->setObjectName(u"noProblems"_s);
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_none->setMargin(Theme::Space4);
    setTextLook(m_none, TextStyle::Body, ColorToken::TextDim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tree);
    layout->addWidget(m_none, 1);
    setFocusProxy(m_tree);
    // Fixes and names follow from the draft, also where the problems stay the same.
    auto *live = new LiveRefresh(this, [this] { showProblems(); });
    connect(document, &TeamDocument::changed, live, &LiveRefresh::request);
    connect(m_problems, &ProblemList::changed, live, &LiveRefresh::request);
    connect(m_problems, &ProblemList::changed, this,
        [this] { emit countsChanged(m_problems->errors(), m_problems->warnings()); });
    connect(theme, &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void ProblemsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProblemsView::makeTree(const Theme *theme)
{
    m_tree->setObjectName(u"problemsTree"_s);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ProblemsDelegate(theme, m_tree));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setMouseTracking(true);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemsModel::SentenceColumn, QHeaderView::Stretch);
    const int character = m_tree->fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(ProblemsModel::SeverityColumn, character * KindCharacters);
    m_tree->setColumnWidth(ProblemsModel::MemberColumn, character * MemberCharacters);
    m_tree->setColumnWidth(ProblemsModel::CodeColumn, character * CodeCharacters);
    m_tree->setColumnWidth(ProblemsModel::FixColumn, character * FixCharacters);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ProblemsModel::FixColumn && !m_model->fixesOf(index).empty())
            offerFixes(index, QCursor::pos());
        else
            showPlace(index);
    });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProblemsView::showMenu);
}

void ProblemsView::makeActions()
{
    m_show = new QAction(m_tree);
    m_show->setObjectName(u"showProblem"_s);
    m_show->setShortcuts({ QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) });
    m_fix = new QAction(m_tree);
    m_fix->setObjectName(u"fixProblem"_s);
    m_fix->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    for (QAction *action : { m_show, m_fix }) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(m_show, &QAction::triggered, this, [this] { showPlace(m_tree->currentIndex()); });
    connect(m_fix, &QAction::triggered, this, &ProblemsView::fixCurrent);
}

void ProblemsView::retranslate()
{
    m_tree->setAccessibleName(tr("Problems of the team"));
    m_none->setText(tr("No problems: this team can run."));
    m_show->setText(tr("Show where it is"));
    m_fix->setText(tr("Fix…"));
    m_model->retranslate();
    showProblems();
}

void ProblemsView::showProblems()
{
    m_model->refresh();
    const bool isEmpty = m_problems->problems().isEmpty();
    m_tree->setVisible(!isEmpty);
    m_none->setVisible(isEmpty);
}

void ProblemsView::showPlace(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto member = index.data(KeyedTreeModel::MemberRole).value<AgentId>();
    const QString path = index.data(ProblemsModel::PathRole).toString();
    if (!member.isEmpty())
        m_selection->select(member);
    emit fieldRequested(member, path);
}

void ProblemsView::fixCurrent()
{
    const QModelIndex current = m_tree->currentIndex().siblingAtColumn(ProblemsModel::FixColumn);
    if (current.isValid())
        offerFixes(
            current, m_tree->viewport()->mapToGlobal(m_tree->visualRect(current).bottomLeft()));
}

void ProblemsView::offerFixes(const QModelIndex &index, const QPoint &globalPosition)
{
    const std::vector<QuickFix> fixes = m_model->fixesOf(index);
    if (fixes.size() == 1) {
        apply(fixes.front());
        return;
    }
    if (fixes.empty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"quickFixes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QuickFix &fix : fixes) {
        menu->addAction(
            quickFixText(fix, m_document->workflow()), this, [this, fix] { apply(fix); });
    }
    menu->popup(globalPosition);
}

void ProblemsView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"problemMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_show);
    for (const QuickFix &fix : m_model->fixesOf(index)) {
        menu->addAction(
            quickFixText(fix, m_document->workflow()), this, [this, fix] { apply(fix); });
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void ProblemsView::apply(const QuickFix &fix)
{
    if (fix.kind == QuickFix::Kind::ReplaceAgents) {
        emit replaceRequested();
        return;
    }
    // What the button says is the name of the step.
    m_document->edit(
        quickFixText(fix, m_document->workflow()), withQuickFix(m_document->draft(), fix));
}

} // namespace renum::ui
