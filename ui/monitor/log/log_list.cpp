// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/log_list.h"

#include "ui/monitor/log/log_model.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace renum::ui {

LogList::LogList(LogModel *model, const Theme *theme, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setModel(model);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    readRowHeight();
    connect(theme, &Theme::changed, this, [this] {
        readRowHeight();
        doItemsLayout();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogList::noteScroll);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { doItemsLayout(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { doItemsLayout(); });
}

void LogList::readRowHeight()
{
    const QFontMetrics metrics(m_theme->font(TextStyle::Label));
    m_rowHeight = std::max(metrics.height() + 2 * Theme::Space1 + 1, Theme::TargetSize);
}

int LogList::rows() const
{
    return m_model->rowCount();
}

int LogList::rowAt(int y) const
{
    const int row = (y + verticalOffset()) / m_rowHeight;
    return row >= 0 && row < rows() ? row : -1;
}

int LogList::rowsAPage() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

int LogList::firstSeen() const
{
    return rows() == 0 ? -1 : std::clamp(verticalOffset() / m_rowHeight, 0, rows() - 1);
}

int LogList::lastSeen() const
{
    const int last = (verticalOffset() + viewport()->height() - 1) / m_rowHeight;
    return rows() == 0 ? -1 : std::clamp(last, 0, rows() - 1);
}

// --- following -----------------------------------------------------------------------------------

void LogList::setFollowing(bool following)
{
    if (following != m_isFollowing) {
        m_isFollowing = following;
        emit followingChanged(following);
    }
    if (following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogList::noteScroll(int value)
{
    if (!m_isArranging)
        setFollowing(value >= verticalScrollBar()->maximum());
    viewport()->update();
}

void LogList::showRow(int row)
{
    if (row < 0 || row >= rows())
        return;
    setFollowing(false);
    setCurrentIndex(m_model->index(row));
    scrollTo(m_model->index(row), PositionAtCenter);
}

// --- where rows are
// -------------------------------------------------------------------------------

int LogList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect LogList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return { 0, index.row() * m_rowHeight - verticalOffset(), viewport()->width(), m_rowHeight };
}

QModelIndex LogList::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    return row < 0 ? QModelIndex() : m_model->index(row);
}

void LogList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = visualRect(index);
    const int height = viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtCenter)
        value += rect.center().y() - height / 2;
    else if (hint == PositionAtTop || rect.top() < 0)
        value += rect.top();
    else if (hint == PositionAtBottom || rect.bottom() >= height)
        value += rect.bottom() + 1 - height;
    verticalScrollBar()->setValue(value);
}

void LogList::updateScrollBar()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    QScrollBar *bar = verticalScrollBar();
    bar->setSingleStep(m_rowHeight);
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(rows() * m_rowHeight - viewport()->height(), 0));
    if (m_isFollowing)
        bar->setValue(bar->maximum());
}

void LogList::doItemsLayout()
{
    updateScrollBar();
    viewport()->update();
}

void LogList::updateGeometries()
{
    updateScrollBar();
}

void LogList::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    updateScrollBar();
}

void LogList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateScrollBar();
    if (start <= lastSeen())
        viewport()->update();
}

void LogList::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        readRowHeight();
        updateScrollBar();
    }
}

// --- what is chosen ------------------------------------------------------------------------------

// Who scrolled away goes on from what is seen, not from where the cursor was left.
int LogList::cursorRow(CursorAction action) const
{
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    if (row >= firstSeen() && row <= lastSeen())
        return row;
    switch (action) {
    case MovePageUp:
        return firstSeen();
    case MovePageDown:
        return lastSeen();
    case MoveUp:
    case MovePrevious:
        return lastSeen() + 1;
    default:
        return firstSeen() - 1;
    }
}

QModelIndex LogList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    int row = cursorRow(action);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row -= 1;
        break;
    case MoveDown:
    case MoveNext:
        row += 1;
        break;
    case MovePageUp:
        row -= rowsAPage();
        break;
    case MovePageDown:
        row += rowsAPage();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows() - 1;
        break;
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    }
    return m_model->index(std::clamp(row, 0, rows() - 1));
}

void LogList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const int first = std::max((rect.top() + verticalOffset()) / m_rowHeight, 0);
    const int last = std::min((rect.bottom() + verticalOffset()) / m_rowHeight, rows() - 1);
    QItemSelection selection;
    if (first <= last)
        selection.select(m_model->index(first), m_model->index(last));
    selectionModel()->select(selection, flags);
}

QRegion LogList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region
            += visualRect(m_model->index(range.top())) | visualRect(m_model->index(range.bottom()));
    return region & viewport()->rect();
}

void LogList::keyPressEvent(QKeyEvent *event)
{
    const bool toggles = event->key() == Qt::Key_Space
        || (event->key() == Qt::Key_Right && event->modifiers() == Qt::NoModifier);
    if (toggles && currentIndex().isValid()) {
        emit detailsToggled();
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
    if (event->key() == Qt::Key_End)
        setFollowing(true);
}

void LogList::paintEvent(QPaintEvent *event)
{
    const int first = firstSeen();
    if (first < 0)
        return;
    const int last = lastSeen();
    m_model->want(first, last);
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QAbstractItemDelegate *delegate = itemDelegate();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row);
        option.rect = visualRect(index);
        if (!option.rect.intersects(event->rect()))
            continue;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        delegate->paint(&painter, option, index);
    }
}

} // namespace renum::ui
