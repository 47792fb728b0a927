// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/teams_page.h"

#include "ui/teams/team_deleter.h"
#include "ui/teams/team_detail.h"
#include "ui/teams/team_list.h"
#include "ui/teams/team_maker.h"
#include "ui/teams/teams_header.h"
#include "ui/teams/template_gallery.h"
#include "ui/teams/template_keeper.h"
#include "ui/teams/template_shelf_view.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int GalleryHeight = 8 * Theme::ControlHeight + Theme::Space4;
} // namespace

TeamsPage::TeamsPage(Workspace *workspace, Theme *theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_header(new TeamsHeader(theme, this))
    , m_views(new QStackedWidget(this))
    // Born where they stay: what changes its parent is styled a second time.
    , m_listView(new QWidget(m_views))
    , m_gallery(new TemplateGallery(workspace, theme, m_listView))
    , m_keeper(new TemplateKeeper(workspace, this))
    , m_shelf(new TemplateShelfView(workspace, m_keeper, theme, m_listView))
    , m_list(new TeamList(workspace, theme, m_listView))
    , m_maker(new TeamMaker(workspace, this))
    , m_deleter(new TeamDeleter(workspace, this))
{
    setLook(this, Look::Page);
    fillListView();
    m_views->addWidget(m_listView);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_views);
    addActions();
    connectParts();
    retranslate();
    updateHeader();
}

void TeamsPage::fillListView()
{
    m_templatesTitle = new QLabel(m_listView);
    m_teamsTitle = new QLabel(m_listView);
    for (QLabel *title : { m_templatesTitle, m_teamsTitle })
        setTextLook(title, TextStyle::BodyStrong);
    m_gallery->setFixedHeight(GalleryHeight);
    auto *layout = new QVBoxLayout(m_listView);
    layout->setContentsMargins(Theme::Space6, Theme::Space4, Theme::Space6, 0);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_templatesTitle);
    layout->addWidget(m_gallery);
    layout->addWidget(m_shelf);
    layout->addSpacing(Theme::Space2);
    layout->addWidget(m_teamsTitle);
    layout->addWidget(m_list, 1);
}

void TeamsPage::addActions()
{
    m_runAction = new QAction(this);
    m_runAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(m_runAction, &QAction::triggered, this, &TeamsPage::requestRun);
    m_editAction = new QAction(this);
    m_editAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(m_editAction, &QAction::triggered, this, &TeamsPage::requestEdit);
    m_newAction = new QAction(this);
    m_newAction->setShortcut(QKeySequence::New);
    connect(m_newAction, &QAction::triggered, this, &TeamsPage::newTeamRequested);
    m_deleteAction = new QAction(this);
    m_deleteAction->setShortcut(QKeySequence(Qt::Key_Delete));
    connect(m_deleteAction, &QAction::triggered, this, &TeamsPage::requestDelete);
    m_backAction = new QAction(this);
    m_backAction->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(m_backAction, &QAction::triggered, this, &TeamsPage::showList);
    // Where the focus is in the header, these keys belong to its fields.
    for (QAction *action : { m_deleteAction, m_backAction })
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_newAction->setObjectName(u"newTeam"_s);
    m_editAction->setObjectName(u"editTeam"_s);
    m_runAction->setObjectName(u"runTeam"_s);
    m_deleteAction->setObjectName(u"deleteTeam"_s);
    m_backAction->setObjectName(u"backToTeams"_s);
    for (QAction *action : { m_newAction, m_editAction, m_runAction, m_deleteAction, m_backAction })
        addAction(action);
}

void TeamsPage::connectParts()
{
    connect(m_header, &TeamsHeader::searchChanged, m_list->model(), &TeamListModel::setSearch);
    connect(m_header, &TeamsHeader::runClicked, this, &TeamsPage::requestRun);
    connect(m_header, &TeamsHeader::deleteClicked, this, &TeamsPage::requestDelete);
    connect(m_header, &TeamsHeader::backClicked, this, &TeamsPage::showList);
    connect(m_header, &TeamsHeader::editClicked, this, &TeamsPage::requestEdit);
    connect(m_header, &TeamsHeader::newClicked, this, &TeamsPage::newTeamRequested);
    connect(m_list, &TeamList::opened, this, &TeamsPage::openTeam);
    connect(m_list, &TeamList::currentChanged, this, &TeamsPage::updateHeader);
    connect(m_list, &TeamList::firstTeamRequested, this, [this] {
        if (!m_gallery->templates().isEmpty())
            m_maker->use(m_gallery->templates().first());
    });
    connect(m_list->model(), &TeamListModel::stateChanged, this, &TeamsPage::updateState);
    connect(m_gallery, &TemplateGallery::useRequested, m_maker, &TeamMaker::use);
    connect(m_gallery, &TemplateGallery::loaded, this, [this] {
        if (!m_useWhenLoaded.isEmpty())
            useTemplate(std::exchange(m_useWhenLoaded, {}));
    });
    connect(m_shelf, &TemplateShelfView::useRequested, m_maker, &TeamMaker::useEntry);
    connect(m_keeper, &TemplateKeeper::toastRequested, this, &Page::toastRequested);
    connect(m_maker, &TeamMaker::busyChanged, this, [this] {
        m_gallery->setBusy(m_maker->isBusy());
        m_shelf->setBusy(m_maker->isBusy());
    });
    connect(m_maker, &TeamMaker::created, this, &TeamsPage::teamMade);
    connect(m_maker, &TeamMaker::failed, this, [this](const Error &error) {
        emit toastRequested({ errorText(error), {}, {}, true });
    });
    connect(m_deleter, &TeamDeleter::deleted, this, &TeamsPage::showList);
    connect(m_deleter, &TeamDeleter::toastRequested, this, &Page::toastRequested);
    connect(m_workspace, &Workspace::teamsChanged, m_list->model(), &TeamListModel::reload);
}

PageEntry TeamsPage::entry()
{
    return { u"teams"_s, [] { return tr("Teams"); } };
}

QString TeamsPage::heading() const
{
    return showsDetail() ? m_detail->team().name : QString();
}

QWidget *TeamsPage::headerWidget() const
{
    return m_header;
}

void TeamsPage::activated()
{
    m_gallery->load();
    m_shelf->load();
    m_list->model()->reload();
}

void TeamsPage::focusSearch()
{
    showList();
    m_header->focusSearch();
}

bool TeamsPage::showsDetail() const
{
    return m_detail && m_views->currentWidget() == m_detail;
}

const Team *TeamsPage::chosenTeam() const
{
    return showsDetail() ? &m_detail->team() : m_list->current();
}

void TeamsPage::showTeam(const Team &team)
{
    if (!m_detail) {
        m_detail = new TeamDetail(m_theme, m_views);
        m_views->addWidget(m_detail);
    }
    m_detail->setTeam(team);
    m_views->setCurrentWidget(m_detail);
    updateHeader();
}

void TeamsPage::showList()
{
    m_views->setCurrentWidget(m_listView);
    updateHeader();
}

void TeamsPage::openTeam(const TeamId &id)
{
    if (const Team *team = m_list->model()->team(m_list->model()->indexOf(id)))
        showTeam(*team);
}

void TeamsPage::useTemplate(const TemplateId &id)
{
    const QList<TeamTemplate> &templates = m_gallery->templates();
    const auto found = std::ranges::find(templates, id, &TeamTemplate::id);
    if (found != templates.cend())
        m_maker->use(*found);
    else if (templates.isEmpty())
        m_useWhenLoaded = id;
}

void TeamsPage::teamMade(const Team &team)
{
    m_list->select(team.id);
    showTeam(team);
    const auto edit = [this, team] { emit editRequested(team); };
    emit toastRequested({ tr("“%1” is ready to run.").arg(team.name), tr("Edit"), edit, false });
    emit teamCreated(team);
}

void TeamsPage::requestRun()
{
    if (const Team *team = chosenTeam())
        emit runRequested(*team, samplePromptsFor(*team));
}

void TeamsPage::requestEdit()
{
    if (const Team *team = chosenTeam())
        emit editRequested(*team);
}

void TeamsPage::requestDelete()
{
    if (const Team *team = chosenTeam())
        m_deleter->askAndDelete(*team);
}

QStringList TeamsPage::samplePromptsFor(const Team &team) const
{
    // A team does not remember its template; the same strategy and members tell.
    const auto names = [](const WorkflowDefinition &workflow) {
        QStringList list;
        for (const WorkflowAgent &agent : workflow.agents)
            list.append(agent.displayName());
        return list;
    };
    for (const TeamTemplate &teamTemplate : m_gallery->templates()) {
        if (teamTemplate.workflow.type == team.workflow.type
            && names(teamTemplate.workflow) == names(team.workflow))
            return teamTemplate.samplePrompts;
    }
    return {};
}

void TeamsPage::updateState()
{
    const TeamListModel *model = m_list->model();
    if (model->state() != TeamListModel::State::Loading && !std::exchange(m_isFilled, true))
        emit filled();
    if (model->state() == TeamListModel::State::Failed && model->rowCount() > 0)
        emit toastRequested({ errorText(model->error()), {}, {}, true });
    if (showsDetail()) {
        if (const Team *changed = model->team(model->indexOf(m_detail->team().id)))
            m_detail->setTeam(*changed);
    }
    updateHeader();
}

void TeamsPage::updateHeader()
{
    if (showsDetail())
        m_header->showTeamTools(m_detail->team());
    else
        m_header->showListTools();
    const bool chosen = chosenTeam() != nullptr;
    m_header->setRunnable(chosen);
    m_runAction->setEnabled(chosen);
    m_deleteAction->setEnabled(chosen);
    m_editAction->setEnabled(chosen);
    m_backAction->setEnabled(showsDetail());
    emit headerChanged();
}

void TeamsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void TeamsPage::retranslate()
{
    m_templatesTitle->setText(tr("Start from a template"));
    m_teamsTitle->setText(tr("Your teams"));
    m_runAction->setText(tr("Run the selected team"));
    m_newAction->setText(tr("New team"));
    m_editAction->setText(tr("Edit the selected team"));
    m_deleteAction->setText(tr("Delete the selected team"));
    m_backAction->setText(tr("Back to the list"));
}

} // namespace renum::ui
