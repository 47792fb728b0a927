// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_header.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/elided_label.h"
#include "ui/monitor/state_pill.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What one line, or a tool tip, can show of a prompt.
constexpr qsizetype MostPromptCharacters = 1000;

/// The one an impatient reader wants: the first that runs, else how many are over.
int currentStep(const Execution &execution)
{
    const auto running
        = std::ranges::find(execution.steps, StepStatus::Running, &StepRecord::status);
    if (running != execution.steps.end())
        return static_cast<int>(running - execution.steps.begin()) + 1;
    return std::min(execution.completedSteps + 1, execution.totalSteps);
}

} // namespace

QString stateText(const Execution &execution, bool interrupted)
{
    const QString word = Theme::look(execution.status).word;
    if (isTerminal(execution.status))
        return word;
    if (interrupted)
        return ExecutionHeader::tr("Interrupted");
    if (execution.stopRequested)
        return ExecutionHeader::tr("Stopping");
    if (execution.paused)
        return ExecutionHeader::tr("Paused");
    if (execution.status == ExecutionStatus::Pending || execution.totalSteps == 0)
        return word;
    //: state, number of the step, number of all steps
    return ExecutionHeader::tr("%1 · step %2 of %3")
        .arg(word)
        .arg(currentStep(execution))
        .arg(execution.totalSteps);
}

std::chrono::milliseconds elapsedTime(const Execution &execution, Timestamp now)
{
    const Timestamp begin = execution.startedAt.value_or(execution.createdAt);
    if (begin == Timestamp())
        return {};
    return between(begin, execution.completedAt.value_or(now));
}

ExecutionHeader::ExecutionHeader(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_list(new QToolButton(this))
    , m_views(new QToolButton(this))
    , m_team(new QLabel(this))
    , m_prompt(new ElidedLabel(this))
    , m_state(new StatePill(theme, this))
    , m_money(new QLabel(this))
    , m_elapsed(new QLabel(this))
    , m_compare(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_retry(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_compareAction(new QAction(this))
    , m_againAction(new QAction(this))
{
    build(theme);
    connect(m_list, &QToolButton::toggled, this, &ExecutionHeader::listToggled);
    connect(m_stop, &QPushButton::clicked, this, &ExecutionHeader::stopRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_paused)
            emit continueRequested();
        else
            emit pauseRequested();
    });
    makeActions();
    retranslate();
    clear();
}

void ExecutionHeader::build(Theme *theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space2);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_list, m_team, m_prompt, m_state })
        row->addWidget(widget);
    row->addStretch(1);
    for (QLabel *chip : { m_money, m_elapsed }) {
        row->addWidget(chip, 0, Qt::AlignVCenter); // as high as its text
        setLook(chip, Look::Chip);
    }
    for (QWidget *widget :
        std::initializer_list<QWidget *> { m_views, m_compare, m_again, m_retry, m_pause, m_stop })
        row->addWidget(widget);

    m_list->setIcon(theme->icon(u"clock"_s));
    m_list->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_list->setCheckable(true);
    connect(theme, &Theme::changed, m_list,
        [this, theme] { m_list->setIcon(theme->icon(u"clock"_s)); });
    m_views->setPopupMode(QToolButton::InstantPopup);
    m_team->setTextFormat(Qt::PlainText);
    setTextLook(m_team, TextStyle::Title);
    setTextLook(m_prompt, TextStyle::Body, ColorToken::TextDim);
    setLook(m_stop, Look::DangerButton);
    setLook(m_retry, Look::PrimaryButton);
    m_views->setObjectName(u"viewsButton"_s);
    m_money->setObjectName(u"moneyChip"_s);
    m_retry->setObjectName(u"retryButton"_s);
    m_pause->setObjectName(u"pauseButton"_s);
    m_stop->setObjectName(u"stopButton"_s);
    m_again->setObjectName(u"runAgainButton"_s);
    m_compare->setObjectName(u"compareButton"_s);
}

void ExecutionHeader::makeActions()
{
    const auto make = [this](QAction *action, QPushButton *button, const QString &name,
                          Qt::Key letter, void (ExecutionHeader::*signal)()) {
        action->setObjectName(name);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | letter));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, signal);
        connect(button, &QPushButton::clicked, this, signal);
    };
    make(m_compareAction, m_compare, u"compareAction"_s, Qt::Key_D,
        &ExecutionHeader::compareRequested);
    make(m_againAction, m_again, u"runAgainAction"_s, Qt::Key_G,
        &ExecutionHeader::runAgainRequested);
    connect(m_retry, &QPushButton::clicked, this, &ExecutionHeader::retryRequested);
}

QList<QAction *> ExecutionHeader::commands() const
{
    return { m_compareAction, m_againAction };
}

void ExecutionHeader::retranslate()
{
    m_list->setText(tr("&Executions"));
    m_list->setShortcut(Qt::Key_F9); // which a text takes away
    m_list->setToolTip(tr("Show or hide the list of executions (F9)"));
    m_list->setAccessibleName(tr("Show the list of executions"));
    m_views->setText(tr("&Views"));
    m_views->setToolTip(tr("Show, hide and put back the views"));
    m_elapsed->setToolTip(tr("How long it has been running"));
    m_compare->setText(tr("Co&mpare…"));
    m_compare->setToolTip(tr("Show this run beside another one of its team"));
    m_again->setText(tr("Run &again"));
    m_again->setToolTip(tr("Run the same team with the same prompt"));
    m_retry->setText(tr("&Retry"));
    m_retry->setToolTip(tr("Start again from the first step that did not complete; what was "
                           "finished is kept"));
    m_stop->setText(tr("&Stop"));
    m_stop->setToolTip(tr("Stop this team and its agents (asks first)"));
    const std::pair<QAction *, QPushButton *> pairs[]
        = { { m_compareAction, m_compare }, { m_againAction, m_again } };
    for (const auto &[action, button] : pairs) {
        action->setText(button->text());
        action->setToolTip(button->toolTip());
    }
    updateButtons();
}

void ExecutionHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ExecutionHeader::clear()
{
    m_open = false;
    m_terminal = false;
    m_prompt->setText({});
    m_team->clear();
    m_state->hide();
    m_money->hide();
    m_elapsed->hide();
    updateButtons();
}

void ExecutionHeader::setExecution(const Execution &execution, bool interrupted, Timestamp now)
{
    m_open = true;
    m_terminal = isTerminal(execution.status);
    m_stopping = execution.stopRequested;
    m_paused = execution.paused;
    m_retryable = execution.status == ExecutionStatus::Failed
        || execution.status == ExecutionStatus::Cancelled;
    m_driven = execution.status == ExecutionStatus::Running && !interrupted;
    m_team->setText(execution.teamName);
    m_prompt->setText(execution.initialPrompt.left(MostPromptCharacters).simplified());
    m_prompt->setToolTip(execution.initialPrompt.left(MostPromptCharacters));
    StateLook look = Theme::look(execution.status);
    const bool warns = !m_terminal && (interrupted || execution.stopRequested || execution.paused);
    if (warns) {
        look.color = ColorToken::Warn;
        look.background = ColorToken::WarnBackground;
        look.icon = interrupted ? u"alert"_s : execution.stopRequested ? u"stop"_s : u"clock"_s;
    }
    m_state->setState(look, stateText(execution, interrupted));
    m_state->show();
    m_elapsed->setText(format::clock(elapsedTime(execution, now)));
    m_elapsed->setAccessibleName(tr("Elapsed: %1").arg(m_elapsed->text()));
    m_elapsed->show();
    showMoney(execution);
    updateButtons();
}

QString spentText(const Execution &execution)
{
    const Cost &cost = execution.usage.cost;
    const QString amount = format::money(cost);
    const QString spent = !amount.isEmpty() ? amount
        : cost.calls() > 0                  ? ExecutionHeader::tr("No price")
                                            : QString();
    if (!execution.cap.nanoUsd)
        return spent;
    const QString limit = format::money(Cost::ofCall(CostBasis::Reported, *execution.cap.nanoUsd));
    if (spent.isEmpty())
        return ExecutionHeader::tr("Limit %1").arg(limit);
    //: what was spent, what may be spent
    return ExecutionHeader::tr("%1 of %2").arg(spent, limit);
}

void ExecutionHeader::showMoney(const Execution &execution)
{
    const QString text = spentText(execution);
    m_money->setText(text);
    m_money->setVisible(!text.isEmpty());
    m_money->setAccessibleName(tr("Cost: %1").arg(text));
    const bool known = execution.usage.cost.calls() == 0 || execution.usage.cost.isKnown();
    m_money->setToolTip(known ? tr("What this execution has cost so far")
                              : tr("What it cost is not known: its models have no price"));
}

void ExecutionHeader::setPending(bool stop, bool pause)
{
    m_stopPending = stop;
    m_pausePending = pause;
    updateButtons();
}

void ExecutionHeader::setViewsMenu(QMenu *menu)
{
    m_views->setMenu(menu);
}

void ExecutionHeader::setListOffered(bool offered)
{
    m_list->setVisible(offered);
}

void ExecutionHeader::setListShown(bool shown)
{
    m_list->setChecked(shown);
}

void ExecutionHeader::updateButtons()
{
    m_views->setVisible(m_open);
    m_stop->setVisible(m_open && !m_terminal);
    m_stop->setEnabled(!m_stopPending && !m_stopping);
    m_again->setVisible(m_open && m_terminal);
    m_compare->setVisible(m_open && m_terminal);
    m_retry->setVisible(m_open && m_terminal && m_retryable);
    m_compareAction->setVisible(m_open && m_terminal);
    m_againAction->setVisible(m_open && m_terminal);
    m_pause->setEnabled(!m_pausePending);
    m_pause->setVisible(m_open && m_driven && !m_stopping);
    m_pause->setText(m_paused ? tr("&Continue") : tr("&Pause"));
    m_pause->setToolTip(m_paused ? tr("Let the next agents begin again")
                                 : tr("Let agents that work finish, and start no others"));
}

} // namespace renum::ui
