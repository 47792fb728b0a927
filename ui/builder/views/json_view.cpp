// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_view.h"

#include "core/net/one_shot.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/views/json_completion.h"
#include "ui/builder/views/json_editor.h"
#include "ui/builder/views/json_fault_text.h"
#include "ui/builder/views/json_highlighter.h"
#include "ui/builder/views/live_refresh.h"
#include "ui/builder/views/problem_words.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QTextBlock>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// What a person who types takes for a pause.
constexpr auto TypingPause = 300ms;
} // namespace

JsonView::JsonView(
    TeamDocument *document, MemberSelection *selection, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_problems(ProblemList::of(document))
    , m_editor(new JsonEditor(theme, this))
{
    setLook(this, Look::Panel);
    m_editor->setObjectName(u"jsonEditor"_s);
    m_editor->installEventFilter(this);
    new JsonHighlighter(theme, m_editor->document());
    new JsonCompletion(m_editor, [document](const QString &text, qsizetype offset) {
        return suggestionsAt(text, offset, document->workflow());
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBanner());
    layout->addWidget(m_editor, 1);
    layout->addWidget(makeFooter());
    setFocusProxy(m_editor);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    m_live = new LiveRefresh(this, [this] { onDocumentChanged(); });
    connect(&m_pause, &QTimer::timeout, this, &JsonView::readNow);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &JsonView::onTyped);
    connect(m_editor, &JsonEditor::pasteRefused, this, &JsonView::onPasteRefused);
    connect(document, &TeamDocument::changed, m_live, &LiveRefresh::request);
    connect(m_problems, &ProblemList::changed, this, [this] {
        if (isRead())
            showMarks();
    });
    connect(selection, &MemberSelection::changed, this, &JsonView::showSelected);
    retranslate();
}

JsonView::~JsonView() = default;

void JsonView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool JsonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::FocusOut) {
        if (m_pause.isActive())
            readNow();
        else if (isRead())
            m_document->endMerging();
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *JsonView::makeBanner()
{
    m_banner = new QWidget(this);
    m_banner->setObjectName(u"jsonBanner"_s);
    setLook(m_banner, Look::WarnBanner);
    m_bannerText = new WrappedLabel(m_banner);
    setTextLook(m_bannerText, TextStyle::Body, ColorToken::Warn);
    m_discard = new QPushButton(m_banner);
    m_discard->setObjectName(u"discardJson"_s);
    m_keep = new QPushButton(m_banner);
    m_keep->setObjectName(u"keepJson"_s);
    auto *layout = new QHBoxLayout(m_banner);
    layout->setContentsMargins(Theme::Space3, Theme::Space1, Theme::Space3, Theme::Space1);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_bannerText, 1);
    layout->addWidget(m_discard);
    layout->addWidget(m_keep);
    connect(m_discard, &QPushButton::clicked, this, &JsonView::discardText);
    connect(m_keep, &QPushButton::clicked, this, &JsonView::keepText);
    m_banner->hide();
    return m_banner;
}

QWidget *JsonView::makeFooter()
{
    auto *footer = new QWidget(this);
    m_status = new WrappedLabel(footer);
    m_status->setObjectName(u"jsonStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_next = new QPushButton(footer);
    m_next->setObjectName(u"nextJsonMark"_s);
    setLook(m_next, Look::LinkButton);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(Theme::Space3, 0, Theme::Space3, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_next);
    connect(m_next, &QPushButton::clicked, m_editor, &JsonEditor::goToNextMark);
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F8), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_editor, &JsonEditor::goToNextMark);
    return footer;
}

void JsonView::retranslate()
{
    m_editor->setAccessibleName(tr("The team as JSON"));
    m_editor->setToolTip(tr("Ctrl+Space offers what can be written here"));
    m_bannerText->setText(tr("The team was changed elsewhere while you were typing."));
    m_discard->setText(tr("Discard my text"));
    m_keep->setText(tr("Keep my text"));
    m_next->setText(tr("Next place"));
    m_next->setToolTip(tr("Go to the next line with something wrong (F8)"));
    showMarks();
}

void JsonView::onTyped()
{
    if (m_isShowing)
        return;
    m_isTyped = true;
    m_isRefused = false;
    readSoon();
    showStatus();
}

void JsonView::onDocumentChanged()
{
    if (m_isTaking || m_base == m_document->draft()) {
        m_banner->hide(); // what was done elsewhere was taken back there
        return;
    }
    if (m_isTyped)
        m_banner->show();
    else
        showDocument();
}

void JsonView::onPasteRefused()
{
    m_isRefused = true;
    showStatus();
}

void JsonView::showDocument()
{
    m_base = m_document->draft();
    m_isTyped = false;
    m_banner->hide();
    const QString text = writeTeamText(m_document->draft());
    const bool isTooLong = text.size() > LongestTeamText;
    m_editor->setReadOnly(isTooLong);
    m_reading = {};
    {
        const QScopedValueRollback<bool> guard(m_isShowing, true);
        m_editor->replaceText(isTooLong ? QString() : text);
    }
    if (!isTooLong)
        readNow();
    showMarks();
}

void JsonView::readSoon()
{
    ++m_job; // what is being read is old
    m_pause.start();
}

void JsonView::readNow()
{
    m_pause.stop();
    m_tasks.start(read(m_editor->text(), ++m_job));
}

QCoro::Task<> JsonView::read(QString text, int job)
{
    const QPointer<JsonView> self(this);
    // It takes its time, which the longest text bounds, whoever still waits for it.
    const OneShot<TeamText> answer;
    QThreadPool::globalInstance()->start([answer, text] { answer.set(readTeamText(text)); });
    TeamText reading = co_await answer;
    // A newer text is being read, or waits for its pause.
    if (!self || job != m_job)
        co_return;
    m_readJob = job;
    take(std::move(reading));
}

void JsonView::take(TeamText reading)
{
    m_reading = std::move(reading);
    const bool isElsewhere = m_banner->isVisibleTo(this);
    if (m_isTyped && m_reading.draft && !isElsewhere) {
        m_isTyped = false;
        const QScopedValueRollback<bool> guard(m_isTaking, true);
        m_document->edit(tr("Edit as JSON"), *m_reading.draft, u"json"_s);
        m_base = m_document->draft();
        if (!m_editor->hasFocus())
            m_document->endMerging();
    }
    if (std::exchange(m_isSelectionDue, false))
        showSelected();
    showMarks();
}

void JsonView::discardText()
{
    showDocument();
    m_editor->setFocus();
}

/// The text goes on from the team as it is now: what was changed elsewhere is written over, as one
/// step that can be taken back.
void JsonView::keepText()
{
    m_base = m_document->draft();
    m_banner->hide();
    readNow();
    m_editor->setFocus();
}

void JsonView::showMarks()
{
    QList<JsonMark> marks;
    if (!isRead()) {
        // Where things are is still to come.
    } else if (m_reading.fault) {
        marks.append({ m_reading.fault->offset, true, jsonFaultText(m_reading.fault->kind) });
    } else {
        Problems problems = m_reading.problems;
        if (!isBroken())
            problems += m_problems->problems();
        for (const Problem &problem : std::as_const(problems)) {
            const bool isError = problem.severity == Problem::Severity::Error;
            const QString expected
                = isError && isBroken() ? expectationText(problem.path) : QString();
            marks.append({ m_reading.map.offsetOf(problem.path), isError,
                expected.isEmpty() ? problemWords(problem, m_document->workflow()) : expected });
        }
        for (const qsizetype offset : m_reading.map.duplicates())
            marks.append({ offset, false, jsonFaultText(JsonFault::Kind::DuplicateKey) });
    }
    m_editor->setMarks(marks);
    m_next->setVisible(!marks.isEmpty());
    showStatus();
}

bool JsonView::isBroken() const
{
    return m_reading.fault || hasErrors(m_reading.problems);
}

void JsonView::showStatus()
{
    QString text;
    if (m_isRefused) {
        text = tr("That is too long for a team, so it was not pasted.");
    } else if (m_editor->isReadOnly()) {
        text = tr("This team is too long to be edited as text.");
    } else if (m_reading.fault) {
        const int line
            = m_editor->document()->findBlock(int(m_reading.fault->offset)).blockNumber() + 1;
        //: where a text is wrong, and why
        text = tr("Not taken over. Line %L1: %2")
                   .arg(line)
                   .arg(jsonFaultText(m_reading.fault->kind));
    } else if (isBroken()) {
        text = tr("Not taken over. %n thing(s) in it cannot be read.", nullptr,
            int(m_reading.problems.size()));
    } else {
        text = m_isTyped ? tr("What you write is taken over when you pause.")
                         : tr("The team is as it is written here.");
    }
    const bool isBad = isBroken() || m_isRefused || m_editor->isReadOnly();
    setTextLook(m_status, TextStyle::Label, isBad ? ColorToken::Err : ColorToken::TextDim);
    m_status->setText(text);
}

/// Shows who is selected elsewhere, but never while the person writes here.
void JsonView::showSelected()
{
    const AgentId member = m_selection->single();
    if (member.isEmpty() || m_isTyped || m_editor->hasFocus() || !isVisible())
        return;
    m_isSelectionDue = !isRead(); // where the member is, is still to come
    if (m_isSelectionDue)
        return;
    const std::vector<WorkflowAgent> &agents = m_document->workflow().agents;
    const auto found = std::ranges::find(agents, member, &WorkflowAgent::agentId);
    const QString pointer = u"/workflow_definition/agents/%1"_s.arg(found - agents.begin());
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(int(m_reading.map.offsetOf(pointer)));
    m_editor->setTextCursor(cursor);
    m_editor->centerCursor();
}

} // namespace renum::ui
