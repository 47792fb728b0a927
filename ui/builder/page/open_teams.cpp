// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/open_teams.h"

#include "ui/builder/document/document_keeper.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_view.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

OpenTeams::OpenTeams(const BuilderParts &parts, AgentCatalog *catalog, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_catalog(catalog)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(u"openTeams"_s);
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index < 0 || index >= count())
            return;
        m_stack->setCurrentWidget(at(index).view);
        emit currentChanged();
    });
    connect(m_tabs, &QTabBar::tabCloseRequested, this,
        [this](int index) { emit closeRequested(at(index).view); });
    updateTabs();
}

OpenTeams::~OpenTeams() = default;

BuilderView *OpenTeams::add(TeamDocument *document, const QString &key)
{
    auto *view = new BuilderView(m_parts, m_catalog, document, m_stack);
    m_open.push_back({ view, std::make_unique<DocumentKeeper>(document, m_parts.journal, key) });
    m_stack->addWidget(view);
    connect(document, &TeamDocument::changed, this, &OpenTeams::updateTabs);
    connect(document, &TeamDocument::modifiedChanged, this, &OpenTeams::updateTabs);
    m_tabs->addTab(QString());
    updateTabs();
    setCurrent(view);
    return view;
}

BuilderView *OpenTeams::current() const
{
    const int index = m_tabs->currentIndex();
    return index < 0 || index >= count() ? nullptr : at(index).view;
}

void OpenTeams::setCurrent(BuilderView *view)
{
    m_tabs->setCurrentIndex(indexOf(view));
}

BuilderView *OpenTeams::find(const TeamId &team) const
{
    const auto found = std::ranges::find_if(m_open, [&](const Open &open) {
        const std::optional<Team> &stored = open.view->document()->stored();
        return stored && stored->id == team;
    });
    return found == m_open.cend() ? nullptr : found->view;
}

int OpenTeams::indexOf(const BuilderView *view) const
{
    const auto found = std::ranges::find(m_open, view, &Open::view);
    return found == m_open.cend() ? -1 : static_cast<int>(found - m_open.cbegin());
}

void OpenTeams::close(BuilderView *view)
{
    const int index = indexOf(view);
    at(index).keeper->forget();
    m_open.erase(m_open.begin() + index);
    // It may be one of its own buttons that closes it.
    m_stack->removeWidget(view);
    view->hide();
    view->deleteLater();
    m_tabs->removeTab(index);
    updateTabs();
    emit currentChanged();
}

void OpenTeams::updateTabs()
{
    m_tabs->setVisible(count() > 1);
    m_tabs->setAccessibleName(tr("Open teams"));
    for (int i = 0; i < count(); ++i) {
        const TeamDocument *document = at(i).view->document();
        const QString name = document->draft().name;
        //: A team with changes that are not saved
        m_tabs->setTabText(i, document->isModified() ? tr("%1 •").arg(name) : name);
    }
}

void OpenTeams::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateTabs();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
