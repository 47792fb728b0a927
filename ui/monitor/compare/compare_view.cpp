// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/compare_view.h"

#include "ui/monitor/compare/compare_text.h"
#include "ui/monitor/compare/run_reader.h"
#include "ui/monitor/compare/step_comparison_model.h"
#include "ui/monitor/context/json_difference_view.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int StepRole = Qt::UserRole;

} // namespace

CompareView::CompareView(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_model(new StepComparisonModel(theme, this))
{
    build();
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) { showStep(index.row()); });
    connect(m_family, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        emit executionChosen(ExecutionId(item->data(0, StepRole).toString()));
    });
    retranslate();
}

CompareView *CompareView::openWindow(Workspace *workspace, Theme *theme, const ExecutionId &before,
    const ExecutionId &after, QWidget *parent)
{
    auto *view = new CompareView(workspace, theme, parent);
    view->setWindowFlag(Qt::Window);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->resize(parent ? parent->window()->size() * 4 / 5 : view->sizeHint());
    view->open(before, after);
    view->show();
    return view;
}

void CompareView::open(const ExecutionId &before, const ExecutionId &after)
{
    showMessage(tr("Reading the two runs…"));
    m_comparison.reset();
    m_tasks.start(read(before, after));
}

QCoro::Task<> CompareView::read(ExecutionId before, ExecutionId after)
{
    const QPointer<CompareView> self(this);
    const int job = ++m_job;
    const std::stop_token stop = m_tasks.token();
    const Result<RunFacts> first = co_await readRun(m_workspace, before, stop);
    if (!self || job != m_job)
        co_return;
    if (!first) {
        showMessage(errorText(first.error()));
        co_return;
    }
    const Result<RunFacts> second = co_await readRun(m_workspace, after, stop);
    if (!self || job != m_job)
        co_return;
    if (!second) {
        showMessage(errorText(second.error()));
        co_return;
    }
    showComparison(compareRuns(*first, *second));
    const TeamId team = second->team();
    const Result<std::vector<FamilyMember>> relatives
        = co_await readRelatives(m_workspace, team, stop);
    if (self && job == m_job && relatives)
        showFamily(*relatives);
}

void CompareView::showComparison(RunComparison comparison)
{
    m_comparison = std::move(comparison);
    m_settingsBefore = std::make_shared<const Json>(m_comparison->before.settings());
    m_settingsAfter = std::make_shared<const Json>(m_comparison->after.settings());
    m_model->setSteps(m_comparison->steps);
    m_request->setTexts(m_comparison->before.prompt(), m_comparison->after.prompt());
    m_result->setTexts(m_comparison->before.result(), m_comparison->after.result());
    m_settings->setValues(m_settingsBefore, m_settingsAfter);
    m_family->clear();
    showFigures();
    m_stack->setCurrentIndex(1);
    m_steps->setCurrentIndex(m_model->index(0, 0));
    showStep(m_steps->currentIndex().row());
}

void CompareView::showFigures()
{
    if (!m_comparison)
        return;
    m_before->setText(runText(m_comparison->before));
    m_after->setText(runText(m_comparison->after));
    const FiguresChange figures = m_comparison->figures();
    const QStringList parts { bothText(Figure::Time, figures.time, false),
        bothText(Figure::Tokens, figures.tokens, figures.approximate),
        bothText(Figure::Money, figures.money, figures.approximate) };
    //: time, tokens and money of the first and of the second run
    m_figures->setText(tr("Time %1 · Tokens %2 · Money %3").arg(parts[0], parts[1], parts[2]));
}

void CompareView::showStep(int row)
{
    const StepComparison *step = m_model->step(row);
    m_texts->setEnabled(step != nullptr);
    if (!step)
        return;
    const auto prompt = [](const std::optional<ComparedStep> &facts) {
        return facts ? facts->prompt : QString();
    };
    const auto output = [](const std::optional<ComparedStep> &facts) {
        return facts ? facts->output : QString();
    };
    m_prompt->setTexts(prompt(step->before), prompt(step->after));
    m_output->setTexts(output(step->before), output(step->after));
}

void CompareView::showFamily(const std::vector<FamilyMember> &relatives)
{
    m_family->clear();
    const std::optional<FamilyTree> tree = familyOf(relatives, m_comparison->after.id());
    if (tree)
        addToTree(m_family->invisibleRootItem(), *tree);
    // Two runs without a common origin are two trees.
    const std::optional<FamilyTree> other = familyOf(relatives, m_comparison->before.id());
    if (other && (!tree || other->member.id != tree->member.id))
        addToTree(m_family->invisibleRootItem(), *other);
    m_family->expandAll();
    m_family->resizeColumnToContents(0);
}

void CompareView::addToTree(QTreeWidgetItem *parent, const FamilyTree &tree)
{
    const FamilyMember &member = tree.member;
    auto *item = new QTreeWidgetItem(parent);
    const bool first = !member.origin;
    const bool fork = member.kind == ExecutionOrigin::Kind::Fork;
    QString name = first ? tr("First run") : fork ? tr("Fork") : tr("Retry");
    if (member.id == m_comparison->before.id()) //: a run of a tree
        name = tr("%1 (compared, first)").arg(name);
    else if (member.id == m_comparison->after.id()) //: a run of a tree
        name = tr("%1 (compared, second)").arg(name);
    const StateLook look = Theme::look(member.status);
    item->setText(0, name);
    item->setText(1, format::dateTime(member.createdAt));
    item->setText(2, look.word);
    item->setIcon(2, m_theme->icon(look.icon, look.color));
    item->setData(0, StepRole, member.id.toString());
    for (const FamilyTree &child : tree.children)
        addToTree(item, child);
}

void CompareView::showMessage(const QString &text)
{
    m_message->setText(text);
    m_stack->setCurrentIndex(0);
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
