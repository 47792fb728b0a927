// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/builder_header.h"

#include "ui/builder/document/team_document.h"
#include "ui/builder/page/strategy_bar.h"
#include "ui/builder/page/strategy_hint.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

BuilderHeader::BuilderHeader(const Commands &commands, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_strategy(new StrategyBar(this))
    , m_hint(new StrategyHint(theme, this))
    , m_outlook(new QLabel(this))
    , m_more(new QToolButton(this))
{
    setLook(m_state, Look::Chip);
    m_state->setObjectName(u"teamState"_s);
    m_outlook->setObjectName(u"runOutlook"_s);
    setTextLook(m_outlook, TextStyle::Label, ColorToken::TextDim);
    m_outlook->hide();
    m_more->setObjectName(u"moreCommands"_s);
    setLook(m_more, Look::QuietButton);
    m_more->setIcon(theme->icon(u"more"_s, ColorToken::TextDim));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    for (QAction *action : commands.more) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    m_more->setMenu(menu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_state, 0, Qt::AlignVCenter);
    layout->addStretch();
    layout->addWidget(addTool(commands.undo));
    layout->addWidget(addTool(commands.redo));
    layout->addWidget(m_hint);
    layout->addWidget(m_strategy);
    layout->addWidget(addButton(commands.plan));
    layout->addWidget(addButton(commands.save));
    QPushButton *run = addButton(commands.run);
    setLook(run, Look::PrimaryButton);
    layout->addWidget(m_outlook, 0, Qt::AlignVCenter);
    layout->addWidget(run);
    layout->addWidget(m_more);
    refresh();
}

QToolButton *BuilderHeader::addTool(QAction *action)
{
    auto *button = new QToolButton(this);
    setLook(button, Look::QuietButton);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setObjectName(action->objectName() + u"Button");
    return button;
}

QPushButton *BuilderHeader::addButton(QAction *action)
{
    // A push button knows no action; it shows what the action says.
    auto *button = new QPushButton(this);
    button->setObjectName(action->objectName() + u"Button");
    const auto show = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    };
    show();
    connect(action, &QAction::changed, button, show);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void BuilderHeader::setDocument(TeamDocument *document)
{
    m_document = document;
    m_hint->setDocument(document);
    refresh();
}

void BuilderHeader::setOutlook(const QString &figure, const QString &sentence)
{
    m_outlook->setText(figure);
    m_outlook->setToolTip(sentence);
    m_outlook->setAccessibleName(sentence);
    m_outlook->setVisible(!figure.isEmpty());
}

QString BuilderHeader::stateText() const
{
    if (!m_document->stored())
        return tr("Not saved yet");
    const int version = m_document->stored()->version;
    return m_document->isModified() ? tr("v%1 · changed").arg(version)
                                    : tr("v%1 · saved").arg(version);
}

void BuilderHeader::refresh()
{
    m_more->setToolTip(tr("More to do with this team"));
    m_more->setAccessibleName(m_more->toolTip());
    if (!m_document)
        return;
    m_state->setText(stateText());
    m_state->setToolTip(m_document->isModified()
            ? tr("Your changes are kept here until you save them")
            : tr("What you see is what runs"));
    m_strategy->setStrategy(m_document->workflow().type);
}

void BuilderHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace renum::ui
