// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/step_inspector.h"

#include "ui/graph/graph_text.h"
#include "ui/monitor/markdown_view.h"
#include "ui/monitor/replay/monitor_state.h"
#include "ui/monitor/result_text.h"
#include "ui/monitor/state_pill.h"
#include "ui/monitor/step/attempts_view.h"
#include "ui/monitor/step/context_changes_view.h"
#include "ui/monitor/step/document_view.h"
#include "ui/monitor/step/input_text.h"
#include "ui/monitor/step/tools_view.h"
#include "ui/monitor/step/usage_view.h"
#include "ui/monitor/step_name.h"
#include "ui/text/error_text.h"
#include "ui/text/file_name.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Faster than this nobody reads.
constexpr int PaceMs = 50;

QString stateText(const StepRecord &step)
{
    const QString word = Theme::look(step).word;
    //: state of a step, number of its attempt
    return step.attempts > 1 ? StepInspector::tr("%1, attempt %2").arg(word).arg(step.attempts)
                             : word;
}

/// Whose result it is when nobody was called for it.
QString borrowedText(BorrowedResult borrowed)
{
    switch (borrowed) {
    case BorrowedResult::None:
        break;
    case BorrowedResult::Earlier:
        return StepInspector::tr("Taken over from the execution that this one goes on from: the "
                                 "agent was not called again.");
    case BorrowedResult::Kept:
        return StepInspector::tr("A result that was kept in the builder stands in for the agent: "
                                 "it was not called, and nothing was paid.");
    }
    return {};
}

/// Why there is nothing to read, or what went wrong.
QString problemText(const StepRecord &step)
{
    if (step.status == StepStatus::Skipped && step.skipReason)
        return skipText(*step.skipReason);
    return step.error ? errorText(*step.error) : QString();
}

QString fileNameOf(const StepRecord &step, const QString &suffix)
{
    return u"%1-%2"_s.arg(fileNameFor(stepName(step)), suffix);
}

AgentNames namesOf(const Execution &execution)
{
    AgentNames names;
    for (const StepRecord &step : execution.steps)
        names.insert(step.agentId, step.name);
    return names;
}

} // namespace

StepInspector::StepInspector(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_state(new StatePill(theme, this))
    , m_follow(new QPushButton(this))
    , m_rerun(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_problem(new QLabel(this))
    , m_note(new QLabel(this))
{
    build();
    buildTabs(theme);
    retranslate();
    m_pace.setSingleShot(true);
    m_pace.setInterval(PaceMs);
    connect(&m_pace, &QTimer::timeout, this, &StepInspector::takeOver);
    connect(m_follow, &QPushButton::clicked, this, &StepInspector::followRequested);
    connect(m_rerun, &QPushButton::clicked, this,
        [this] { emit rerunRequested(execution().plan->findAgent(m_agent)->id); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &StepInspector::takeOver);
    clear();
}

void StepInspector::build()
{
    setLook(this, Look::Panel);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, 0);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_follow);
    row->addWidget(m_rerun);
    row->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_note);
    column->addWidget(m_tabs, 1);

    m_title->setTextFormat(Qt::PlainText);
    setTextLook(m_title, TextStyle::Title);
    setLook(m_follow, Look::LinkButton);
    m_follow->setObjectName(u"followAgent"_s);
    m_rerun->setObjectName(u"rerunStep"_s);
    setLook(m_rerun, Look::LinkButton);
    m_note->setObjectName(u"stepNote"_s);
    for (QLabel *label : { m_problem, m_note }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    setTextLook(m_problem, TextStyle::Body, ColorToken::Err);
    setTextLook(m_note, TextStyle::Body, ColorToken::TextDim);
}

void StepInspector::buildTabs(Theme *theme)
{
    m_output = new DocumentView(theme, m_tabs);
    m_tools = new ToolsView(m_tabs);
    m_attempts = new AttemptsView(m_tabs);
    m_context = new ContextChangesView(theme, m_tabs);
    m_usage = new UsageView(m_tabs);
    m_result = new DocumentView(theme, m_tabs);
    const QList<QWidget *> tabs { m_output, buildInput(theme), m_tools, m_attempts, m_context,
        m_usage, m_result };
    for (QWidget *tab : tabs)
        m_tabs->addTab(tab, {});
    m_tabs->setDocumentMode(true);
}

QWidget *StepInspector::buildInput(Theme *theme)
{
    auto *page = new QWidget(m_tabs);
    m_input = new DocumentView(theme, page);
    m_inputSource = new QLabel(page);
    m_inputSource->setObjectName(u"inputSource"_s);
    m_inputSource->setTextFormat(Qt::PlainText);
    m_inputSource->setWordWrap(true);
    m_inputSource->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, 0);
    setTextLook(m_inputSource, TextStyle::Label, ColorToken::TextDim);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_inputSource);
    column->addWidget(m_input, 1);
    return page;
}

void StepInspector::retranslate()
{
    m_follow->setText(tr("&Follow the active agent"));
    m_follow->setToolTip(tr("Show whichever agent is working"));
    m_rerun->setText(tr("Run again from &here…"));
    m_rerun->setToolTip(tr("A new execution that keeps the other results"));
    m_output->view()->setAccessibleName(tr("What the agent wrote"));
    m_input->view()->setAccessibleName(tr("What the agent was asked, exactly as sent"));
    m_result->view()->setAccessibleName(tr("Result"));
    m_tabs->setTabText(OutputTab, tr("Output"));
    m_tabs->setTabText(InputTab, tr("Input"));
    m_tabs->setTabText(UsageTab, tr("Cost"));
    m_tabs->setTabText(ResultTab, tr("Result"));
    m_tabs->setTabToolTip(OutputTab, tr("What the agent writes"));
    m_tabs->setTabToolTip(InputTab, tr("The exact text that was sent, and where it came from"));
    m_tabs->setTabToolTip(ToolsTab, tr("Tools the agent used, with their answers"));
    m_tabs->setTabToolTip(AttemptsTab, tr("Every attempt and its run at the service"));
    m_tabs->setTabToolTip(ContextTab, tr("What the agent changed of what the team shares"));
    m_tabs->setTabToolTip(UsageTab, tr("Tokens and money that this step took"));
    m_tabs->setTabToolTip(ResultTab, tr("What the whole team produced"));
    updateTabTitles();
}

void StepInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        takeOver();
    }
    QWidget::changeEvent(event);
}

void StepInspector::clear()
{
    m_pace.stop();
    m_source = nullptr;
    m_agent = {};
    showNothing();
    m_follow->hide();
    m_result->clear();
    m_tabs->setTabVisible(ResultTab, false);
    m_tabs->setCurrentIndex(OutputTab);
}

/// Nobody is chosen, or the step is not planned yet at this instant.
void StepInspector::showNothing()
{
    m_title->setText(tr("No agent is selected"));
    for (QWidget *widget :
        std::initializer_list<QWidget *> { m_state, m_rerun, m_problem, m_note, m_inputSource })
        widget->hide();
    m_output->clear();
    m_input->clear();
    m_tools->setHistory({});
    m_attempts->setHistory({}, {});
    m_context->setTouches({});
    m_usage->setUsage({});
    updateTabTitles();
}

void StepInspector::setSource(const MonitorState *state, Timestamp now)
{
    m_now = now;
    const bool other = state != m_source;
    m_source = state;
    if (other)
        takeOver();
    else if (!m_pace.isActive())
        m_pace.start();
}

void StepInspector::showAgent(const AgentId &agent)
{
    if (agent == m_agent)
        return;
    m_agent = agent;
    takeOver();
}

void StepInspector::setFollowing(bool following, bool running)
{
    m_follow->setVisible(!following && running);
}

void StepInspector::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

StepInspector::Tab StepInspector::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

const Execution &StepInspector::execution() const
{
    static const Execution nothing;
    return m_source ? m_source->execution() : nothing;
}

const StepHistory &StepInspector::history() const
{
    static const StepHistory nothing;
    return m_source ? m_source->fold<StepHistories>().of(m_agent) : nothing;
}

const StepRecord *StepInspector::step() const
{
    // The latest iteration comes last.
    const StepRecord *found = nullptr;
    for (const StepRecord &each : execution().steps) {
        if (each.agentId == m_agent)
            found = &each;
    }
    return found;
}

void StepInspector::takeOver()
{
    if (const StepRecord *shown = step())
        updateStep(*shown);
    else
        showNothing();
    updateResult();
}

void StepInspector::updateStep(const StepRecord &step)
{
    m_title->setText(stepName(step));
    m_state->setState(Theme::look(step), stateText(step));
    m_state->show();
    updateRerun();
    const QString problem = problemText(step);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const QString note = borrowedText(history().borrowed);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    updateTab(step);
    updateTabTitles();
}

// What is not seen is not rendered; changing the tab comes back here.
void StepInspector::updateTab(const StepRecord &step)
{
    switch (currentTab()) {
    case OutputTab: {
        const bool growing = step.status == StepStatus::Running && !step.retryAt;
        m_output->setDocument(step.output ? step.output->result : step.liveText,
            growing ? DocumentView::Kind::Growing : DocumentView::Kind::Markdown,
            fileNameOf(step, u"output.md"_s));
        break;
    }
    case InputTab:
        updateInput(step);
        break;
    case ToolsTab:
        m_tools->setHistory(history());
        break;
    case AttemptsTab:
        m_attempts->setHistory(history(), m_now);
        break;
    case ContextTab:
        m_context->setTouches(m_source->fold<StepContext>().of(m_agent));
        break;
    case UsageTab:
        m_usage->setUsage(step.usage);
        break;
    case ResultTab:
        break;
    }
}

void StepInspector::updateInput(const StepRecord &step)
{
    m_input->setDocument(step.prompt, DocumentView::Kind::Plain, fileNameOf(step, u"input.txt"_s));
    const std::vector<AttemptRecord> &attempts = history().attempts;
    const QString source
        = attempts.empty() ? QString() : inputText(attempts.back(), namesOf(execution()));
    m_inputSource->setText(source);
    m_inputSource->setVisible(!source.isEmpty());
}

void StepInspector::updateRerun()
{
    const bool planned = execution().plan && execution().plan->findAgent(m_agent);
    m_rerun->setVisible(planned && isTerminal(execution().status));
}

void StepInspector::updateTabTitles()
{
    const int tools = static_cast<int>(history().tools.size()) + history().droppedTools;
    const int attempts = static_cast<int>(history().attempts.size());
    const auto touches = m_source ? m_source->fold<StepContext>().of(m_agent).size() : qsizetype(0);
    m_tabs->setTabText(ToolsTab, tools > 0 ? tr("Tools %1").arg(tools) : tr("Tools"));
    m_tabs->setTabText(
        AttemptsTab, attempts > 1 ? tr("Attempts %1").arg(attempts) : tr("Attempts"));
    //: number of changes
    m_tabs->setTabText(ContextTab, touches > 0 ? tr("Context ±%1").arg(touches) : tr("Context"));
}

void StepInspector::updateResult()
{
    const std::optional<Json> &result = execution().finalResult;
    const bool had = !m_result->isEmpty();
    m_result->setDocument(result ? resultMarkdown(*result, namesOf(execution())) : QString(),
        DocumentView::Kind::Markdown, resultFileName(execution()));
    const bool has = !m_result->isEmpty();
    if (has == had)
        return;
    m_tabs->setTabVisible(ResultTab, has);
    // What everything was done for.
    if (has)
        m_tabs->setCurrentIndex(ResultTab);
}

} // namespace renum::ui
