// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/plan_view.h"

#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/builder/views/plan_rows.h"
#include "ui/builder/views/problem_words.h"
#include "ui/builder/views/row_delegate.h"
#include "ui/builder/views/selection_binding.h"
#include "ui/run/run_estimator.h"
#include "ui/text/error_text.h"
#include "ui/text/estimate_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto EditingPause = 300ms;
/// As many earlier runs tell what is usual.
constexpr int MostPastRuns = 20;
/// In characters of the font in use.
constexpr int PlanColumnCharacters[] = { 28, 36, 24, 30, 14, 30, 34, 40 };

QLabel *makeLine(QWidget *parent, const QString &name, TextStyle style, ColorToken color)
{
    auto *label = new WrappedLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    setTextLook(label, style, color);
    return label;
}

} // namespace

PlanView::PlanView(TeamDocument *document, MemberSelection *selection, Workspace *workspace,
    Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_workspace(workspace)
    , m_problems(ProblemList::of(document))
    , m_model(new KeyedTreeModel(PlanColumn::Count, this))
    , m_estimator(new RunEstimator(workspace->costBook(), this))
    , m_summary(makeLine(this, u"planSummary"_s, TextStyle::BodyStrong, ColorToken::Text))
    , m_time(makeLine(this, u"planTime"_s, TextStyle::Label, ColorToken::TextDim))
    , m_cost(makeLine(this, u"planCost"_s, TextStyle::Label, ColorToken::TextDim))
    , m_warnings(makeLine(this, u"planWarnings"_s, TextStyle::Label, ColorToken::Warn))
    , m_action(new QPushButton(this))
    , m_tree(new QTreeView(this))
{
    setLook(this, Look::Panel);
    makeTree();
    makeHead(theme);
    setFocusProxy(m_tree);
    new SelectionBinding(m_tree, selection);
    m_pause.setSingleShot(true);
    m_pause.setInterval(EditingPause);
    connect(&m_pause, &QTimer::timeout, this, &PlanView::ask);
    auto *live = new LiveRefresh(this, [this] { askSoon(); });
    connect(document, &TeamDocument::changed, live, &LiveRefresh::request);
    connect(m_problems, &ProblemList::changed, this, [this] {
        if (isVisible())
            showPlan(); // the same plan, other doubts
    });
    connect(m_estimator, &RunEstimator::changed, this, [this] {
        showState();
        showPlan();
    });
    connect(workspace, &Workspace::executionsChanged, this, [this] { m_past.reset(); });
    retranslate();
}

PlanView::~PlanView()
{
    m_request.request_stop();
}

void PlanView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanView::makeTree()
{
    m_tree->setObjectName(u"planTree"_s);
    m_tree->setModel(m_model);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    const int character = m_tree->fontMetrics().averageCharWidth();
    for (int column = 0; column < PlanColumn::Count; ++column)
        m_tree->setColumnWidth(column, character * PlanColumnCharacters[column]);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, &QTreeView::expandAll);
}

void PlanView::makeHead(Theme * /*theme*/)
{
    setLook(m_action, Look::LinkButton);
    m_action->setObjectName(u"planAction"_s);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_error)
            ask();
        else
            emit problemsRequested();
    });
    auto *first = new QHBoxLayout;
    first->addWidget(m_summary, 1);
    first->addWidget(m_action);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    head->setSpacing(Theme::Space1);
    head->addLayout(first);
    head->addWidget(m_time);
    head->addWidget(m_cost);
    head->addWidget(m_warnings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
}

void PlanView::retranslate()
{
    m_tree->setAccessibleName(tr("Plan of the team"));
    m_model->setHeaders({ tr("Who"), tr("Sees"), tr("Waits for"), tr("Runs when"), tr("At most"),
        tr("Will take"), tr("Will cost"), tr("Worth knowing") });
    showState();
    showPlan();
}

void PlanView::askSoon()
{
    // The first plan at once, later ones when the person pauses.
    if (m_preview || m_error)
        m_pause.start();
    else
        ask();
}

void PlanView::ask()
{
    m_pause.stop();
    m_request.request_stop();
    m_request = std::stop_source();
    m_tasks.start(read(m_document->draft(), m_request.get_token()));
    const std::optional<Team> &stored = m_document->stored();
    if (stored && !m_past)
        m_tasks.start(readPast(stored->id, m_tasks.token()));
}

QCoro::Task<> PlanView::read(TeamDraft draft, std::stop_token stop)
{
    const QPointer<PlanView> self(this);
    const Result<TeamPreview> preview = co_await m_workspace->preview(draft, stop);
    if (!self || stop.stop_requested())
        co_return;
    m_error = preview ? std::nullopt : std::optional(preview.error());
    if (preview)
        m_preview = *preview;
    const std::optional<Team> &stored = m_document->stored();
    if (preview && preview->plan)
        m_estimator->ask({ stored ? stored->id : TeamId(), *preview->plan, {} });
    else
        m_estimator->forget();
    showState();
    showPlan();
}

QCoro::Task<> PlanView::readPast(TeamId team, std::stop_token stop)
{
    const QPointer<PlanView> self(this);
    ExecutionQuery query;
    query.team = team;
    query.statuses = { ExecutionStatus::Completed };
    query.page.limit = MostPastRuns;
    const Result<Page<Execution>> page = co_await m_workspace->executions(query, stop);
    // Without them the plan is as good, its basis only thinner.
    if (!self || !page)
        co_return;
    m_past = pastRuns(page->items);
    showState();
}

void PlanView::showState()
{
    const bool hasPlan = m_preview && m_preview->plan;
    const bool cannotRun = !m_error && m_preview && !m_preview->plan;
    const PastRuns past = m_past.value_or(PastRuns());
    if (m_error)
        m_summary->setText(errorText(*m_error));
    else if (hasPlan)
        m_summary->setText(planSummary(*m_preview->plan));
    else
        m_summary->setText(cannotRun ? reasonText() : tr("Working out the plan…"));
    setTextLook(m_summary, TextStyle::BodyStrong, m_error ? ColorToken::Err : ColorToken::Text);
    const std::optional<RunEstimate> &estimate = m_estimator->estimate();
    const QString time = estimate ? format::timeEstimate(*estimate) : QString();
    m_time->setText(time.isEmpty() ? timeBasis(past) : time);
    const bool knowsCost = estimate && (estimate->isKnown() || estimate->steps.empty());
    m_cost->setText(knowsCost ? format::costEstimate(*estimate) : costBasis(past));
    m_time->setVisible(hasPlan && !m_error);
    m_cost->setVisible(hasPlan && !m_error);
    m_tree->setVisible(hasPlan);
    m_action->setVisible(m_error || (cannotRun && m_problems->errors() > 0));
    m_action->setText(m_error ? tr("Try again") : tr("Show the problems"));
}

/// Why there is no plan. What only the workspace knows, such as its limits or a team that is a
/// member and is gone, is in no list of problems.
QString PlanView::reasonText() const
{
    const auto isError
        = [](const Problem &problem) { return problem.severity == Problem::Severity::Error; };
    const auto found = std::ranges::find_if(m_preview->problems, isError);
    if (m_problems->errors() > 0 || found == m_preview->problems.cend())
        return tr("The team cannot run yet, so there is no plan.");
    return problemWords(*found, m_document->workflow());
}

void PlanView::showPlan()
{
    const bool hasPlan = m_preview && m_preview->plan;
    m_warnings->setText(hasPlan ? doubtsOf({}) : QString());
    m_warnings->setVisible(!m_warnings->text().isEmpty());
    if (!hasPlan)
        return;
    const std::optional<RunEstimate> &estimate = m_estimator->estimate();
    m_model->setRows(planRows(
        *m_preview->plan, [this](const AgentId &member) { return doubtsOf(member); },
        estimate ? &*estimate : nullptr));
}

QString PlanView::doubtsOf(const AgentId &member) const
{
    QStringList sentences;
    const Problems problems = m_problems->problemsOf(member);
    for (const Problem &problem : problems)
        sentences.append(problemWords(problem, m_document->workflow()));
    return sentences.join(u' ');
}

} // namespace renum::ui
