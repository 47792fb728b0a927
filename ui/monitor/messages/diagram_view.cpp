// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/messages/diagram_view.h"

#include "ui/monitor/messages/diagram_delegate.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace renum::ui {

/// The names over the lanes; they stay while rows scroll.
class DiagramView::Header : public QWidget {
public:
    explicit Header(DiagramView *view)
        : QWidget(view)
        , m_view(view)
    {
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_view->m_theme->font(TextStyle::Label));
        return { 0, metrics.height() + 2 * Theme::Space1 };
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const Theme &theme = *m_view->m_theme;
        painter.fillRect(rect(), theme.color(ColorToken::Panel));
        painter.setFont(theme.font(TextStyle::Label));
        painter.setPen(theme.color(ColorToken::TextDim));
        const QList<FlowLane> &lanes = m_view->m_model->flow().lanes();
        const int wide = m_view->m_lanes.laneWidth();
        const int scrolled = m_view->horizontalScrollBar()->value();
        for (int lane = 0; lane < lanes.size(); ++lane) {
            const QRect place(m_view->m_lanes.x(lane) - wide / 2 - scrolled, 0, wide, height());
            if (!place.intersects(rect()))
                continue;
            const QRect inside = place.adjusted(Theme::Space1, 0, -Theme::Space1, 0);
            painter.drawText(inside, Qt::AlignCenter,
                painter.fontMetrics().elidedText(
                    lanes.at(lane).name, Qt::ElideRight, inside.width()));
        }
        painter.setPen(theme.color(ColorToken::Line));
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }

private:
    DiagramView *m_view;
};

DiagramView::DiagramView(MessageModel *model, Theme *theme, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_header(new Header(this))
{
    setObjectName(QStringLiteral("messageDiagram"));
    setModel(model);
    setItemDelegate(new DiagramDelegate(model, &m_lanes, theme, this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    connect(
        horizontalScrollBar(), &QScrollBar::valueChanged, m_header, qOverload<>(&QWidget::update));
    connect(theme, &Theme::changed, this, &DiagramView::layOut);
    retranslate();
}

void DiagramView::retranslate()
{
    setAccessibleName(tr("Messages as a diagram"));
}

void DiagramView::layOut()
{
    m_lanes = DiagramLanes(
        *m_theme, static_cast<int>(m_model->flow().lanes().size()), viewport()->width());
    m_header->update();
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    layOut();
}

void DiagramView::updateGeometries()
{
    const int high = m_header->sizeHint().height();
    setViewportMargins(0, high, 0, 0);
    const QRect room = viewport()->geometry();
    m_header->setGeometry(room.left(), room.top() - high, room.width(), high);
    QListView::updateGeometries();
}

void DiagramView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListView::changeEvent(event);
}

} // namespace renum::ui
