// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/template_card.h"

#include "ui/graph/team_graph_view.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int GraphHeight = 4 * Theme::ControlHeight;
} // namespace

TemplateCard::TemplateCard(const TeamTemplate &teamTemplate, Theme *theme, QWidget *parent)
    : QFrame(parent)
    , m_template(teamTemplate)
    , m_graph(new TeamGraphView(theme, this))
    , m_type(new QLabel(this))
    , m_use(new QPushButton(this))
{
    setLook(this, Look::Card);
    setLook(m_type, Look::Chip);
    m_graph->setPreviewMode(true);
    m_graph->setFixedHeight(GraphHeight);
    auto *name = new QLabel(teamTemplate.name, this);
    name->setTextFormat(Qt::PlainText);
    setTextLook(name, TextStyle::BodyStrong);
    auto *description = new WrappedLabel(teamTemplate.description, this);
    setTextLook(description, TextStyle::Label, ColorToken::TextDim);
    description->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_use->setObjectName(u"use-"_s + teamTemplate.id.toString());
    connect(m_use, &QPushButton::clicked, this, [this] { emit useRequested(m_template); });

    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(m_type);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space4);
    text->setSpacing(Theme::Space2);
    text->addLayout(head);
    text->addWidget(description, 1);
    text->addWidget(m_use, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    // The frame of the card stays visible around the graph.
    layout->setContentsMargins(Theme::Hairline, Theme::Hairline, Theme::Hairline, Theme::Hairline);
    layout->setSpacing(0);
    layout->addWidget(m_graph);
    layout->addLayout(text, 1);
    retranslate();
}

void TemplateCard::setBusy(bool busy)
{
    m_use->setEnabled(!busy);
}

void TemplateCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TemplateCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (std::exchange(m_isGraphOrdered, true))
        return;
    QTimer::singleShot(0, this, [this] { m_graph->setDefinition(m_template.workflow); });
}

void TemplateCard::retranslate()
{
    m_type->setText(format::workflowType(m_template.workflow.type));
    m_use->setText(tr("Use template"));
    m_use->setAccessibleName(tr("Use template %1").arg(m_template.name));
    m_use->setToolTip(tr("Creates a team that you can run at once"));
    setAccessibleName(m_template.name);
    setAccessibleDescription(m_template.description);
}

} // namespace renum::ui
