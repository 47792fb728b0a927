// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/compare_view.h"
#include "ui/monitor/compare/step_comparison_model.h"
#include "ui/monitor/context/json_difference_view.h"
#include "ui/monitor/context/text_difference_view.h"
#include "ui/theme/look.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

/// How the view is put together, and its words.
namespace renum::ui {

using namespace Qt::StringLiterals;

void CompareView::build()
{
    setLook(this, Look::Page);
    auto *content = new QWidget(this);
    setLook(content, Look::Panel);
    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(u"compareTabs"_s);
    m_tabs->setDocumentMode(true);
    m_request = new TextDifferenceView(m_theme, content);
    m_request->setObjectName(u"compareRequest"_s);
    m_result = new TextDifferenceView(m_theme, content);
    m_result->setObjectName(u"compareResult"_s);
    m_settings = new JsonDifferenceView(m_theme, content);
    m_settings->setObjectName(u"compareSettings"_s);
    m_family = new QTreeWidget(content);
    m_family->setObjectName(u"compareFamily"_s);
    m_family->setColumnCount(3);
    m_family->setFrameShape(QFrame::NoFrame);
    m_tabs->addTab(buildSteps(), {});
    m_tabs->addTab(m_result, {});
    m_tabs->addTab(m_request, {});
    m_tabs->addTab(m_settings, {});
    m_tabs->addTab(m_family, {});
    for (QWidget *each : QList<QWidget *> { m_request, m_result })
        setLook(each, Look::Panel);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_tabs, 1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildMessage());
    m_stack->addWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

QWidget *CompareView::buildMessage()
{
    m_message = new QLabel(this);
    m_message->setObjectName(u"compareMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    setTextLook(m_message, TextStyle::Body, ColorToken::TextDim);
    return m_message;
}

QWidget *CompareView::buildHead()
{
    auto *head = new QWidget(this);
    const auto label = [head](const QString &name, TextStyle style, ColorToken color) {
        auto *made = new QLabel(head);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setTextLook(made, style, color);
        return made;
    };
    m_before = label(u"compareBefore"_s, TextStyle::Label, ColorToken::TextDim);
    m_after = label(u"compareAfter"_s, TextStyle::Label, ColorToken::TextDim);
    m_figures = label(u"compareFigures"_s, TextStyle::BodyStrong, ColorToken::Text);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    column->setSpacing(Theme::Space1);
    column->addWidget(m_before);
    column->addWidget(m_after);
    column->addWidget(m_figures);
    return head;
}

QWidget *CompareView::buildSteps()
{
    m_steps = new QTableView(this);
    m_steps->setObjectName(u"compareSteps"_s);
    m_steps->setModel(m_model);
    m_steps->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->setTabKeyNavigation(false);
    m_steps->setShowGrid(false);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->verticalHeader()->hide();
    m_steps->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_steps->horizontalHeader()->setStretchLastSection(true);
    m_prompt = new TextDifferenceView(m_theme, this);
    m_prompt->setObjectName(u"comparePrompt"_s);
    m_output = new TextDifferenceView(m_theme, this);
    m_output->setObjectName(u"compareOutput"_s);
    m_texts = new QTabWidget(this);
    m_texts->setDocumentMode(true);
    for (TextDifferenceView *each : { m_output, m_prompt }) {
        setLook(each, Look::Panel);
        m_texts->addTab(each, {});
    }
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_steps);
    split->addWidget(m_texts);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    return split;
}

void CompareView::retranslate()
{
    setWindowTitle(tr("Compare two runs"));
    const QStringList tabs { tr("Steps"), tr("Result"), tr("Prompt"), tr("Settings"),
        tr("Retries and forks") };
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->setTabText(i, tabs.at(i));
    m_texts->setTabText(0, tr("Output"));
    m_texts->setTabText(1, tr("Prompt of the step"));
    m_steps->setAccessibleName(tr("Steps of both runs"));
    m_output->setAccessibleName(tr("Output of the step, word by word"));
    m_prompt->setAccessibleName(tr("Prompt of the step, word by word"));
    m_request->setAccessibleName(tr("Prompt of the run, word by word"));
    m_result->setAccessibleName(tr("Result, word by word"));
    m_family->setAccessibleName(tr("Runs that came out of each other"));
    m_family->setToolTip(tr("Enter opens the run"));
    m_family->setHeaderLabels({ tr("Run"), tr("Time"), tr("State") });
    showFigures();
}

} // namespace renum::ui
