// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/inspector.h"

#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_directory.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/inspector/inspector_panel.h"
#include "ui/builder/inspector/member/basics_part.h"
#include "ui/builder/inspector/member/feedback_part.h"
#include "ui/builder/inspector/member/input_part.h"
#include "ui/builder/inspector/member/limits_part.h"
#include "ui/builder/inspector/member/more_part.h"
#include "ui/builder/inspector/member/runs_when_part.h"
#include "ui/builder/inspector/sample_source.h"
#include "ui/builder/inspector/several_part.h"
#include "ui/builder/inspector/team/team_limits_part.h"
#include "ui/builder/inspector/team/team_people_part.h"
#include "ui/builder/inspector/team/team_run_part.h"
#include "ui/builder/inspector/team/team_texts_part.h"
#include "ui/graph/graph_text.h"
#include "ui/monitor/elided_label.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 10 * Theme::ControlHeight;

} // namespace

Inspector::Inspector(TeamDocument *document, MemberSelection *selection, AgentCatalog *catalog,
    Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_problems(ProblemList::of(document))
    , m_selection(selection)
    , m_catalog(catalog)
    , m_target(document)
    , m_samples(new SampleSource(document, workspace, this))
    , m_title(new ElidedLabel(this))
    , m_chip(new QLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_team(new InspectorPanel(theme))
    , m_member(new InspectorPanel(theme))
    , m_several(new InspectorPanel(theme))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"inspector"_s);
    setLook(this, Look::Panel);
    setMinimumWidth(Width - Theme::Space6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeHead();
    makePanels(makeContext(workspace, theme));
    makeScrollArea();
    connect(document, &TeamDocument::changed, this, &Inspector::refresh);
    connect(m_problems, &ProblemList::changed, this, &Inspector::refresh);
    connect(selection, &MemberSelection::changed, this, &Inspector::onSelected);
    connect(catalog, &AgentCatalog::changed, this, &Inspector::refresh);
    retranslate();
    onSelected();
}

InspectorContext Inspector::makeContext(Workspace *workspace, Theme *theme)
{
    TeamDirectory *teams = TeamDirectory::of(workspace);
    connect(m_samples, &SampleSource::changed, this, &Inspector::refresh);
    connect(teams, &TeamDirectory::changed, this, &Inspector::refresh);
    return { &m_target, m_selection, m_catalog, m_samples, teams, theme };
}

void Inspector::makeHead()
{
    m_title->setObjectName(u"inspectorTitle"_s);
    m_chip->setObjectName(u"inspectorChip"_s);
    m_subtitle->setObjectName(u"inspectorSubtitle"_s);
    setTextLook(m_title, TextStyle::Title);
    setTextLook(m_subtitle, TextStyle::Label, ColorToken::TextDim);
    setLook(m_chip, Look::Chip);
    for (ElidedLabel *line : { m_title, m_subtitle })
        line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chip->setTextFormat(Qt::PlainText);
    m_chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *first = new QHBoxLayout;
    first->setSpacing(Theme::Space2);
    first->addWidget(m_title, 1);
    first->addWidget(m_chip);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Theme::Space4, Theme::Space4, Theme::Space4, Theme::Space2);
    head->setSpacing(Theme::Space1);
    head->addLayout(first);
    head->addWidget(m_subtitle);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(head);
}

void Inspector::makePanels(const InspectorContext &context)
{
    using Fold = InspectorPanel::Fold;
    m_team->add(new TeamTextsPart(context), u"teamSection"_s, Fold::Open);
    m_team->add(new TeamRunPart(context), u"runSection"_s, Fold::Open);
    m_team->add(new TeamLimitsPart(context), u"teamLimitsSection"_s, Fold::Closed);
    m_team->add(new TeamPeoplePart(context), u"peopleSection"_s, Fold::Closed);
    m_member->add(new BasicsPart(context), u"basicsSection"_s, Fold::Open);
    m_member->add(new InputPart(context), u"inputSection"_s, Fold::Open);
    m_member->add(new RunsWhenPart(context), u"runsWhenSection"_s, Fold::Open);
    m_member->add(new LimitsPart(context), u"limitsSection"_s, Fold::Closed);
    m_member->add(new FeedbackPart(context), u"feedbackSection"_s, Fold::Closed);
    m_member->add(new MorePart(context), u"moreSection"_s, Fold::Closed);
    m_several->add(new SeveralPart(context), u"severalSection"_s, Fold::Open);
}

void Inspector::makeScrollArea()
{
    auto *content = new QWidget;
    setLook(content, Look::Panel);
    auto *panels = new QVBoxLayout(content);
    panels->setContentsMargins(Theme::Space4, 0, Theme::Space4, Theme::Space4);
    for (InspectorPanel *panel : { m_team, m_member, m_several }) {
        panel->hide();
        panels->addWidget(panel);
    }
    panels->addStretch();
    m_scroll->setObjectName(u"inspectorScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    qobject_cast<QVBoxLayout *>(layout())->addWidget(m_scroll, 1);
}

void Inspector::focusFirstField()
{
    currentPanel()->focusFirstField();
}

QSize Inspector::sizeHint() const
{
    return { Width, QWidget::sizeHint().height() };
}

void Inspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_samples->forgetInvented();
    retranslate();
    refresh();
}

void Inspector::keyPressEvent(QKeyEvent *event)
{
    // Fields leave these to the document; a page around this may have taken them before.
    if (event->matches(QKeySequence::Undo))
        m_document->history()->undo();
    else if (event->matches(QKeySequence::Redo))
        m_document->history()->redo();
    else
        QWidget::keyPressEvent(event);
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Inspector"));
    for (InspectorPanel *panel : { m_team, m_member, m_several })
        panel->retranslate();
}

void Inspector::onSelected()
{
    m_document->endMerging();
    m_target.setMember(m_selection->single());
    for (InspectorPanel *panel : { m_team, m_member, m_several }) {
        panel->forgetTyping();
        panel->setVisible(panel == currentPanel());
    }
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
}

void Inspector::refresh()
{
    // The member may leave the team before it leaves the selection.
    if (!m_target.memberId().isEmpty() && !m_target.member())
        return;
    refreshHead();
    currentPanel()->refresh(problems());
}

void Inspector::refreshHead()
{
    if (m_selection->members().size() > 1) {
        m_title->setText(tr("%n members", nullptr, int(m_selection->members().size())));
        m_chip->hide();
        m_subtitle->setText(tr("What you change here counts for all of them."));
        return;
    }
    m_chip->show();
    const WorkflowAgent *member = m_target.member();
    if (!member) {
        m_title->setText(m_document->draft().name);
        m_chip->setText(format::workflowType(m_document->workflow().type));
        m_subtitle->setText(tr("%n member(s)", nullptr, int(m_document->workflow().agents.size())));
        return;
    }
    const AgentInfo *agent = m_catalog->find(member->agentId);
    const QString model = member->config.modelName.value_or(agent ? agent->model : QString());
    m_title->setText(member->displayName());
    const QString kind = kindText(member->kind);
    m_chip->setText(!kind.isEmpty() ? kind
            : member->role.isEmpty()
            ? tr("member")
            : fontMetrics().elidedText(member->role, Qt::ElideRight, Width / 3));
    m_subtitle->setText(modelAndRole(agent ? agent->name : QString(), model));
}

InspectorPanel *Inspector::currentPanel() const
{
    if (m_selection->members().size() > 1)
        return m_several;
    return m_target.memberId().isEmpty() ? m_team : m_member;
}

Problems Inspector::problems() const
{
    if (m_selection->members().size() > 1)
        return {};
    const QString pointer = m_target.pointer();
    const QString members = u"/workflow_definition/agents/"_s;
    Problems all = m_problems->problems();
    if (pointer.isEmpty()) {
        all.removeIf(
            [&members](const Problem &problem) { return problem.path.startsWith(members); });
        return all;
    }
    Problems own = takeProblems(all, { pointer });
    for (Problem &problem : own)
        problem.path.remove(0, pointer.size());
    return own;
}

} // namespace renum::ui
