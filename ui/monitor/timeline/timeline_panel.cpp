// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_panel.h"

#include "ui/monitor/timeline/timeline_text.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 1.5;

} // namespace

TimelinePanel::TimelinePanel(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_view(new TimelineView(theme, this))
    , m_summary(new QLabel(this))
    , m_fold(addTool(u"foldIdle"_s))
    , m_path(addTool(u"criticalPath"_s))
    , m_out(addTool(u"timelineZoomOut"_s))
    , m_all(addTool(u"timelineZoomAll"_s))
    , m_in(addTool(u"timelineZoomIn"_s))
{
    setFocusProxy(m_view);
    m_summary->setObjectName(u"timelineSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextLook(m_summary, TextStyle::Small, ColorToken::TextDim);
    m_summary->setMinimumWidth(0);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QToolButton *toggle : { m_fold, m_path }) {
        toggle->setCheckable(true);
        toggle->setChecked(true);
    }
    m_in->setIcon(theme->icon(u"plus"_s));
    m_out->setIcon(theme->icon(u"minus"_s));
    m_all->setIcon(theme->icon(u"fit"_s));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
    tools->setSpacing(Theme::Space1);
    tools->addWidget(m_summary, 1);
    for (QToolButton *tool : { m_fold, m_path, m_out, m_all, m_in })
        tools->addWidget(tool);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addLayout(tools);
    column->addWidget(m_view, 1);

    connect(m_fold, &QToolButton::toggled, m_view, &TimelineView::setIdleFolded);
    connect(m_path, &QToolButton::toggled, this, [this](bool shown) {
        m_view->setPathShown(shown);
        updateSummary();
    });
    connect(
        m_in, &QToolButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() * ZoomStep); });
    connect(
        m_out, &QToolButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() / ZoomStep); });
    connect(m_all, &QToolButton::clicked, this, [this] { m_view->setZoom(1); });
    connect(m_view, &TimelineView::idleFoldedChanged, this,
        [this] { m_fold->setChecked(m_view->isIdleFolded()); });
    connect(m_view, &TimelineView::zoomChanged, this,
        [this] { m_out->setEnabled(m_view->zoom() > 1); });
    connect(m_view, &TimelineView::rangeChanged, this, &TimelinePanel::updateSummary);
    connect(m_view, &TimelineView::agentChosen, this, &TimelinePanel::agentChosen);
    connect(m_view, &TimelineView::momentChosen, this, &TimelinePanel::momentChosen);
    m_out->setEnabled(false);
    retranslate();
}

QToolButton *TimelinePanel::addTool(const QString &name)
{
    auto *tool = new QToolButton(this);
    tool->setObjectName(name);
    tool->setAutoRaise(true);
    return tool;
}

void TimelinePanel::showLanes(const TimelineLanes *lanes, bool running)
{
    m_view->setSource(lanes);
    m_view->refresh(running);
    updateSummary();
}

void TimelinePanel::clear()
{
    m_view->clear();
    updateSummary();
}

void TimelinePanel::retranslate()
{
    const auto name = [](QToolButton *tool, const QString &text, const QString &toolTip) {
        tool->setText(text);
        tool->setToolTip(toolTip);
        tool->setAccessibleName(toolTip);
    };
    name(m_fold, tr("Fold idle time"), tr("Draw times in which nobody works as a narrow gap (F)"));
    name(m_path, tr("Critical path"),
        tr("Underline the steps that decide when the run ends: only what makes these quicker makes "
           "the run quicker"));
    name(m_in, {}, tr("Zoom in (plus, or Ctrl and the wheel)"));
    name(m_out, {}, tr("Zoom out (minus, or Ctrl and the wheel)"));
    name(m_all, {}, tr("Show all of the run (0)"));
    updateSummary();
}

void TimelinePanel::updateSummary()
{
    const TimelineLanes &lanes = m_view->lanes();
    QString text;
    QString toolTip;
    if (m_view->range()) {
        //: what lies in a selected range of time
        text = tr("Selected: %1")
                   .arg(summaryText(summaryOf(lanes, *m_view->range(), m_view->chart().now())));
        toolTip = tr("Tokens and money are those of the attempts that ended in the range.");
    } else if (!m_view->path().order.isEmpty()) {
        //: names of agents
        text = tr("Critical path: %1").arg(pathText(lanes, m_view->path()));
    }
    m_summary->setText(text);
    m_summary->setToolTip(Qt::convertFromPlainText(toolTip.isEmpty() ? text : toolTip));
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
