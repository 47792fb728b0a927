// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/scope_bar.h"

#include "ui/costs/segments.h"
#include "ui/theme/look.h"

#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int FirstYear = 2020;

QDateEdit *makeDay(QWidget *parent, const QString &name)
{
    auto *day = new QDateEdit(parent);
    day->setObjectName(name);
    day->setCalendarPopup(true);
    day->setDateRange(QDate(FirstYear, 1, 1), ledgerToday());
    return day;
}

} // namespace

ScopeBar::ScopeBar(QWidget *parent)
    : QWidget(parent)
    , m_periods(new Segments(this))
    , m_days(new QWidget(this))
    , m_first(makeDay(m_days, u"firstDay"_s))
    , m_to(new QLabel(m_days))
    , m_last(makeDay(m_days, u"lastDay"_s))
    , m_groupings(new Segments(this))
{
    using Kind = CostPeriod::Kind;
    m_periods->addChoice(int(Kind::Day), u"periodDay"_s);
    m_periods->addChoice(int(Kind::Week), u"periodWeek"_s);
    m_periods->addChoice(int(Kind::Month), u"periodMonth"_s);
    m_periods->addChoice(int(Kind::Custom), u"periodCustom"_s);
    m_groupings->addChoice(int(CostGrouping::Agent), u"byAgent"_s);
    m_groupings->addChoice(int(CostGrouping::Model), u"byModel"_s);
    m_groupings->addChoice(int(CostGrouping::Team), u"byTeam"_s);
    m_groupings->addChoice(int(CostGrouping::Strategy), u"byStrategy"_s);
    auto *days = new QHBoxLayout(m_days);
    days->setContentsMargins(0, 0, 0, 0);
    days->addWidget(m_first);
    days->addWidget(m_to);
    days->addWidget(m_last);
    m_days->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space3);
    row->addStretch(1);
    row->addWidget(m_days);
    row->addWidget(m_periods);
    row->addWidget(m_groupings);
    connect(m_periods, &Segments::chosen, this, &ScopeBar::choosePeriod);
    connect(m_groupings, &Segments::chosen, this,
        [this](int grouping) { emit groupingChosen(static_cast<CostGrouping>(grouping)); });
    for (const QDateEdit *day : { m_first, m_last })
        connect(day, &QDateEdit::dateChanged, this, &ScopeBar::chooseDays);
    retranslate();
}

void ScopeBar::retranslate()
{
    using Kind = CostPeriod::Kind;
    m_periods->setAccessibleName(tr("Period"));
    m_periods->setText(int(Kind::Day), tr("Today"), tr("Today, from midnight UTC"));
    m_periods->setText(int(Kind::Week), tr("7 d", "days"), tr("The last seven days, with today"));
    m_periods->setText(
        int(Kind::Month), tr("30 d", "days"), tr("The last thirty days, with today"));
    m_periods->setText(int(Kind::Custom), tr("Custom"), tr("From one day to another"));
    m_groupings->setAccessibleName(tr("Tell apart by"));
    m_groupings->setText(int(CostGrouping::Agent), tr("By agent"), tr("Tell agents apart"));
    m_groupings->setText(int(CostGrouping::Model), tr("Model"), tr("Tell models apart"));
    m_groupings->setText(int(CostGrouping::Team), tr("Team"), tr("Tell teams apart"));
    m_groupings->setText(int(CostGrouping::Strategy), tr("Strategy"),
        tr("Tell strategies apart, as the teams have them now"));
    m_to->setText(tr("to", "between two days"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_first->setToolTip(tr("First day, UTC"));
    m_last->setToolTip(tr("Last day, UTC"));
}

void ScopeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ScopeBar::showScope(const CostScope &scope)
{
    m_periods->setValue(int(scope.period.kind));
    m_groupings->setValue(int(scope.grouping));
    m_days->setVisible(scope.period.kind == CostPeriod::Kind::Custom);
    const DayRange days = scope.period.days(ledgerToday());
    const QSignalBlocker first(m_first);
    const QSignalBlocker last(m_last);
    for (QDateEdit *day : { m_first, m_last })
        day->setMaximumDate(ledgerToday());
    if (days.first)
        m_first->setDate(*days.first);
    if (days.last)
        m_last->setDate(*days.last);
}

void ScopeBar::choosePeriod(int kind)
{
    CostPeriod period { static_cast<CostPeriod::Kind>(kind) };
    if (period.kind == CostPeriod::Kind::Custom)
        period.custom = { m_first->date(), m_last->date() };
    emit periodChosen(period);
}

// Whichever day was moved stays, and takes the other one along.
void ScopeBar::chooseDays()
{
    if (m_first->date() > m_last->date()) {
        const QSignalBlocker first(m_first);
        const QSignalBlocker last(m_last);
        if (sender() == m_first)
            m_last->setDate(m_first->date());
        else
            m_first->setDate(m_last->date());
    }
    emit periodChosen({ CostPeriod::Kind::Custom, { m_first->date(), m_last->date() } });
}

} // namespace renum::ui
