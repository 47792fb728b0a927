// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_dialog.h"

#include "ui/run/plan_preview.h"
#include "ui/run/run_limits.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPrompt = 10'000; // contract §1.5.1
constexpr int DialogWidth = 18 * Theme::ControlHeight;
constexpr int PromptHeight = 4 * Theme::ControlHeight;

} // namespace

RunDialog::RunDialog(Workspace *workspace, Theme *theme, const RunOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_team(offer.team)
    , m_prompt(new QPlainTextEdit(this))
    , m_plan(new PlanPreview(theme, this))
    , m_limits(new RunLimits(theme, this))
{
    setObjectName(u"runDialog"_s);
    setWindowTitle(tr("Run a team"));
    setMinimumWidth(DialogWidth);
    auto *heading = new QLabel(tr("Run “%1”").arg(m_team.name), this);
    setTextLook(heading, TextStyle::Title);
    auto *label = new QLabel(tr("What shall the team do?"), this);
    setTextLook(label, TextStyle::Label, ColorToken::TextDim);
    label->setBuddy(m_prompt);
    m_prompt->setObjectName(u"prompt"_s);
    m_prompt->setAccessibleName(label->text());
    m_prompt->setPlaceholderText(tr("Describe the task in your own words"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setMinimumHeight(PromptHeight);
    m_prompt->setPlainText(offer.prompt);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] { showError({}); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(heading);
    layout->addWidget(label);
    layout->addWidget(m_prompt, 1);
    if (!offer.samplePrompts.isEmpty())
        layout->addWidget(makeSamples(offer.samplePrompts));
    layout->addWidget(m_plan);
    layout->addWidget(m_limits);
    layout->addWidget(makeError());
    layout->addWidget(makeButtons());
    m_prompt->setFocus();
    m_tasks.start(readPlan());
}

QWidget *RunDialog::makeSamples(const QStringList &prompts)
{
    auto *samples = new QWidget(this);
    auto *layout = new QHBoxLayout(samples);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    auto *label = new QLabel(tr("For example:"), samples);
    setTextLook(label, TextStyle::Label, ColorToken::TextDim);
    layout->addWidget(label);
    for (const QString &prompt : prompts) {
        auto *sample = new QPushButton(samples);
        setLook(sample, Look::Chip);
        sample->setObjectName(u"samplePrompt"_s);
        // Long samples would make the dialog wider than a screen.
        sample->setText(fontMetrics().elidedText(prompt, Qt::ElideRight, DialogWidth / 3));
        sample->setToolTip(prompt);
        sample->setAccessibleName(tr("Use the example: %1").arg(prompt));
        sample->setAutoDefault(false);
        connect(sample, &QPushButton::clicked, this, [this, prompt] {
            m_prompt->setPlainText(prompt);
            m_prompt->setFocus();
        });
        layout->addWidget(sample);
    }
    layout->addStretch();
    return samples;
}

QWidget *RunDialog::makeError()
{
    m_errorBanner = new QWidget(this);
    setLook(m_errorBanner, Look::ErrBanner);
    m_error = new QLabel(m_errorBanner);
    m_error->setObjectName(u"runError"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    setTextLook(m_error, TextStyle::Body, ColorToken::Err);
    auto *layout = new QHBoxLayout(m_errorBanner);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->addWidget(m_error);
    m_errorBanner->hide();
    return m_errorBanner;
}

QWidget *RunDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), bar);
    cancel->setAutoDefault(false);
    m_run = new QPushButton(tr("Run"), bar);
    m_run->setObjectName(u"runButton"_s);
    m_run->setIcon(m_theme->icon(u"play"_s, ColorToken::AccentText));
    m_run->setToolTip(tr("Run the team (Ctrl+Enter)"));
    m_run->setAutoDefault(false);
    setLook(m_run, Look::PrimaryButton);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(m_run);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &RunDialog::run);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
            &RunDialog::run);
    return bar;
}

QCoro::Task<> RunDialog::readPlan()
{
    const QPointer<RunDialog> self(this);
    const TeamDraft draft = m_team.draft();
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
    showError({});
    setBusy(true);
    ExecuteRequest request;
    request.team = m_team.id;
    request.initialPrompt = prompt;
    request.config = m_limits->config();
    m_tasks.start(start(request));
}

QCoro::Task<> RunDialog::start(ExecuteRequest request)
{
    const QPointer<RunDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Execution> execution = co_await m_workspace->execute(request, stop);
    if (!self)
        co_return;
    setBusy(false);
    if (!execution) {
        showError(errorText(execution.error()));
        co_return;
    }
    emit started(execution->id);
    accept();
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
    m_run->setText(busy ? tr("Starting…") : tr("Run"));
}

} // namespace renum::ui
