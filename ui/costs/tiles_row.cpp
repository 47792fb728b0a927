// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/tiles_row.h"

#include "ui/costs/cost_tile.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QHBoxLayout>
#include <QLocale>

#include <cmath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int NamedModels = 2;

/// Where nothing has an amount: a dash when there were no calls, else that they have no price.
QString figureText(const Cost &cost)
{
    const QString amount = format::money(cost);
    if (!amount.isEmpty())
        return amount;
    return cost.calls() == 0 ? format::money(Cost::ofCall(CostBasis::Reported, 0))
                             : TilesRow::tr("No price");
}

QString knownMoney(qint64 nanoUsd)
{
    return format::money(Cost::ofCall(CostBasis::Reported, nanoUsd));
}

QString percent(double share, int digits = 0)
{
    return QLocale().toString(100 * share, 'f', digits) + QLocale().percent();
}

} // namespace

QString changeSentence(const SpendingReport &report, const DayRange &days)
{
    if (!days.first || !days.last || !report.before)
        return TilesRow::tr("All that was booked");
    const int count = int(days.first->daysTo(*days.last)) + 1;
    const QString before = TilesRow::tr("the %n day(s) before", nullptr, count);
    const qint64 then = report.before->cost.nanoUsd;
    const qint64 now = report.total.cost.nanoUsd;
    if (report.before->bookings == 0)
        return TilesRow::tr("Nothing was spent in %1").arg(before);
    if (then == 0)
        return TilesRow::tr("No amount is known for %1").arg(before);
    if (now == then)
        return TilesRow::tr("As much as in %1").arg(before);
    const QString share = percent(std::abs(double(now - then) / double(then)));
    return now > then ? TilesRow::tr("▲ %1 on %2").arg(share, before)
                      : TilesRow::tr("▼ %1 on %2").arg(share, before);
}

TilesRow::TilesRow(QWidget *parent)
    : QWidget(parent)
    , m_spent(new CostTile(u"tileSpent"_s, this))
    , m_forecast(new CostTile(u"tileForecast"_s, this))
    , m_runs(new CostTile(u"tileRuns"_s, this))
    , m_calls(new CostTile(u"tileCalls"_s, this))
    , m_unpriced(new CostTile(u"tileUnpriced"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Space3);
    for (CostTile *tile : { m_spent, m_forecast, m_runs, m_calls, m_unpriced })
        row->addWidget(tile, 1);
    connect(m_unpriced, &CostTile::actionTriggered, this, &TilesRow::fixRequested);
}

void TilesRow::showFigures(const CostFigures &figures, const CostScope &scope)
{
    const Spending &total = figures.overTime.total;
    showSpent(figures.overTime, scope.days(ledgerToday()));
    showForecast(figures.forecast);
    showRuns(figures.runs, scope);
    showCalls(total);
    showUnpriced(total, figures.unpriced);
}

void TilesRow::showSpent(const SpendingReport &report, const DayRange &days)
{
    m_spent->showFigure(tr("Spent, %1", "days").arg(daysText(days)), figureText(report.total.cost),
        changeSentence(report, days));
}

void TilesRow::showForecast(const Forecast &forecast)
{
    const QString title = tr("Forecast, end of the month");
    if (!forecast.isKnown()) {
        m_forecast->showFigure(title, tr("Not yet"),
            forecast.spentNanoUsd == 0 && forecast.unpricedCalls > 0
                ? tr("After three days with calls that have a price")
                : tr("After three days with calls; %1 so far")
                      .arg(knownMoney(forecast.spentNanoUsd)));
        return;
    }
    const QString low = knownMoney(forecast.monthNanoUsd.low);
    const QString high = knownMoney(forecast.monthNanoUsd.high);
    const Cost likely = Cost::ofCall(CostBasis::Estimated, forecast.monthNanoUsd.likely);
    QString note = tr("%1 – %2 in four of five cases", "amounts").arg(low, high);
    if (forecast.unpricedCalls > 0)
        note = tr("%1 – %2, without %n call(s) that have no price", "amounts",
            int(forecast.unpricedCalls))
                   .arg(low, high);
    m_forecast->showFigure(title, format::money(likely), note);
}

void TilesRow::showRuns(const ExecutionCounts &runs, const CostScope &scope)
{
    const int ended = runs.completed + runs.failed;
    QString note = ended > 0
        ? tr("%1 completed", "a share").arg(percent(double(runs.completed) / ended, 1))
        : tr("None has ended");
    if (!scope.agent.isEmpty() || !scope.model.isEmpty())
        note = tr("%1, whatever agents and models").arg(note);
    const bool good = ended > 0 && runs.failed == 0;
    m_runs->showFigure(tr("Executions"), QLocale().toString(runs.all), note,
        good ? ColorToken::Ok : ColorToken::TextDim);
}

void TilesRow::showCalls(const Spending &total)
{
    const QString tokens = format::count(total.tokensInput + total.tokensOutput);
    QString note = tr("%1 tokens").arg(tokens);
    if (total.tokensInput > 0 && total.tokensCached > 0) {
        const double cached = double(total.tokensCached) / double(total.tokensInput);
        note = tr("%1 tokens, %2 of the input cached").arg(tokens, percent(cached));
    }
    m_calls->showFigure(tr("Model calls"), QLocale().toString(total.requests), note);
}

void TilesRow::showUnpriced(const Spending &total, const SpendingRows &models)
{
    const int calls = total.cost.unpricedCalls;
    if (calls == 0) {
        m_unpriced->showFigure(
            tr("Without a price"), QLocale().toString(0), tr("Every call has an amount"));
        m_unpriced->setAction({}, {});
        return;
    }
    QStringList names;
    for (const SpendingRow &row : models)
        names.append(CostNames::model(row.model));
    const QString first = names.mid(0, NamedModels).join(tr(", ", "between parts of a list"));
    const int more = int(names.size()) - NamedModels;
    m_unpriced->showFigure(tr("Without a price"), QLocale().toString(calls),
        more > 0 ? tr("%1 and %n more", "models", more).arg(first) : first, ColorToken::Warn);
    m_unpriced->setAction(tr("Fix…"), tr("Give these models a price"));
}

} // namespace renum::ui
