// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/strategy_bar.h"

#include "ui/text/format.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace renum::ui {

namespace {
constexpr WorkflowType Strategies[] = { WorkflowType::Sequential, WorkflowType::Parallel,
    WorkflowType::Pipeline, WorkflowType::Conditional };
} // namespace

StrategyBar::StrategyBar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    // The buttons share their frames: each lies over that of the one before.
    layout->setContentsMargins(Theme::Hairline, 0, 0, 0);
    layout->setSpacing(0);
    for (const WorkflowType type : Strategies) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"strategy-" + toString(type));
        button->setCheckable(true);
        setLook(button, Look::SegmentButton);
        layout->addWidget(button);
        m_buttons->addButton(button, static_cast<int>(type));
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        const auto wanted = static_cast<WorkflowType>(id);
        m_buttons->button(static_cast<int>(m_strategy))->setChecked(true);
        if (wanted != m_strategy)
            emit strategyRequested(wanted);
    });
    setStrategy(m_strategy);
    retranslate();
}

void StrategyBar::setStrategy(WorkflowType type)
{
    m_strategy = type;
    m_buttons->button(static_cast<int>(type))->setChecked(true);
}

QString StrategyBar::explanation(WorkflowType type)
{
    switch (type) {
    case WorkflowType::Sequential:
        return tr("One after the other. Each may get the prompt and the results of those before.");
    case WorkflowType::Parallel:
        return tr("Side by side. Who takes the result of another one waits for it.");
    case WorkflowType::Pipeline:
        return tr("A chain. Each gets the result of the one before, and nothing else.");
    case WorkflowType::Conditional:
        return tr("As conditions say. An agent works only when what it waits for has come true.");
    }
    Q_UNREACHABLE();
}

void StrategyBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StrategyBar::retranslate()
{
    setAccessibleName(tr("Strategy of the team"));
    for (const WorkflowType type : Strategies) {
        QAbstractButton *button = m_buttons->button(static_cast<int>(type));
        button->setText(format::workflowType(type));
        button->setToolTip(explanation(type));
        button->setAccessibleDescription(explanation(type));
    }
}

} // namespace renum::ui
