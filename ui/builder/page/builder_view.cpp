// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/builder_view.h"

#include "ui/builder/canvas/builder_habits.h"
#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/kept_members.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/inspector.h"
#include "ui/builder/page/canvas_overlay.h"
#include "ui/builder/page/missing_agents.h"
#include "ui/builder/palette/add_popup.h"
#include "ui/builder/palette/palette_panel.h"
#include "ui/builder/versions/versions_view.h"
#include "ui/builder/views/views_panel.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int PaletteWidth = 7 * Theme::ControlHeight;
constexpr int InspectorWidth = 10 * Theme::ControlHeight;
constexpr int ViewsHeight = 7 * Theme::ControlHeight;
constexpr int CanvasSize = 20 * Theme::ControlHeight;
} // namespace

BuilderView::BuilderView(
    const BuilderParts &parts, AgentCatalog *catalog, TeamDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_catalog(catalog)
    , m_document(document)
    , m_selection(new MemberSelection(document, this))
    , m_missing(new MissingAgents(catalog, document))
    , m_palette(
          new PalettePanel({ parts.workspace, catalog, document, m_selection, parts.theme }, this))
    , m_canvas(new TeamCanvas(document, m_selection, parts.theme, this))
    , m_inspector(new Inspector(document, m_selection, catalog, parts.workspace, parts.theme, this))
    , m_views(new ViewsPanel(document, m_selection, parts.workspace, parts.theme, this))
{
    m_canvas->setObjectName(u"teamCanvas"_s);
    m_canvas->setAgents(catalog);
    if (parts.notes)
        KeptMembers::of(document)->keepIn(parts.notes);
    if (parts.habits)
        parts.habits->follow(m_canvas);
    new CanvasOverlay(document, m_canvas);
    arrange();
    connectParts();
    addActions(m_views->commands());
    // Last, so that it goes after all those that look at it.
    document->setParent(this);
}

void BuilderView::arrange()
{
    // What lies beside the palette: the canvas over the other views, and the inspector.
    m_middle = new QSplitter(Qt::Vertical, this);
    m_middle->addWidget(m_canvas);
    m_middle->addWidget(m_views);
    m_middle->setStretchFactor(0, 1);
    m_middle->setCollapsible(0, false);
    m_middle->setCollapsible(1, false);
    m_center = new QStackedWidget(this);
    m_center->addWidget(m_middle);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_columns->addWidget(m_palette);
    m_columns->addWidget(m_center);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(1, 1);
    m_columns->setCollapsible(1, false);
    for (QSplitter *splitter : { m_middle, m_columns })
        splitter->setHandleWidth(Theme::Hairline);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

void BuilderView::divide()
{
    const int canvasWidth = std::max(CanvasSize, width() - PaletteWidth - InspectorWidth);
    m_columns->setSizes({ PaletteWidth, canvasWidth, InspectorWidth });
    m_middle->setSizes({ std::max(CanvasSize, height() - ViewsHeight), ViewsHeight });
    m_isDivided = true;
}

void BuilderView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_canvas->hasFocus())
        focusCanvas();
    else
        QWidget::keyPressEvent(event);
}

void BuilderView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Before that there is nothing to divide: a splitter would share its first pixels evenly.
    if (!m_isDivided && width() > PaletteWidth + InspectorWidth)
        divide();
}

void BuilderView::connectParts()
{
    connect(m_palette, &PalettePanel::addRequested, this, &BuilderView::add);
    connect(m_canvas, &TeamCanvas::addRequested, this, &BuilderView::openAddList);
    const QList<QAction *> views = m_views->commands();
    for (QAction *command : views)
        connect(
            command, &QAction::triggered, this, [this] { m_center->setCurrentWidget(m_middle); });
    connect(m_canvas, &TeamCanvas::partRequested, this, &BuilderView::partRequested);
    connect(m_canvas, &TeamCanvas::keepRequested, this, &BuilderView::keepRequested);
    connect(m_views, &ViewsPanel::replaceRequested, m_missing,
        [this] { m_missing->askAndReplace(window()); });
    connect(m_canvas, &TeamCanvas::memberActivated, m_inspector, &Inspector::focusFirstField);
    connect(
        m_views, &ViewsPanel::fieldRequested, this, [this](const AgentId &member, const QString &) {
            if (member.isEmpty())
                m_selection->clear();
            else
                m_selection->select(member);
            m_inspector->focusFirstField();
        });
}

QList<QAction *> BuilderView::commands() const
{
    return m_canvas->commands() + m_views->commands();
}

void BuilderView::focusSearch()
{
    m_palette->focusSearch();
}

void BuilderView::focusCanvas()
{
    const bool showsVersions = m_versions && m_center->currentWidget() == m_versions;
    (showsVersions ? static_cast<QWidget *>(m_versions) : m_canvas)->setFocus(Qt::OtherFocusReason);
}

void BuilderView::showVersions()
{
    if (!m_versions) {
        m_versions
            = new VersionsView(m_document, m_selection, m_parts.workspace, m_parts.theme, m_center);
        m_center->addWidget(m_versions);
        connect(m_versions, &VersionsView::closeRequested, this, &BuilderView::showCanvas);
        connect(m_versions, &VersionsView::failed, this, &BuilderView::failed);
        connect(m_versions, &VersionsView::restored, this, [this](int version) {
            showCanvas();
            emit versionRestored(version);
        });
    }
    m_center->setCurrentWidget(m_versions);
    focusCanvas();
}

void BuilderView::showCanvas()
{
    m_center->setCurrentWidget(m_middle);
    focusCanvas();
}

void BuilderView::showProblems()
{
    showCanvas();
    m_views->showView(ViewsPanel::ProblemsTab);
}

void BuilderView::showPlan()
{
    showCanvas();
    m_views->showView(ViewsPanel::PlanTab);
}

bool BuilderView::hasUnreadText() const
{
    return m_views->hasUnreadText();
}

void BuilderView::add(const WorkflowAgent &member)
{
    m_canvas->addMember(member);
}

void BuilderView::openAddList(
    const QPoint &globalPosition, const QPointF &scenePlace, const std::optional<WireEnd> &from)
{
    auto *popup = new AddPopup(m_parts.workspace, m_catalog, m_document, m_parts.theme, m_canvas);
    connect(popup, &AddPopup::chosen, m_canvas,
        [canvas = m_canvas, scenePlace, from](const WorkflowAgent &member) {
            canvas->addMember(member, scenePlace, from);
            canvas->setFocus(Qt::PopupFocusReason);
        });
    popup->open(globalPosition);
}

} // namespace renum::ui
