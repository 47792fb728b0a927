// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/section.h"

#include "ui/theme/look.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

Section::Section(Theme *theme, QWidget *body, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_heading(new QToolButton(this))
    , m_body(body)
{
    body->setParent(this);
    setLook(m_heading, Look::QuietButton);
    setTextLook(m_heading, TextStyle::BodyStrong);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    // Its words stand above the labels below it, its frame outside.
    auto *head = new QHBoxLayout;
    head->setContentsMargins(-Theme::Space1, 0, 0, 0);
    head->addWidget(m_heading);
    head->addStretch();
    layout->addLayout(head);
    layout->addWidget(body);
    connect(m_heading, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    showState();
}

void Section::setTitle(const QString &title)
{
    m_heading->setText(title);
    showState();
}

void Section::setOpen(bool open)
{
    const bool opens = open && !m_open;
    m_open = open;
    showState();
    if (opens)
        emit opened();
}

void Section::showState()
{
    m_body->setVisible(m_open);
    m_heading->setIcon(
        m_theme->icon(m_open ? u"chevron-down"_s : u"chevron"_s, ColorToken::TextDim));
    m_heading->setToolTip(m_open ? tr("Hide this section") : tr("Show this section"));
    m_heading->setAccessibleDescription(m_heading->toolTip());
}

} // namespace renum::ui
