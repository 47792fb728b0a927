// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_popup.h"

#include "ui/theme/look.h"

#include <QAbstractItemDelegate>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

SearchPopup::SearchPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setLook(this, Look::Card);
    m_search->setObjectName(u"popupSearch"_s);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"popupList"_s);
    m_list->setMouseTracking(true);
    // The field keeps the focus: its keys move through the list.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SearchPopup::narrow);
    connect(m_list, &QListView::clicked, this, &SearchPopup::takeAndClose);
}

void SearchPopup::setContent(QAbstractItemModel *model, QAbstractItemDelegate *delegate)
{
    m_list->setModel(model);
    m_list->setItemDelegate(delegate);
}

void SearchPopup::setWords(const QString &name, const QString &placeholder)
{
    setAccessibleName(name);
    m_list->setAccessibleName(name);
    m_search->setAccessibleName(name);
    m_search->setPlaceholderText(placeholder);
    m_search->setToolTip(tr("Up and down choose, Enter takes it, Esc closes"));
}

void SearchPopup::openAt(const QPoint &globalPosition, const QSize &size)
{
    QRect place(globalPosition, size);
    if (const QScreen *screen = QWidget::screen()) {
        const QRect room = screen->availableGeometry();
        place.moveRight(std::min(place.right(), room.right()));
        place.moveBottom(std::min(place.bottom(), room.bottom()));
        place.moveLeft(std::max(place.left(), room.left()));
        place.moveTop(std::max(place.top(), room.top()));
    }
    setGeometry(place);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void SearchPopup::selectFirst()
{
    m_list->setCurrentIndex({});
    moveCurrent(-1, 1);
}

void SearchPopup::moveCurrent(int from, int step)
{
    const QAbstractItemModel *model = m_list->model();
    int row = from + step;
    while (row >= 0 && row < model->rowCount() && !canTake(model->index(row, 0)))
        row += step;
    if (row >= 0 && row < model->rowCount())
        m_list->setCurrentIndex(model->index(row, 0));
}

void SearchPopup::takeAndClose(const QModelIndex &index)
{
    if (!index.isValid() || !canTake(index))
        return;
    // What follows may want the focus, which is to be where it was.
    close();
    take(index);
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeAndClose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        moveCurrent(m_list->currentIndex().row(), 1);
        return true;
    case Qt::Key_Up:
        moveCurrent(m_list->currentIndex().row(), -1);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace renum::ui
