// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attention/inbox_button.h"

#include "ui/attention/attention_watch.h"
#include "ui/theme/look.h"

#include <QEvent>

namespace renum::ui {

using namespace Qt::StringLiterals;

InboxButton::InboxButton(Workspace *workspace, AttentionWatch *watch, Theme *theme, QWidget *parent)
    : QToolButton(parent)
    , m_watch(watch)
    , m_theme(theme)
    , m_panel(new InboxPanel(workspace, watch, this))
{
    setObjectName(u"inboxButton"_s);
    setLook(this, Look::QuietButton);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::TabFocus);
    m_panel->setObjectName(u"inboxPanel"_s);
    m_panel->setWindowFlag(Qt::Popup);
    m_panel->hide();
    connect(this, &QToolButton::clicked, this, &InboxButton::openPanel);
    connect(watch, &AttentionWatch::itemsChanged, this, &InboxButton::refresh);
    connect(theme, &Theme::changed, this, &InboxButton::refresh);
    connect(m_panel, &InboxPanel::executionRequested, this, [this](const ExecutionId &id) {
        m_panel->hide();
        emit executionRequested(id);
    });
    refresh();
}

void InboxButton::refresh()
{
    const int waiting = int(m_watch->items().size());
    const ColorToken color = waiting > 0 ? ColorToken::Warn : ColorToken::TextDim;
    setIcon(m_theme->icon(u"message"_s, color));
    setText(waiting > 0 ? QLocale().toString(waiting) : QString());
    setToolTip(waiting > 0 ? tr("%n thing(s) wait for you", nullptr, waiting)
                           : tr("Nothing waits for you"));
    setAccessibleName(toolTip());
}

void InboxButton::openPanel()
{
    m_panel->adjustSize();
    m_panel->move(mapToGlobal(QPoint(width() - m_panel->width(), height() + Theme::Space1)));
    m_panel->show();
}

void InboxButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QToolButton::changeEvent(event);
}

} // namespace renum::ui
