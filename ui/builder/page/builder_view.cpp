// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/builder_view.h"

#include "ui/builder/canvas/team_canvas.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/inspector.h"
#include "ui/builder/page/canvas_overlay.h"
#include "ui/builder/palette/add_popup.h"
#include "ui/builder/palette/palette_panel.h"
#include "ui/builder/views/views_panel.h"
#include "ui/theme/look.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int PaletteWidth = 7 * Theme::ControlHeight;
constexpr int InspectorWidth = 10 * Theme::ControlHeight;
constexpr int ViewsHeight = 5 * Theme::ControlHeight;
constexpr int CanvasSize = 20 * Theme::ControlHeight;
} // namespace

BuilderView::BuilderView(
    const BuilderParts &parts, AgentCatalog *catalog, TeamDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_catalog(catalog)
    , m_document(document)
    , m_selection(new MemberSelection(document, this))
    , m_palette(
          new PalettePanel({ parts.workspace, catalog, document, m_selection, parts.theme }, this))
    , m_canvas(new TeamCanvas(document, m_selection, parts.theme, this))
    , m_inspector(new Inspector(document, m_selection, catalog, parts.workspace, parts.theme, this))
    , m_views(new ViewsPanel(document, m_selection, parts.workspace, parts.theme, this))
{
    document->setParent(this);
    m_canvas->setObjectName(u"teamCanvas"_s);
    new CanvasOverlay(document, m_canvas);
    arrange();
    connectParts();
}

void BuilderView::arrange()
{
    // What lies beside the palette: the canvas over the other views, and the inspector.
    auto *middle = new QSplitter(Qt::Vertical, this);
    middle->addWidget(m_canvas);
    middle->addWidget(m_views);
    middle->setStretchFactor(0, 1);
    middle->setSizes({ CanvasSize, ViewsHeight });
    middle->setCollapsible(0, false);
    middle->setCollapsible(1, false);
    auto *columns = new QSplitter(Qt::Horizontal, this);
    columns->addWidget(m_palette);
    columns->addWidget(middle);
    columns->addWidget(m_inspector);
    columns->setStretchFactor(1, 1);
    columns->setSizes({ PaletteWidth, CanvasSize, InspectorWidth });
    columns->setCollapsible(1, false);
    for (QSplitter *splitter : { middle, columns })
        splitter->setHandleWidth(Theme::Hairline);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
}

void BuilderView::connectParts()
{
    connect(m_palette, &PalettePanel::addRequested, this, &BuilderView::add);
    connect(m_canvas, &TeamCanvas::addRequested, this, &BuilderView::openAddList);
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
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void BuilderView::showProblems()
{
    m_views->showView(ViewsPanel::ProblemsTab);
}

void BuilderView::showPlan()
{
    m_views->showView(ViewsPanel::PlanTab);
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
