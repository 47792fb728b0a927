// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/zoom_bar.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double Step = 1.2;

} // namespace

ZoomBar::ZoomBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space1);
    QToolButton *out = addButton(u"−"_s, tr("Zoom out (minus)"));
    m_zoom = addButton({}, tr("Original size (0)"));
    QToolButton *in = addButton(u"+"_s, tr("Zoom in (plus)"));
    QToolButton *fit = addButton(tr("Fit"), tr("Show the whole team (F)"));
    connect(out, &QToolButton::clicked, this, [this] { emit zoomRequested(1 / Step); });
    connect(m_zoom, &QToolButton::clicked, this, &ZoomBar::resetRequested);
    connect(in, &QToolButton::clicked, this, [this] { emit zoomRequested(Step); });
    connect(fit, &QToolButton::clicked, this, &ZoomBar::fitRequested);
    setZoom(1);
}

QToolButton *ZoomBar::addButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    // The canvas has keys for all of this; the bar is not four more tab stops.
    button->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(button);
    return button;
}

void ZoomBar::addCommand(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::NoFocus);
    layout()->addWidget(button);
    adjustSize();
}

void ZoomBar::setZoom(double zoom)
{
    //: zoom of the canvas in percent
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(qRound(zoom * 100))));
    adjustSize();
}

} // namespace renum::ui
