// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/estimate_text.h"

#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace renum::ui::format {

using namespace Qt::StringLiterals;

namespace {

struct Estimate {
    Q_DECLARE_TR_FUNCTIONS(Estimate)
};

QString amount(qint64 nanoUsd)
{
    return money(Cost::ofCall(CostBasis::Computed, nanoUsd));
}

QString time(qint64 milliseconds)
{
    return duration(std::chrono::milliseconds(milliseconds));
}

QString fromTo(const QString &low, const QString &high)
{
    //: a range: the least and the most
    return low == high ? low : Estimate::tr("%1 to %2").arg(low, high);
}

qsizetype count(const RunEstimate &estimate, RunEstimate::Basis basis)
{
    return std::ranges::count(estimate.steps, basis, &RunEstimate::Step::basis);
}

QString basisText(const RunEstimate &estimate)
{
    const bool fromPrompt = count(estimate, RunEstimate::Basis::PromptSize) > 0;
    if (count(estimate, RunEstimate::Basis::History) == 0)
        return Estimate::tr("This follows from prompt size and price list.");
    if (!fromPrompt)
        return Estimate::tr("This follows from %n run(s) of this team.", nullptr, estimate.runs);
    return Estimate::tr("This follows from %n run(s) of this team, for its newer members from "
                        "prompt size and price list.",
        nullptr, estimate.runs);
}

} // namespace

QString moneyRange(const AmountRange &nanoUsd)
{
    return fromTo(amount(nanoUsd.low), amount(nanoUsd.high));
}

QString timeRange(const AmountRange &milliseconds)
{
    return fromTo(time(milliseconds.low), time(milliseconds.high));
}

QString costEstimate(const RunEstimate &estimate)
{
    return costEstimate(estimate, 1);
}

QString costEstimate(const RunEstimate &estimate, int runs)
{
    if (estimate.steps.empty())
        return Estimate::tr("No model is called, so it costs nothing.");
    if (!estimate.isKnown()) {
        return Estimate::tr("What it will cost is unknown: nobody knows the prices of the models.");
    }
    const AmountRange all { estimate.nanoUsd.low * runs, estimate.nanoUsd.likely * runs,
        estimate.nanoUsd.high * runs };
    QStringList sentences;
    if (runs > 1) {
        //: the cost of several runs, and what is most likely within it
        sentences << Estimate::tr("%n run(s) will cost %1, probably %2.", nullptr, runs)
                         .arg(moneyRange(all), amount(all.likely));
    } else {
        //: the cost of a run, and what is most likely within it
        sentences << Estimate::tr("It will cost %1, probably %2.")
                         .arg(moneyRange(all), amount(all.likely));
    }
    if (estimate.withoutAmount > 0) {
        sentences << Estimate::tr(
            "Not in it: %n member(s) whose price is unknown.", nullptr, estimate.withoutAmount);
    }
    sentences << basisText(estimate);
    return sentences.join(u' ');
}

QString timeEstimate(const RunEstimate &estimate)
{
    if (!estimate.isTimeKnown())
        return {};
    const AmountRange &range = estimate.milliseconds;
    QStringList sentences { //: how long a run takes, and what is most likely within it
        Estimate::tr("It will take %1, probably %2.").arg(timeRange(range), time(range.likely))
    };
    if (const int unknown = estimate.withoutTime(); unknown > 0) {
        sentences << Estimate::tr(
            "Not in it: %n member(s) that never ran in this team.", nullptr, unknown);
    }
    int runs = 0;
    for (const RunEstimate::Step &step : estimate.steps)
        runs = std::max(runs, step.timedRuns);
    sentences << Estimate::tr("This follows from %n run(s) of this team.", nullptr, runs);
    return sentences.join(u' ');
}

QString costFigure(const RunEstimate &estimate)
{
    if (!estimate.isKnown())
        return {};
    const QString likely = amount(estimate.nanoUsd.likely);
    if (estimate.withoutAmount > 0) {
        //: a cost to which an unknown part comes
        return Estimate::tr("≈ %1 + unknown").arg(likely);
    }
    return u"≈ "_s + likely;
}

QString stepCost(const RunEstimate::Step &step)
{
    const QString range = moneyRange(step.nanoUsd);
    switch (step.basis) {
    case RunEstimate::Basis::History:
        //: a range of money, and from how many runs one knows it
        return Estimate::tr("%1 (%n run(s))", nullptr, step.runs).arg(range);
    case RunEstimate::Basis::PromptSize:
        //: a range of money, and from what one knows it
        return Estimate::tr("%1 (prompt and prices)").arg(range);
    case RunEstimate::Basis::None:
        return Estimate::tr("Unknown");
    }
    return {};
}

QString stepTime(const RunEstimate::Step &step)
{
    if (step.timedRuns == 0)
        return Estimate::tr("Unknown");
    return Estimate::tr("%1 (%n run(s))", nullptr, step.timedRuns)
        .arg(timeRange(step.milliseconds));
}

} // namespace renum::ui::format
