// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/flag_field.h"

#include <QCheckBox>

namespace renum::ui {

FlagField::FlagField(QWidget *parent)
    : Field(new QCheckBox, parent)
    , m_box(static_cast<QCheckBox *>(control()))
{
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        m_box->setTristate(false);
        emit edited(on);
    });
}

void FlagField::setText(const QString &text)
{
    m_box->setText(text);
    m_box->setAccessibleName(text);
}

void FlagField::show(bool on)
{
    m_box->setTristate(false);
    m_box->setChecked(on);
}

void FlagField::showMixed()
{
    m_box->setTristate(true);
    m_box->setCheckState(Qt::PartiallyChecked);
}

} // namespace renum::ui
