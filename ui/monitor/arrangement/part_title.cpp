// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/arrangement/part_title.h"

#include "ui/theme/look.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

PartTitle::PartTitle(Theme *theme, QDockWidget *dock)
    : QWidget(dock)
    , m_theme(theme)
    , m_dock(dock)
    , m_name(new QLabel(this))
    , m_takeOut(new QToolButton(this))
    , m_hide(new QToolButton(this))
{
    setLook(this, Look::Panel);
    m_name->setTextFormat(Qt::PlainText);
    setTextLook(m_name, TextStyle::Label, ColorToken::TextDim);
    m_takeOut->setObjectName(u"takeOut"_s);
    m_hide->setObjectName(u"hidePart"_s);
    for (QToolButton *button : { m_takeOut, m_hide }) {
        setLook(button, Look::QuietButton);
        button->setIconSize({ Theme::SmallIconSize, Theme::SmallIconSize });
        button->setFixedSize(Theme::Space6, Theme::Space6);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Space4, 0, Theme::Space1, 0);
    row->setSpacing(0);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_takeOut);
    row->addWidget(m_hide);
    connect(m_takeOut, &QToolButton::clicked, this,
        [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_hide, &QToolButton::clicked, m_dock, &QDockWidget::close);
    connect(dock, &QDockWidget::topLevelChanged, this, &PartTitle::retranslate);
    connect(dock, &QDockWidget::windowTitleChanged, this, &PartTitle::retranslate);
    connect(theme, &Theme::changed, this, &PartTitle::dress);
    retranslate();
    dress();
}

void PartTitle::setTabbed(bool tabbed)
{
    m_name->setVisible(!tabbed);
}

void PartTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PartTitle::retranslate()
{
    m_name->setText(m_dock->windowTitle());
    m_takeOut->setToolTip(m_dock->isFloating() ? tr("Put this view back where it was")
                                               : tr("Take this view out to a window of its own"));
    m_hide->setToolTip(tr("Hide this view; “Views” brings it back"));
    for (QToolButton *button : { m_takeOut, m_hide })
        button->setAccessibleName(button->toolTip());
}

void PartTitle::dress()
{
    m_takeOut->setIcon(m_theme->icon(u"window"_s, ColorToken::TextDim));
    m_hide->setIcon(m_theme->icon(u"cross"_s, ColorToken::TextDim));
}

} // namespace renum::ui
