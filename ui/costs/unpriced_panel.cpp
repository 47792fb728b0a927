// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/unpriced_panel.h"

#include "ui/costs/cost_names.h"
#include "ui/text/format.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

UnpricedPanel::UnpricedPanel(QWidget *parent)
    : QWidget(parent)
    , m_hint(new WrappedLabel(this))
{
    setTextLook(m_hint, TextStyle::Body, ColorToken::TextDim);
    m_hint->setObjectName(u"unpricedHint"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::Space3, 0, 0);
    column->addWidget(m_hint);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    m_list = new QWidget(scroll);
    scroll->setWidget(m_list);
    setLook(m_list, Look::Panel);
    column->addWidget(scroll, 1);
    rebuild();
}

void UnpricedPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void UnpricedPanel::showModels(const SpendingRows &rows)
{
    if (rows == m_shown)
        return;
    m_shown = rows;
    rebuild();
}

void UnpricedPanel::rebuild()
{
    m_hint->setText(m_shown.isEmpty()
            ? tr("Every call of this period has an amount.")
            : tr("Calls of these models are in no amount, because nobody told their price. A price "
                 "that you give holds for calls from now on; what is booked stays as it is."));
    qDeleteAll(m_list->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    delete m_grid;
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::Space6);
    m_grid->setVerticalSpacing(Theme::Space2);
    for (const SpendingRow &row : std::as_const(m_shown))
        addRow(row);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_grid->setColumnStretch(2, 1);
}

void UnpricedPanel::addRow(const SpendingRow &row)
{
    const int at = m_grid->rowCount();
    const QString model = CostNames::model(row.model);
    const auto add = [&](int column, const QString &text, TextStyle style, ColorToken color) {
        auto *label = new QLabel(text, m_list);
        label->setTextFormat(Qt::PlainText);
        setTextLook(label, style, color);
        m_grid->addWidget(label, at, column);
    };
    add(0, model, TextStyle::BodyStrong, ColorToken::Text);
    add(1, tr("%n call(s)", nullptr, row.spending.cost.unpricedCalls), TextStyle::Body,
        ColorToken::Warn);
    const qint64 tokens = row.spending.tokensInput + row.spending.tokensOutput;
    add(2, tr("%1 tokens").arg(format::count(tokens)), TextStyle::Body, ColorToken::TextDim);
    auto *fix = new QPushButton(tr("Fix…"), m_list);
    fix->setObjectName(u"fixPrice"_s);
    fix->setToolTip(tr("Give %1 a price").arg(model));
    fix->setAccessibleName(fix->toolTip());
    // A model that nobody named cannot have a price.
    fix->setEnabled(!row.model.isEmpty() && row.model != u"unknown"_s);
    m_grid->addWidget(fix, at, 3);
    connect(fix, &QPushButton::clicked, this,
        [this, row] { emit priceRequested(row.model, row.provider); });
}

} // namespace renum::ui
