// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_chart.h"

#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QStackedBarSeries>

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

constexpr int TimeLabels = 7;
constexpr int MoneyLines = 4;
constexpr double BarWidth = 0.72;
constexpr double HalfBar = 0.5;
constexpr double ChartNanosPerDollar = 1e9;
constexpr int SmallestChart = 7 * Theme::ControlHeight;
constexpr int MarkAlpha = 60;

QString tickText(qint64 nanoUsd)
{
    return format::money(Cost::ofCall(CostBasis::Reported, nanoUsd));
}

} // namespace

QList<qint64> moneyTicks(qint64 highest)
{
    if (highest <= 0)
        return { 0 };
    const double rough = double(highest) / MoneyLines;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : { 1.0, 2.0, 2.5, 5.0 }) {
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    }
    const qint64 whole = std::max<qint64>(1, std::llround(step));
    QList<qint64> ticks { 0 };
    while (ticks.constLast() < highest)
        ticks.append(ticks.constLast() + whole);
    return ticks;
}

CostChart::CostChart(Theme *theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("costChart"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    chart()->legend()->hide();
    chart()->setMargins({ 0, Theme::Space2, Theme::Space2, 0 }); // half a label stands above
    chart()->setBackgroundVisible(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    connect(theme, &Theme::changed, this, [this] { showBars(CostBars(m_bars)); });
}

QSize CostChart::sizeHint() const
{
    return { 2 * SmallestChart, SmallestChart };
}

void CostChart::showBars(const CostBars &bars)
{
    if (bars.buckets != m_bars.buckets) {
        m_from = m_to = -1;
        m_dragging = false;
    }
    m_bars = bars;
    chart()->removeAllSeries();
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_series = nullptr;
    if (!bars.buckets.isEmpty()) {
        addSeries();
        addAxes();
    }
    applyTheme();
    viewport()->update();
}

void CostChart::addSeries()
{
    m_series = new QStackedBarSeries;
    m_series->setBarWidth(BarWidth);
    for (int i = 0; i < m_bars.series.size(); ++i) {
        auto *set = new QBarSet(m_bars.series.at(i).name);
        for (const Spending &bar : m_bars.series.at(i).bars)
            set->append(double(bar.cost.nanoUsd) / ChartNanosPerDollar);
        set->setColor(m_theme->seriesColor(i));
        set->setPen(Qt::NoPen);
        connect(set, &QBarSet::hovered, this, [this, i](bool inside, int bucket) {
            if (i < m_bars.series.size())
                showTip(m_bars.series.at(i), bucket, inside);
        });
        m_series->append(set);
    }
    chart()->addSeries(m_series);
}

void CostChart::addAxes()
{
    auto *time = new QCategoryAxis;
    auto *money = new QCategoryAxis;
    labelTime(time);
    labelMoney(money);
    time->setGridLineVisible(false);
    money->setLineVisible(false);
    chart()->addAxis(time, Qt::AlignBottom);
    chart()->addAxis(money, Qt::AlignLeft);
    m_series->attachAxis(time);
    m_series->attachAxis(money);
}

// As many labels as fit, each at the middle of its bar.
void CostChart::labelTime(QCategoryAxis *axis) const
{
    const qsizetype count = m_bars.buckets.size();
    const qsizetype apart = std::max<qsizetype>(1, (count + TimeLabels - 1) / TimeLabels);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setStartValue(-HalfBar);
    for (qsizetype i = 0; i < count; i += apart)
        axis->append(bucketText(m_bars, i), double(i));
    axis->setRange(-HalfBar, double(count) - HalfBar);
}

void CostChart::labelMoney(QCategoryAxis *axis) const
{
    const QList<qint64> ticks = moneyTicks(m_bars.highest());
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (const qint64 tick : ticks)
        axis->append(tickText(tick), double(tick) / ChartNanosPerDollar);
    axis->setRange(0, std::max(double(ticks.constLast()), 1.0) / ChartNanosPerDollar);
}

void CostChart::applyTheme()
{
    const QList<QAbstractAxis *> axes = chart()->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsFont(m_theme->font(TextStyle::Small));
        axis->setLabelsColor(m_theme->color(ColorToken::TextDim));
        axis->setGridLinePen(QPen(m_theme->color(ColorToken::Line), Theme::Hairline));
        axis->setLinePen(QPen(m_theme->color(ColorToken::Line), Theme::Hairline));
    }
    setBackgroundBrush(m_theme->color(ColorToken::Panel));
}

void CostChart::showTip(const CostBars::Series &series, int bucket, bool inside)
{
    if (!inside || bucket < 0 || bucket >= series.bars.size()) {
        QToolTip::hideText();
        return;
    }
    const QString when = bucketText(m_bars, bucket);
    const QString amount = format::money(series.bars.at(bucket).cost);
    //: who, when, how much
    QToolTip::showText(QCursor::pos(), tr("%1, %2: %3").arg(series.name, when, amount), this);
}

// --- narrowing ---------------------------------------------------------------------------------

int CostChart::bucketAt(const QPointF &position) const
{
    const QPointF inChart = chart()->mapFromScene(mapToScene(position.toPoint()));
    const double x = chart()->mapToValue(inChart, m_series).x();
    return std::clamp(int(std::lround(x)), 0, int(m_bars.buckets.size()) - 1);
}

void CostChart::mark(int from, int to)
{
    m_from = from;
    m_to = to;
    viewport()->update();
}

void CostChart::choose()
{
    if (m_from < 0)
        return;
    const auto [from, to] = std::minmax(m_from, m_to);
    const DayRange days { m_bars.buckets.at(from).first, m_bars.buckets.at(to).last };
    mark(-1, -1);
    emit daysChosen(days);
}

void CostChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_series)
        return;
    m_dragging = true;
    const int bucket = bucketAt(event->position());
    mark(bucket, bucket);
}

void CostChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_dragging)
        mark(m_from, bucketAt(event->position()));
}

void CostChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && std::exchange(m_dragging, false))
        choose();
}

void CostChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.buckets.size()) - 1;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const int move = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (move != 0 && last >= 0) {
        const int to = m_to < 0 ? last : std::clamp(m_to + move, 0, last);
        mark(extends && m_from >= 0 ? m_from : to, to);
        const QString amount = format::money(m_bars.sums.at(to).cost);
        //: a day, how much
        setAccessibleName(tr("%1: %2").arg(bucketText(m_bars, to), amount));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose();
    } else if (event->key() == Qt::Key_Escape && (m_dragging || m_from >= 0)) {
        m_dragging = false;
        mark(-1, -1);
    } else if (event->key() == Qt::Key_Escape) {
        emit widened();
    } else {
        QChartView::keyPressEvent(event);
    }
}

void CostChart::focusOutEvent(QFocusEvent *event)
{
    if (!m_dragging)
        mark(-1, -1);
    QChartView::focusOutEvent(event);
}

void CostChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_series)
        return;
    painter->save();
    const QRectF plot = chart()->plotArea();
    if (m_from >= 0) {
        const auto [from, to] = std::minmax(m_from, m_to);
        const double left = chart()->mapToPosition({ from - HalfBar, 0 }, m_series).x();
        const double right = chart()->mapToPosition({ to + HalfBar, 0 }, m_series).x();
        QColor fill = m_theme->color(ColorToken::Accent);
        fill.setAlpha(MarkAlpha);
        painter->fillRect(QRectF(left, plot.top(), right - left, plot.height()), fill);
    }
    if (hasFocus()) {
        painter->setPen(m_theme->color(ColorToken::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(plot);
    }
    painter->restore();
}

} // namespace renum::ui
