// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_dialog.h"

#include "core/workspace/execution_controls.h"
#include "ui/builder/views/plan_basis.h"
#include "ui/run/fold.h"
#include "ui/run/plan_preview.h"
#include "ui/run/prompt_editor.h"
#include "ui/run/prompt_history.h"
#include "ui/run/run_estimator.h"
#include "ui/run/run_limits.h"
#include "ui/run/run_material.h"
#include "ui/run/run_prospect.h"
#include "ui/text/error_text.h"
#include "ui/text/estimate_text.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPrompt = 10'000; // contract §1.5.1
constexpr int DialogWidth = 18 * Theme::ControlHeight;

} // namespace

RunDialog::RunDialog(
    Workspace *workspace, NoteFiles *notes, Theme *theme, const RunOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_offer(offer)
    , m_history(new PromptHistory(notes, offer.team.id, this))
    , m_prompt(new PromptEditor(m_history, this))
    , m_plan(new PlanPreview(theme, this))
    , m_prospect(new RunProspect(workspace->costBook(), theme, this))
    , m_limits(new RunLimits(this))
    , m_material(new RunMaterial(theme, this))
{
    setObjectName(u"runDialog"_s);
    setWindowTitle(tr("Run a team"));
    setMinimumWidth(DialogWidth);
    auto *heading = new QLabel(tr("Run “%1”").arg(m_offer.team.name), this);
    heading->setTextFormat(Qt::PlainText);
    setTextLook(heading, TextStyle::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(heading);
    layout->addWidget(makePrompt(), 1);
    if (!offer.samplePrompts.isEmpty())
        layout->addWidget(makeSamples(offer.samplePrompts));
    layout->addWidget(makeDetails());
    layout->addWidget(makeError());
    layout->addWidget(makeButtons());
    connect(m_prospect, &RunProspect::changed, this, &RunDialog::showProspect);
    m_prompt->setFocus();
    m_tasks.start(readPlan());
}

TeamDraft RunDialog::runningDraft() const
{
    const TeamDraft draft = m_offer.team.draft();
    return m_offer.part ? planPart(draft, *m_offer.part, m_offer.kept).draft : draft;
}

QCoro::Task<> RunDialog::readPlan()
{
    const QPointer<RunDialog> self(this);
    const TeamDraft draft = runningDraft();
    const std::stop_token stop = m_tasks.token();
    const Result<TeamPreview> preview = co_await m_workspace->preview(draft, stop);
    if (!self)
        co_return;
    if (!preview) {
        m_plan->showError(preview.error());
        co_return;
    }
    m_plan->showPreview(*preview);
    m_runnable = !hasErrors(preview->problems);
    setBusy(m_busy);
    if (!preview->plan)
        co_return;
    m_prospect->setPlan(m_offer.team.id, withoutKept(*preview->plan, m_offer.kept));
    ExecutionQuery query;
    query.team = m_offer.team.id;
    const Result<Page<Execution>> past = co_await m_workspace->executions(query, stop);
    // Runs of the whole team say nothing about a part.
    if (self)
        m_plan->showBasis(timeBasis(past && !m_offer.part ? pastRuns(past->items) : PastRuns()));
    if (self)
        showProspect();
}

/// The steps' own times say more than those of whole runs.
void RunDialog::showProspect()
{
    const std::optional<RunEstimate> &estimate = m_prospect->estimate();
    if (const QString time = estimate ? format::timeEstimate(*estimate) : QString();
        !time.isEmpty())
        m_plan->showBasis(time);
    const QString cost = m_prospect->costSentence();
    const QString action = tr("Run the team (Ctrl+Enter)");
    //: what a button does, then what a run will cost; lines of a tool tip
    m_run->setToolTip(cost.isEmpty() ? action : tr("%1.\n%2").arg(action, cost));
}

void RunDialog::run()
{
    if (m_busy || !m_runnable)
        return;
    const QString prompt = m_prompt->toPlainText().trimmed();
    if (prompt.isEmpty()) {
        showError(tr("Write what the team shall do, or choose an example."));
        m_prompt->setFocus();
        return;
    }
    if (prompt.size() > LongestPrompt) {
        showError(tr("The text is too long: %L1 of at most %L2 characters.")
                      .arg(prompt.size())
                      .arg(LongestPrompt));
        return;
    }
    ExecuteRequest request;
    request.team = m_offer.team.id;
    request.initialPrompt = prompt;
    request.config.pinned = m_offer.kept;
    m_limits->apply(request.config);
    if (!m_material->apply(request.config)) {
        m_materialFold->setOpen(true);
        showError(tr("The data for the team cannot be read yet. Correct it, or empty the field."));
        return;
    }
    showError({});
    setBusy(true);
    m_tasks.start(start(request, m_times->value()));
}

// Not a coroutine itself: it only chooses one.
QCoro::Task<Result<Execution>> RunDialog::begin(
    const ExecuteRequest &request, const std::stop_token &stop)
{
    if (m_offer.part && m_offer.part->kind != TeamPart::Kind::FromHere)
        return m_workspace->executionControls()->executePart(request, *m_offer.part, stop);
    return m_workspace->execute(request, stop);
}

QCoro::Task<> RunDialog::start(ExecuteRequest request, int times)
{
    const QPointer<RunDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    QList<ExecutionId> ids;
    std::optional<Error> failure;
    while (ids.size() < times && !failure) {
        const Result<Execution> execution = co_await begin(request, stop);
        if (!self)
            co_return;
        if (execution)
            ids.append(execution->id);
        else
            failure = execution.error();
    }
    setBusy(false);
    sayStarted(request, ids, times, failure);
}

void RunDialog::sayStarted(const ExecuteRequest &request, const QList<ExecutionId> &ids, int times,
    const std::optional<Error> &failure)
{
    if (!ids.isEmpty()) {
        m_history->add(request.initialPrompt);
        emit started(ids.constFirst());
    }
    if (!failure) {
        accept();
        return;
    }
    const QString why = errorText(*failure);
    if (ids.isEmpty()) {
        showError(why);
        return;
    }
    //: how many of several runs were started; why the next one was not
    showError(tr("%L1 of %L2 runs were started. %3").arg(ids.size()).arg(times).arg(why));
    m_times->setValue(times - static_cast<int>(ids.size()));
}

void RunDialog::showError(const QString &text)
{
    m_error->setText(text);
    m_errorBanner->setVisible(!text.isEmpty());
}

void RunDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_run->setEnabled(!busy && m_runnable);
    m_times->setEnabled(!busy);
    m_run->setText(busy ? tr("Starting…") : tr("Run"));
}

} // namespace renum::ui
