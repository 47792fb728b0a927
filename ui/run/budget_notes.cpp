// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/budget_notes.h"

#include "core/costs/budget_left.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct BudgetWords {
    Q_DECLARE_TR_FUNCTIONS(BudgetWords)
};

QString moneyText(qint64 nanoUsd)
{
    return format::money(Cost::ofCall(CostBasis::Computed, nanoUsd));
}

/// "$3.20 of $10.00, 12 of 40 calls"
QString leftText(const Budget &budget, const BudgetLeft &left)
{
    QStringList parts;
    const QLocale locale;
    if (left.nanoUsd) {
        //: what is left of a limit
        parts << BudgetWords::tr("%1 of %2")
                     .arg(moneyText(*left.nanoUsd), moneyText(*budget.nanoUsd));
    }
    if (left.tokens) {
        parts << BudgetWords::tr("%1 of %2 tokens")
                     .arg(format::count(*left.tokens), format::count(*budget.tokens));
    }
    if (left.calls) {
        parts << BudgetWords::tr("%1 of %2 calls")
                     .arg(locale.toString(*left.calls), locale.toString(*budget.calls));
    }
    if (left.seconds) {
        parts << BudgetWords::tr("%1 of %2 of work")
                     .arg(format::duration(std::chrono::seconds(*left.seconds)),
                         format::duration(std::chrono::seconds(*budget.seconds)));
    }
    return QLocale().createSeparatedList(parts);
}

QString leftSentence(const Budget &budget, const QString &left)
{
    switch (budget.period) {
    case Budget::Period::Run:
        //: a budget's name, what it leaves
        return BudgetWords::tr("Budget “%1” leaves this run %2.").arg(budget.name, left);
    case Budget::Period::Day:
        return BudgetWords::tr("Budget “%1” leaves today %2.").arg(budget.name, left);
    case Budget::Period::Month:
        return BudgetWords::tr("Budget “%1” leaves this month %2.").arg(budget.name, left);
    }
    Q_UNREACHABLE();
}

enum class Verdict { Fits, MayPass, WillPass, UsedUp };

Verdict compared(const std::optional<qint64> &left, qint64 likely, qint64 high)
{
    if (!left)
        return Verdict::Fits;
    if (*left <= 0)
        return Verdict::UsedUp;
    if (likely > *left)
        return Verdict::WillPass;
    return high > *left ? Verdict::MayPass : Verdict::Fits;
}

Verdict verdictOf(const BudgetLeft &left, const RunEstimate *estimate, int runs)
{
    const AmountRange none;
    const AmountRange money = estimate ? estimate->nanoUsd : none;
    const AmountRange tokens = estimate ? estimate->tokens : none;
    // Each step is one call at the least.
    const qint64 calls = estimate ? qint64(estimate->steps.size()) * runs : 0;
    return std::max({ compared(left.nanoUsd, money.likely * runs, money.high * runs),
        compared(left.tokens, tokens.likely * runs, tokens.high * runs),
        compared(left.calls, calls, calls), compared(left.seconds, 0, 0) });
}

QString verdictText(Verdict verdict, SpendingCap::Action action)
{
    if (action == SpendingCap::Action::Warn) {
        return verdict == Verdict::UsedUp ? BudgetWords::tr("It is used up; you are only told.")
            : verdict == Verdict::WillPass
            ? BudgetWords::tr("This will probably pass it; you are only told.")
            : BudgetWords::tr("This may pass it; you are only told.");
    }
    const bool stops = action == SpendingCap::Action::Stop;
    switch (verdict) {
    case Verdict::UsedUp:
        return stops ? BudgetWords::tr("It is used up: the run stops before its first call.")
                     : BudgetWords::tr("It is used up: the run pauses before its first call.");
    case Verdict::WillPass:
        return stops ? BudgetWords::tr("This will probably pass it; the run then stops.")
                     : BudgetWords::tr("This will probably pass it; the run then pauses.");
    default:
        return stops ? BudgetWords::tr("This may pass it; the run then stops.")
                     : BudgetWords::tr("This may pass it; the run then pauses.");
    }
}

} // namespace

std::vector<BudgetNote> budgetNotes(
    const QList<BudgetStatus> &budgets, const RunEstimate *estimate, int runs)
{
    std::vector<BudgetNote> notes;
    for (const BudgetStatus &status : budgets) {
        const Budget &budget = status.budget;
        const BudgetLeft left = leftOf(status);
        const bool eachRunAnew = budget.period == Budget::Period::Run;
        const Verdict verdict = verdictOf(left, estimate, eachRunAnew ? 1 : runs);
        BudgetNote note { leftSentence(budget, leftText(budget, left)), verdict != Verdict::Fits };
        if (note.isTight) {
            //: two sentences
            note.text
                = BudgetWords::tr("%1 %2").arg(note.text, verdictText(verdict, budget.action));
        }
        notes.push_back(note);
    }
    return notes;
}

} // namespace renum::ui
