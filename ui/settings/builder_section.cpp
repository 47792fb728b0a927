// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/builder_section.h"

#include "ui/builder/canvas/builder_habits.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;
using Wheel = BuilderHabits::Wheel;

BuilderSection::BuilderSection(BuilderHabits *habits, QWidget *parent)
    : QWidget(parent)
    , m_habits(habits)
    , m_wheelLabel(new QLabel(this))
    , m_wheel(new QComboBox(this))
    , m_snap(new QCheckBox(this))
    , m_tab(new QCheckBox(this))
    , m_letters(new QCheckBox(this))
{
    m_wheel->setObjectName(u"builderWheel"_s);
    for (const Wheel wheel : { Wheel::Pans, Wheel::Zooms })
        m_wheel->addItem({}, QVariant::fromValue(wheel));
    m_wheelLabel->setBuddy(m_wheel);
    m_snap->setObjectName(u"builderSnap"_s);
    m_tab->setObjectName(u"builderTabAdds"_s);
    m_letters->setObjectName(u"builderLetterKeys"_s);
    auto *wheel = new QHBoxLayout;
    wheel->addWidget(m_wheelLabel);
    wheel->addWidget(m_wheel);
    wheel->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addLayout(wheel);
    for (QCheckBox *box : { m_snap, m_tab, m_letters })
        layout->addWidget(box);
    retranslate();
    read();
    connect(m_wheel, &QComboBox::activated, this,
        [this](int index) { m_habits->setWheel(m_wheel->itemData(index).value<Wheel>()); });
    connect(m_snap, &QCheckBox::clicked, m_habits, &BuilderHabits::setSnaps);
    connect(m_tab, &QCheckBox::clicked, m_habits, &BuilderHabits::setTabAdds);
    connect(m_letters, &QCheckBox::clicked, m_habits, &BuilderHabits::setLetterKeys);
    connect(m_habits, &BuilderHabits::changed, this, &BuilderSection::read);
}

void BuilderSection::read()
{
    m_wheel->setCurrentIndex(m_wheel->findData(QVariant::fromValue(m_habits->wheel())));
    m_snap->setChecked(m_habits->snaps());
    m_tab->setChecked(m_habits->tabAdds());
    m_letters->setChecked(m_habits->letterKeys());
}

void BuilderSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BuilderSection::retranslate()
{
    m_wheelLabel->setText(tr("The mouse wheel"));
    m_wheel->setAccessibleName(m_wheelLabel->text());
    m_wheel->setItemText(0, tr("moves the canvas"));
    m_wheel->setItemText(1, tr("zooms"));
    m_wheel->setToolTip(tr("With Ctrl it does the other one"));
    m_snap->setText(tr("Cards snap to the grid and to each other"));
    m_snap->setToolTip(tr("With Alt it is the other way round"));
    m_tab->setText(tr("Tab adds a member to the chosen one"));
    m_tab->setToolTip(tr("Otherwise Tab leaves the canvas"));
    m_letters->setText(tr("Single letters are commands, such as T for Tidy"));
    m_letters->setToolTip(tr("Switch this off when letters reach the canvas by accident"));
}

} // namespace renum::ui
