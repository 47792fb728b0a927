// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/theme/look.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int EntryHeight = 54;
constexpr int EntryWidth = Theme::RailWidth - 2 * Theme::Space1 - Theme::Space1;
} // namespace

Rail::Rail(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setLook(this, Look::Rail);
    setMinimumWidth(Theme::RailWidth);
    m_layout->setContentsMargins(0, Theme::Space2, 0, Theme::Space2);
    m_layout->setSpacing(Theme::Space1);
    m_layout->addStretch();
}

int Rail::addEntry(const QString &iconName, const QString &text, Place place)
{
    auto *button = new QToolButton(this);
    setLook(button, Look::RailButton);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIcon(m_theme->icon(iconName, ColorToken::TextDim, ColorToken::AccentStrong));
    button->setIconSize({ Theme::IconSize, Theme::IconSize });
    button->setMinimumSize(EntryWidth, EntryHeight);
    button->setFocusPolicy(Qt::TabFocus);
    const int index = static_cast<int>(m_buttons.size());
    m_buttons.append(button);
    setText(index, text, text);
    connect(button, &QToolButton::clicked, this, [this, index] { emit chosen(index); });
    if (place == Place::Top)
        m_layout->insertWidget(m_topCount++, button, 0, Qt::AlignHCenter);
    else
        m_layout->addWidget(button, 0, Qt::AlignHCenter);
    return index;
}

void Rail::setText(int index, const QString &text, const QString &toolTip)
{
    QToolButton *button = m_buttons.at(index);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    setAccessibleName(tr("Pages"));
}

void Rail::setCurrent(int index)
{
    m_buttons.at(index)->setChecked(true);
}

} // namespace renum::ui
