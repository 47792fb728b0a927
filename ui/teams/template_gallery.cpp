// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/template_gallery.h"

#include "ui/shell/state_panel.h"
#include "ui/teams/template_card.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>

namespace renum::ui {

TemplateGallery::TemplateGallery(Workspace *workspace, Theme *theme, QWidget *parent)
    : QStackedWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_cardArea(new QWidget(this))
    , m_state(new StatePanel(theme, this))
{
    m_row = new QHBoxLayout(m_cardArea);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::Space4);
    addWidget(m_cardArea);
    addWidget(m_state);
    connect(m_state, &StatePanel::actionTriggered, this, &TemplateGallery::load);
}

void TemplateGallery::load()
{
    if (m_reading || !m_templates.isEmpty())
        return;
    m_reading = true;
    m_error.reset();
    m_state->showLoading(tr("Reading the templates…"));
    setCurrentWidget(m_state);
    m_tasks.start(read());
}

QCoro::Task<> TemplateGallery::read()
{
    const QPointer<TemplateGallery> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<TeamTemplate>> answer = co_await m_workspace->templates(stop);
    if (!self)
        co_return;
    m_reading = false;
    if (!answer) {
        m_error = answer.error();
        m_state->showError(tr("The templates could not be read"), answer.error());
        co_return;
    }
    m_templates = *answer;
    showTemplates();
    emit loaded();
}

void TemplateGallery::showTemplates()
{
    for (const TeamTemplate &teamTemplate : std::as_const(m_templates)) {
        auto *card = new TemplateCard(teamTemplate, m_theme, m_cardArea);
        connect(card, &TemplateCard::useRequested, this, &TemplateGallery::useRequested);
        m_row->addWidget(card, 1);
        m_cards.append(card);
    }
    setCurrentWidget(m_cardArea);
}

void TemplateGallery::setBusy(bool busy)
{
    for (TemplateCard *card : std::as_const(m_cards))
        card->setBusy(busy);
}

void TemplateGallery::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_error)
        m_state->showError(tr("The templates could not be read"), *m_error);
    QStackedWidget::changeEvent(event);
}

} // namespace renum::ui
