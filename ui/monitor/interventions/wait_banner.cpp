// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/wait_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace renum::ui {

namespace {

ColorToken textColor(Look look)
{
    switch (look) {
    case Look::OkBanner:
        return ColorToken::Ok;
    case Look::WarnBanner:
        return ColorToken::Warn;
    case Look::ErrBanner:
        return ColorToken::Err;
    default:
        return ColorToken::AccentStrong;
    }
}

} // namespace

WaitBanner::WaitBanner(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, Theme::Space2);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->hide();
    ui::setLook(this, m_line.look);
    setTextLook(m_text, TextStyle::Body, textColor(m_line.look));
    connect(m_action, &QPushButton::clicked, this, &WaitBanner::actionTriggered);
}

void WaitBanner::setLine(const WaitLine &line)
{
    if (line == m_line)
        return;
    const bool otherLook = line.look != m_line.look;
    m_line = line;
    m_text->setText(line.text);
    setAccessibleName(line.text);
    if (!otherLook)
        return;
    ui::setLook(this, line.look);
    setTextLook(m_text, TextStyle::Body, textColor(line.look));
}

void WaitBanner::setAction(const QString &text, const QString &toolTip)
{
    m_action->setVisible(!text.isEmpty());
    m_action->setText(text);
    m_action->setToolTip(toolTip);
}

QString WaitBanner::text() const
{
    return m_line.text;
}

} // namespace renum::ui
