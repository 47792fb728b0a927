// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/segments.h"

#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace renum::ui {

Segments::Segments(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

QToolButton *Segments::addChoice(int value, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    const bool first = m_group->buttons().isEmpty();
    button->setChecked(first);
    button->setProperty("first", first); // has a border of its own on the left
    button->setFocusPolicy(Qt::TabFocus);
    setLook(button, Look::SegmentButton);
    m_group->addButton(button, value);
    m_row->addWidget(button);
    return button;
}

void Segments::setText(int value, const QString &text, const QString &toolTip)
{
    QAbstractButton *button = m_group->button(value);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
}

int Segments::value() const
{
    return m_group->checkedId();
}

void Segments::setValue(int value)
{
    if (QAbstractButton *button = m_group->button(value))
        button->setChecked(true);
}

} // namespace renum::ui
