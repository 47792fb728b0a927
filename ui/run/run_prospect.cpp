// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_prospect.h"

#include "ui/run/budget_notes.h"
#include "ui/run/run_estimator.h"
#include "ui/text/estimate_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

BudgetQuery queryOf(const TeamId &team, const ExecutionPlan &plan)
{
    BudgetQuery query { { team }, {} };
    for (const Team &nested : plan.teams)
        query.teams.append(nested.id);
    for (const PlanStep &step : plan.steps) {
        if (step.isActive && step.kind == MemberKind::Agent)
            query.agents.append(step.agentId);
        else if (step.isActive && step.kind == MemberKind::Team)
            query.teams.append(step.teamId);
    }
    return query;
}

} // namespace

RunProspect::RunProspect(CostBook *book, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_theme(theme)
    , m_estimator(new RunEstimator(book, this))
    , m_cost(new WrappedLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_cost->setObjectName(u"runCost"_s);
    m_cost->setTextFormat(Qt::PlainText);
    setTextLook(m_cost, TextStyle::Label, ColorToken::TextDim);
    m_cost->hide();
    m_layout->setContentsMargins(Theme::Space3, 0, Theme::Space3, 0); // as the plan above it
    m_layout->setSpacing(Theme::Space1);
    m_layout->addWidget(m_cost);
    connect(m_estimator, &RunEstimator::changed, this, [this] {
        refresh();
        emit changed();
    });
    connect(book, &CostBook::budgetsChanged, this, &RunProspect::askBudgets);
}

void RunProspect::setPlan(const TeamId &team, const ExecutionPlan &plan)
{
    m_team = team;
    m_plan = plan;
    ask();
    askBudgets();
}

void RunProspect::setPrompt(const QString &prompt)
{
    m_prompt = prompt;
    ask();
}

void RunProspect::setRuns(int runs)
{
    m_runs = runs;
    refresh();
    emit changed();
}

const std::optional<RunEstimate> &RunProspect::estimate() const
{
    return m_estimator->estimate();
}

QString RunProspect::costSentence() const
{
    return estimate() ? format::costEstimate(*estimate(), m_runs) : QString();
}

void RunProspect::ask()
{
    if (m_plan)
        m_estimator->ask({ m_team, *m_plan, m_prompt });
}

void RunProspect::askBudgets()
{
    if (m_plan)
        m_tasks.start(readBudgets(queryOf(m_team, *m_plan)));
}

QCoro::Task<> RunProspect::readBudgets(BudgetQuery query)
{
    const QPointer<RunProspect> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<QList<BudgetStatus>> budgets = co_await m_book->budgetsFor(query, stop);
    // Where they cannot be read the engine still heeds them.
    if (!self || !budgets)
        co_return;
    m_budgets = *budgets;
    refresh();
}

void RunProspect::refresh()
{
    m_cost->setText(costSentence());
    m_cost->setVisible(!m_cost->text().isEmpty());
    delete m_lines;
    m_lines = new QWidget(this);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::Space1);
    m_layout->addWidget(m_lines);
    const std::vector<BudgetNote> notes
        = budgetNotes(m_budgets, estimate() ? &*estimate() : nullptr, m_runs);
    for (const BudgetNote &note : notes)
        addLine(note.text, note.isTight ? ColorToken::Warn : ColorToken::TextDim);
    m_lines->setVisible(!notes.empty());
}

void RunProspect::addLine(const QString &text, ColorToken color)
{
    auto *sign = new QLabel(m_lines);
    const QString icon = color == ColorToken::Warn ? u"alert"_s : u"info"_s;
    sign->setPixmap(m_theme->icon(icon, color).pixmap(Theme::SmallIconSize, Theme::SmallIconSize));
    sign->setAlignment(Qt::AlignTop);
    auto *words = new WrappedLabel(m_lines);
    words->setObjectName(u"runBudget"_s);
    words->setTextFormat(Qt::PlainText);
    words->setText(text);
    setTextLook(words, TextStyle::Label, color);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::Space2);
    line->addWidget(sign);
    line->addWidget(words, 1);
    static_cast<QVBoxLayout *>(m_lines->layout())->addLayout(line);
}

} // namespace renum::ui
