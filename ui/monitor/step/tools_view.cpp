// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/tools_view.h"

#include "ui/theme/look.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

namespace {

QString callText(const ToolUse &use)
{
    if (!use.answered) //: a tool that has not answered
        return ToolsView::tr("%1 · waiting for the answer").arg(use.name);
    return use.ok ? ToolsView::tr("%1 · done").arg(use.name)
                  : ToolsView::tr("%1 · failed").arg(use.name);
}

QString detailsText(const ToolUse &use)
{
    const QString arguments
        = use.arguments.isEmpty() ? ToolsView::tr("(none given)") : use.arguments;
    const QString answer = use.answered ? use.output : ToolsView::tr("(none yet)");
    //: what a tool was called with, and what it answered
    return ToolsView::tr("Called with:\n%1\n\nAnswered:\n%2").arg(arguments, answer);
}

bool sameUse(const ToolUse &a, const ToolUse &b)
{
    return a.name == b.name && a.answered == b.answered && a.ok == b.ok && a.callId == b.callId;
}

} // namespace

ToolsView::ToolsView(QWidget *parent)
    : QWidget(parent)
    , m_calls(new QListWidget(this))
    , m_details(new QPlainTextEdit(this))
    , m_empty(new QLabel(this))
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_calls);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(splitter, 1);
    m_empty->setContentsMargins(Theme::Space3, Theme::Space3, Theme::Space3, 0);
    setTextLook(m_empty, TextStyle::Body, ColorToken::TextDim);
    setTextLook(m_details, TextStyle::Mono);
    setLook(m_details, Look::Panel);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setUndoRedoEnabled(false);
    retranslate();
    connect(m_calls, &QListWidget::currentRowChanged, this, &ToolsView::showDetails);
}

void ToolsView::retranslate()
{
    m_empty->setText(tr("No tool was used."));
    m_calls->setAccessibleName(tr("Tools used"));
    m_calls->setToolTip(tr("Choose a tool to see what it was asked and what it answered"));
    m_details->setAccessibleName(tr("What the tool was asked and what it answered"));
    showCalls();
}

void ToolsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ToolsView::setHistory(const StepHistory &history)
{
    if (std::ranges::equal(m_shown, history.tools, sameUse))
        return;
    m_shown = history.tools;
    showCalls();
}

void ToolsView::showCalls()
{
    const int row = m_calls->currentRow();
    const QSignalBlocker quiet(m_calls);
    m_calls->clear();
    for (const ToolUse &use : m_shown)
        m_calls->addItem(callText(use));
    m_calls->setCurrentRow(row < 0 && !m_shown.empty() ? 0 : row);
    m_empty->setVisible(m_shown.empty());
    showDetails();
}

void ToolsView::showDetails()
{
    const int row = m_calls->currentRow();
    const bool known = row >= 0 && static_cast<std::size_t>(row) < m_shown.size();
    m_details->setPlainText(
        known ? detailsText(m_shown[static_cast<std::size_t>(row)]) : QString());
}

} // namespace renum::ui
