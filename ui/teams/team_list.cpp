// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_list.h"

#include "ui/shell/state_panel.h"
#include "ui/teams/team_delegate.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QItemSelectionModel>

namespace renum::ui {

using namespace Qt::StringLiterals;

TeamList::TeamList(Workspace *workspace, Theme *theme, QWidget *parent)
    : QStackedWidget(parent)
    , m_model(new TeamListModel(workspace, this))
    , m_view(new QListView(this))
    , m_state(new StatePanel(theme, this))
{
    m_view->setObjectName(u"teamList"_s);
    m_view->setAccessibleName(tr("Teams"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TeamDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    setLook(m_view, Look::Page);
    addWidget(m_view);
    addWidget(m_state);
    // The platform decides whether one click or two activate an item; here one opens, as on a card.
    connect(m_view, &QListView::clicked, this, &TeamList::open);
    connect(m_view, &QListView::activated, this, &TeamList::open);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &TeamList::currentChanged);
    connect(m_model, &TeamListModel::stateChanged, this, &TeamList::showState);
    connect(m_state, &StatePanel::actionTriggered, this, &TeamList::act);
    showState();
}

const Team *TeamList::current() const
{
    return m_model->team(m_view->currentIndex());
}

void TeamList::select(const TeamId &id)
{
    m_selectWhenThere = id;
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return;
    m_selectWhenThere = {};
    m_view->setCurrentIndex(index);
}

void TeamList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QStackedWidget::changeEvent(event);
}

void TeamList::showState()
{
    if (m_model->rowCount() > 0) {
        setCurrentWidget(m_view);
        if (!m_selectWhenThere.isEmpty())
            select(m_selectWhenThere);
        return;
    }
    setCurrentWidget(m_state);
    switch (m_model->state()) {
    case TeamListModel::State::Loading:
        m_state->showLoading(tr("Reading the teams…"));
        return;
    case TeamListModel::State::Failed:
        m_state->showError(tr("The teams could not be read"), m_model->error());
        return;
    case TeamListModel::State::Ready:
        break;
    }
    if (m_model->search().isEmpty())
        m_state->showMessage(u"teams"_s, tr("No team yet"),
            tr("A team is a group of agents that work on one task together. Begin with a template: "
               "it is ready to run."),
            tr("Create the first team"));
    else
        m_state->showMessage(u"search"_s, tr("No team matches “%1”").arg(m_model->search()),
            tr("The search looks at names and descriptions."));
}

void TeamList::act()
{
    if (m_model->state() == TeamListModel::State::Failed)
        m_model->reload();
    else
        emit firstTeamRequested();
}

void TeamList::open(const QModelIndex &index)
{
    if (const Team *team = m_model->team(index))
        emit opened(team->id);
}

} // namespace renum::ui
