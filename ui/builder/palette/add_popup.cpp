// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/palette/add_popup.h"

#include "ui/builder/palette/palette_delegate.h"
#include "ui/builder/palette/palette_model.h"
#include "ui/theme/look.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize PopupSize { 9 * Theme::ControlHeight, 11 * Theme::ControlHeight };
} // namespace

AddPopup::AddPopup(Workspace *workspace, AgentCatalog *catalog, TeamDocument *document,
    Theme *theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new PaletteModel(workspace, catalog, document, this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"addPopup"_s);
    setLook(this, Look::Card);
    setAccessibleName(tr("Add to the team"));
    m_search->setObjectName(u"addSearch"_s);
    m_search->setPlaceholderText(tr("Type to search, Enter adds"));
    m_search->setAccessibleName(tr("Search agents and steps"));
    m_search->setToolTip(tr("Up and down choose, Enter adds, Esc closes"));
    m_search->installEventFilter(this);
    m_list->setObjectName(u"addList"_s);
    m_list->setAccessibleName(tr("Agents and steps to add"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space2, Theme::Space2, Theme::Space2, Theme::Space2);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &PaletteModel::setSearch);
    connect(m_model, &PaletteModel::modelReset, this, &AddPopup::selectFirst);
    connect(m_list, &QListView::clicked, this, &AddPopup::choose);
    selectFirst();
}

void AddPopup::openAt(const QPoint &globalPosition)
{
    QRect place(globalPosition, PopupSize);
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

void AddPopup::selectFirst()
{
    m_list->setCurrentIndex(m_model->firstAddable());
}

void AddPopup::choose(const QModelIndex &index)
{
    const std::optional<WorkflowAgent> member = m_model->memberOf(index);
    if (!member)
        return;
    emit chosen(*member);
    close();
}

void AddPopup::moveCurrent(int step)
{
    int row = m_list->currentIndex().row() + step;
    while (row >= 0 && row < m_model->rowCount() && !m_model->memberOf(m_model->index(row)))
        row += step;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

bool AddPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace renum::ui
