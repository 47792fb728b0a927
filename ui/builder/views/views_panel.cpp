// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/views_panel.h"

#include "ui/builder/document/problem_list.h"
#include "ui/builder/views/json_view.h"
#include "ui/builder/views/members_table.h"
#include "ui/builder/views/outline_view.h"
#include "ui/builder/views/plan_view.h"
#include "ui/builder/views/problems_view.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

ViewsPanel::ViewsPanel(TeamDocument *document, MemberSelection *selection, Workspace *workspace,
    Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_problems(ProblemList::of(document))
    , m_tabs(new QTabBar(this))
    , m_fold(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
{
    setLook(this, Look::Panel);
    m_tabs->setObjectName(u"viewTabs"_s);
    for (int view = 0; view < ViewCount; ++view)
        m_tabs->addTab({});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    makeCommands();
    connect(m_tabs, &QTabBar::currentChanged, this, &ViewsPanel::onTab);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0)
            showView(View(tab));
    });
    connect(m_problems, &ProblemList::changed, this, &ViewsPanel::showCount);
    retranslate();
    onTab(ProblemsTab);
}

QWidget *ViewsPanel::makeHead()
{
    auto *head = new QWidget(this);
    setLook(head, Look::Header);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_fold->setObjectName(u"foldViews"_s);
    setLook(m_fold, Look::QuietButton);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Theme::Space2, 0, Theme::Space2, 0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_fold);
    return head;
}

void ViewsPanel::makeCommands()
{
    static constexpr std::array<const char *, ViewCount> names { "showProblems", "showPlan",
        "showOutline", "showMembers", "showJson" };
    for (int view = 0; view < ViewCount; ++view) {
        auto *command = new QAction(this);
        command->setObjectName(QString::fromLatin1(names[std::size_t(view)]));
        command->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + view)));
        connect(command, &QAction::triggered, this, [this, view] {
            showView(View(view));
            m_stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        });
        m_commands.append(command);
    }
    auto *fold = new QAction(this);
    fold->setObjectName(u"foldViewsCommand"_s);
    fold->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    connect(fold, &QAction::triggered, this, [this] { setFolded(!isFolded()); });
    connect(m_fold, &QToolButton::clicked, fold, &QAction::trigger);
    m_commands.append(fold);
}

void ViewsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ViewsPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Views of the team"));
    m_tabs->setTabText(PlanTab, tr("Plan"));
    m_tabs->setTabText(OutlineTab, tr("Outline"));
    m_tabs->setTabText(MembersTab, tr("Members"));
    m_tabs->setTabText(JsonTab, tr("JSON"));
    const QStringList texts { tr("Show the problems"), tr("Show the plan"), tr("Show the outline"),
        tr("Show the members"), tr("Show the JSON") };
    for (int view = 0; view < ViewCount; ++view) {
        m_commands[view]->setText(texts[view]);
        m_tabs->setTabToolTip(view,
            //: what a tab does, and its keys
            tr("%1 (%2)").arg(
                texts[view], m_commands[view]->shortcut().toString(QKeySequence::NativeText)));
    }
    setFolded(isFolded());
    showCount();
}

void ViewsPanel::showCount()
{
    const auto count = int(m_problems->problems().size());
    //: the tab that lists problems, and how many there are
    m_tabs->setTabText(ProblemsTab, count > 0 ? tr("Problems %L1").arg(count) : tr("Problems"));
    const ColorToken color = m_problems->errors() > 0 ? ColorToken::Err : ColorToken::Warn;
    m_tabs->setTabIcon(ProblemsTab, count > 0 ? m_theme->icon(u"alert"_s, color) : QIcon());
}

void ViewsPanel::showView(View view)
{
    setFolded(false);
    if (m_tabs->currentIndex() == view)
        onTab(view);
    else
        m_tabs->setCurrentIndex(view);
}

ViewsPanel::View ViewsPanel::currentView() const
{
    return View(m_tabs->currentIndex());
}

bool ViewsPanel::isFolded() const
{
    return m_stack->isHidden();
}

void ViewsPanel::setFolded(bool folded)
{
    const bool isOther = folded != isFolded();
    m_stack->setHidden(folded);
    m_fold->setIcon(m_theme->icon(folded ? u"plus"_s : u"chevron-down"_s, ColorToken::TextDim));
    const QString text = folded ? tr("Unfold the views") : tr("Fold the views");
    m_fold->setAccessibleName(text);
    m_commands.last()->setText(text);
    m_fold->setToolTip(
        tr("%1 (%2)").arg(text, m_commands.last()->shortcut().toString(QKeySequence::NativeText)));
    if (isOther)
        emit foldedChanged(folded);
}

bool ViewsPanel::hasUnreadText() const
{
    const auto *json = qobject_cast<const JsonView *>(m_views[JsonTab]);
    return json && json->hasUnreadText();
}

void ViewsPanel::onTab(int tab)
{
    m_stack->setCurrentWidget(viewOf(View(tab)));
}

QWidget *ViewsPanel::viewOf(View view)
{
    QWidget *&known = m_views[std::size_t(view)];
    if (!known) {
        known = makeView(view);
        m_stack->addWidget(known);
    }
    return known;
}

QWidget *ViewsPanel::makeView(View view)
{
    switch (view) {
    case PlanTab: {
        auto *plan = new PlanView(m_document, m_selection, m_workspace, m_theme, m_stack);
        connect(plan, &PlanView::problemsRequested, this, [this] { showView(ProblemsTab); });
        return plan;
    }
    case OutlineTab: {
        auto *outline = new OutlineView(m_document, m_selection, m_theme, m_stack);
        connect(outline, &OutlineView::fieldRequested, this, &ViewsPanel::fieldRequested);
        return outline;
    }
    case MembersTab: {
        auto *members = new MembersTable(m_document, m_selection, m_theme, m_stack);
        connect(members, &MembersTable::fieldRequested, this, &ViewsPanel::fieldRequested);
        return members;
    }
    case JsonTab:
        return new JsonView(m_document, m_selection, m_theme, m_stack);
    default: {
        auto *problems = new ProblemsView(m_document, m_selection, m_theme, m_stack);
        connect(problems, &ProblemsView::fieldRequested, this, &ViewsPanel::fieldRequested);
        connect(problems, &ProblemsView::replaceRequested, this, &ViewsPanel::replaceRequested);
        return problems;
    }
    }
}

} // namespace renum::ui
