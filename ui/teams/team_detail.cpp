// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_detail.h"

#include "ui/graph/team_graph_view.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int InspectorWidth = 10 * Theme::ControlHeight;

QLabel *plainLabel(TextStyle style, ColorToken color, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    setTextLook(label, style, color);
    return label;
}

/// The colour that an agent has in the graph, as a bar beside its text.
class SeriesBar : public QWidget {
public:
    SeriesBar(const Theme *theme, int index, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_index(index)
    {
        setFixedWidth(Theme::Space1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->seriesColor(m_index));
        painter.drawRoundedRect(rect(), Theme::Space1 / 2.0, Theme::Space1 / 2.0);
    }

private:
    const Theme *m_theme;
    int m_index;
};

} // namespace

TeamDetail::TeamDetail(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_graph(new TeamGraphView(theme, this))
{
    m_graph->setObjectName(u"teamGraph"_s);
    auto *line = new QWidget(this);
    setLook(line, Look::Line);
    line->setFixedWidth(Theme::Hairline);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_graph, 1);
    layout->addWidget(line);
    layout->addWidget(makeInspector());
    retranslate();
}

QWidget *TeamDetail::makeInspector()
{
    auto *content = new QWidget;
    setLook(content, Look::Panel);
    m_about = plainLabel(TextStyle::Label, ColorToken::TextDim, content);
    m_description = plainLabel(TextStyle::Body, ColorToken::Text, content);
    m_membersTitle = plainLabel(TextStyle::BodyStrong, ColorToken::Text, content);
    m_dates = plainLabel(TextStyle::Label, ColorToken::TextDim, content);
    m_members = new QVBoxLayout;
    m_members->setSpacing(Theme::Space3);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_about);
    layout->addWidget(m_description);
    layout->addSpacing(Theme::Space2);
    layout->addWidget(m_membersTitle);
    layout->addLayout(m_members);
    layout->addSpacing(Theme::Space2);
    layout->addWidget(m_dates);
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(InspectorWidth);
    scroll->setWidget(content);
    return scroll;
}

void TeamDetail::setTeam(const Team &team)
{
    const bool sameGraph = team.id == m_team.id && team.workflow == m_team.workflow;
    m_team = team;
    if (!sameGraph) {
        m_graph->setDefinition(team.workflow);
        m_graph->fitGraph();
        showMembers();
    }
    retranslate();
}

void TeamDetail::showMembers()
{
    while (QLayoutItem *item = m_members->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int index = 0;
    for (const WorkflowAgent &agent : m_team.workflow.agents)
        m_members->addWidget(makeMember(agent, index++));
}

QWidget *TeamDetail::makeMember(const WorkflowAgent &agent, int index)
{
    auto *member = new QWidget;
    auto *name = plainLabel(TextStyle::BodyStrong, ColorToken::Text, member);
    name->setText(agent.displayName());
    QStringList facts;
    if (agent.config.modelName)
        facts.append(*agent.config.modelName);
    if (!agent.role.isEmpty())
        facts.append(agent.role);
    auto *about = plainLabel(TextStyle::Label, ColorToken::TextDim, member);
    about->setText(facts.join(u" · "_s));
    about->setVisible(!facts.isEmpty());
    auto *instructions = plainLabel(TextStyle::Label, ColorToken::Text, member);
    instructions->setText(agent.config.instructions);
    instructions->setVisible(!agent.config.instructions.isEmpty());
    auto *text = new QVBoxLayout;
    text->setSpacing(Theme::Space1);
    text->addWidget(name);
    text->addWidget(about);
    text->addWidget(instructions);
    auto *layout = new QHBoxLayout(member);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(new SeriesBar(m_theme, index, member));
    layout->addLayout(text, 1);
    return member;
}

void TeamDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TeamDetail::retranslate()
{
    m_about->setText(tr("What it is for"));
    m_description->setText(
        m_team.description.isEmpty() ? tr("No description.") : m_team.description);
    m_membersTitle->setText(
        tr("%n agent(s)", nullptr, static_cast<int>(m_team.workflow.agents.size())));
    m_dates->setText(
        tr("Created %1\nChanged %2 · version %3")
            .arg(format::dateTime(m_team.createdAt), format::dateTime(m_team.updatedAt))
            .arg(m_team.version));
}

} // namespace renum::ui
