// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/chart_panel.h"

#include "ui/costs/bars_model.h"
#include "ui/costs/cost_chart.h"
#include "ui/costs/data_table.h"
#include "ui/costs/spending_model.h"
#include "ui/monitor/log/flow_layout.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchSize = Theme::Space3;
constexpr int SwatchRadius = 2;

QIcon swatch(const QColor &color, double pixelRatio)
{
    QPixmap pixmap(QSize(SwatchSize, SwatchSize) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRect(0, 0, SwatchSize, SwatchSize), SwatchRadius, SwatchRadius);
    painter.end();
    return pixmap;
}

} // namespace

ChartPanel::ChartPanel(Theme *theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_widen(new QToolButton(this))
    , m_asTable(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new CostChart(theme, m_stack))
    , m_model(new BarsModel(this))
    , m_table(new DataTable(u"chartTable"_s, m_stack))
    , m_legend(new QWidget(this))
    , m_legendRow(new FlowLayout(m_legend))
{
    setLook(this, Look::Card);
    setTextLook(m_title, TextStyle::BodyStrong);
    setTextLook(m_sentence, TextStyle::Body, ColorToken::TextDim);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"chartSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_widen->setObjectName(u"widen"_s);
    m_widen->hide();
    m_asTable->setObjectName(u"chartAsTable"_s);
    m_asTable->setCheckable(true);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_table->showSorted(m_model, BarsModel::SortRole, 0, Qt::AscendingOrder);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_widen);
    head->addWidget(m_asTable);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, Theme::Space3);
    column->setSpacing(Theme::Space2);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_legend);
    connect(m_chart, &CostChart::daysChosen, this, &ChartPanel::daysChosen);
    connect(m_chart, &CostChart::widened, this, &ChartPanel::widened);
    connect(m_widen, &QToolButton::clicked, this, &ChartPanel::widened);
    connect(m_asTable, &QToolButton::toggled, m_stack,
        [this](bool table) { m_stack->setCurrentIndex(table ? 1 : 0); });
    connect(m_table, &DataTable::chosen, this,
        [this](const QModelIndex &index) { emit daysChosen(m_model->daysOf(index.row())); });
    connect(theme, &Theme::changed, this, &ChartPanel::showLegend);
    retranslate();
}

void ChartPanel::retranslate()
{
    m_widen->setText(tr("Whole period"));
    m_widen->setToolTip(tr("Show the whole period again (Escape)"));
    m_asTable->setText(tr("Table"));
    m_asTable->setToolTip(tr("Show the chart as a table"));
    m_table->setAccessibleName(tr("Cost over time"));
    m_chart->setToolTip(
        tr("Drag over bars to look at these days only. Keys: arrows to move, Shift with arrows to "
           "mark, Return to look at them, Escape to see all."));
    showWords();
}

void ChartPanel::showWords()
{
    const QString by = groupingWord(m_grouping);
    //: agent, model, team or strategy
    const QString perDay = tr("Cost a day, by %1");
    const QString perWeek = tr("Cost a week, by %1");
    const QString perMonth = tr("Cost a month, by %1");
    m_title->setText((m_bars.step == CostBars::Step::Day ? perDay
            : m_bars.step == CostBars::Step::Week        ? perWeek
                                                         : perMonth)
                         .arg(by));
    m_sentence->setText(costSentence(m_bars));
    m_chart->setAccessibleName(m_title->text());
    m_chart->setAccessibleDescription(m_sentence->text());
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

QString ChartPanel::sentence() const
{
    return m_sentence->text();
}

void ChartPanel::setWidens(bool widens)
{
    m_widen->setVisible(widens);
}

void ChartPanel::showBars(const CostBars &bars, CostGrouping grouping)
{
    if (bars == m_bars && grouping == m_grouping)
        return;
    const bool sameLegend = grouping == m_grouping && bars.looksLike(m_bars);
    m_bars = bars;
    m_grouping = grouping;
    m_chart->showBars(bars);
    m_model->setBars(bars);
    if (sameLegend)
        nameLegend();
    else
        showLegend();
    showWords();
}

void ChartPanel::showLegend()
{
    while (QLayoutItem *item = m_legendRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_entries.clear();
    for (int i = 0; i < m_bars.series.size(); ++i) {
        auto *button = new QToolButton(m_legend);
        button->setObjectName(u"legendEntry"_s);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(swatch(m_theme->seriesColor(i), devicePixelRatioF()));
        button->setText(m_bars.series.at(i).name);
        setLook(button, Look::QuietButton);
        if (narrowsTo(m_bars.series.at(i)))
            connect(button, &QToolButton::clicked, this,
                [this, i] { emit groupChosen(m_bars.series.at(i).total); });
        m_legendRow->addWidget(button);
        m_entries.append(button);
        button->show();
    }
    nameLegend();
}

void ChartPanel::nameLegend()
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const CostBars::Series &series = m_bars.series.at(i);
        const QString amount = amountCell(series.total.spending.cost);
        //: a group, what it cost
        m_entries.at(i)->setAccessibleName(tr("%1, %2").arg(series.name, amount));
        m_entries.at(i)->setToolTip(
            narrowsTo(series) ? tr("%1. Click to see this alone.").arg(amount) : amount);
    }
}

bool ChartPanel::narrowsTo(const CostBars::Series &series) const
{
    return series.others == 0 && m_grouping != CostGrouping::Strategy;
}

} // namespace renum::ui
