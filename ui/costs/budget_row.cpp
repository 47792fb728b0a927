// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/budget_row.h"

#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarHeight = Theme::Space2;
constexpr double ReservedOpacity = 0.45;

ColorToken colorOf(BudgetStatus::Level level)
{
    switch (level) {
    case BudgetStatus::Level::Fine:
        return ColorToken::Accent;
    case BudgetStatus::Level::Warning:
        return ColorToken::Warn;
    case BudgetStatus::Level::Reached:
        return ColorToken::Err;
    }
    Q_UNREACHABLE();
}

} // namespace

BudgetBar::BudgetBar(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_color(ColorToken::Accent)
{
    setMinimumHeight(BarHeight);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize BudgetBar::sizeHint() const
{
    return { Theme::RailWidth, BarHeight };
}

void BudgetBar::showStatus(const BudgetStatus &status)
{
    m_shares = budgetShares(status);
    m_levels = status.budget.warnAt;
    m_color = colorOf(status.level);
    update();
}

void BudgetBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar(0, (height() - BarHeight) / 2.0, width(), BarHeight);
    const auto fill = [&](double from, double to, const QColor &color) {
        QRectF part = bar;
        part.setLeft(bar.left() + std::clamp(from, 0.0, 1.0) * bar.width());
        part.setRight(bar.left() + std::clamp(to, 0.0, 1.0) * bar.width());
        painter.setBrush(color);
        painter.drawRoundedRect(part, Theme::Space1, Theme::Space1);
    };
    fill(0, 1, m_theme->color(ColorToken::NeutralBackground));
    QColor reserved = m_theme->color(m_color);
    reserved.setAlphaF(float(ReservedOpacity));
    if (m_shares.reserved > 0)
        fill(0, m_shares.spent + m_shares.reserved, reserved);
    if (m_shares.spent > 0)
        fill(0, m_shares.spent, m_theme->color(m_color));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    for (const int level : std::as_const(m_levels)) {
        const double x = bar.left() + level / 100.0 * bar.width();
        if (level < 100)
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
    }
}

BudgetRow::BudgetRow(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_amount(new QLabel(this))
    , m_edit(makeButton(u"editBudget"_s, u"settings"_s))
    , m_remove(makeButton(u"removeBudget"_s, u"trash"_s))
    , m_bar(new BudgetBar(theme, this))
    , m_note(new WrappedLabel(this))
{
    m_title->setObjectName(u"budgetTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_amount->setObjectName(u"budgetAmount"_s);
    m_note->setObjectName(u"budgetNote"_s);
    setTextLook(m_amount, TextStyle::Body, ColorToken::TextDim);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::Space1);
    head->addWidget(m_title, 1);
    head->addWidget(m_amount);
    head->addWidget(m_edit);
    head->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    connect(m_edit, &QToolButton::clicked, this, &BudgetRow::editRequested);
    connect(m_remove, &QToolButton::clicked, this, &BudgetRow::removeRequested);
}

QToolButton *BudgetRow::makeButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme->icon(icon, ColorToken::TextDim));
    button->setFocusPolicy(Qt::TabFocus);
    setLook(button, Look::QuietButton);
    return button;
}

void BudgetRow::showStatus(const BudgetStatus &status, const CostNames &names)
{
    m_budget = status.budget;
    const QString title = budgetTitle(status.budget, names);
    const QString amount = budgetAmountText(status);
    const QString note = budgetNote(status);
    m_title->setText(title);
    m_amount->setText(amount);
    m_note->setText(note);
    const ColorToken color = status.level == BudgetStatus::Level::Fine ? ColorToken::TextDim
        : status.level == BudgetStatus::Level::Warning                 ? ColorToken::Warn
                                                                       : ColorToken::Err;
    setTextLook(m_note, TextStyle::Label, color);
    m_bar->showStatus(status);
    //: what a bar shows, for screen readers: a budget, how much of it, remarks
    m_bar->setAccessibleName(tr("%1: %2. %3").arg(title, amount, note));
    m_edit->setToolTip(tr("Change the budget “%1”").arg(title));
    m_edit->setAccessibleName(m_edit->toolTip());
    m_remove->setToolTip(tr("Remove the budget “%1”").arg(title));
    m_remove->setAccessibleName(m_remove->toolTip());
}

} // namespace renum::ui
