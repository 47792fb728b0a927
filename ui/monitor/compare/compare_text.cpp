// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/compare/compare_text.h"

#include "ui/text/format.h"
#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <cstdlib>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct Compare {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

std::chrono::milliseconds milliseconds(qint64 microseconds)
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::microseconds(microseconds));
}

QString tokenText(qint64 tokens)
{
    Usage usage;
    usage.tokensInput = tokens;
    return format::tokens(usage);
}

} // namespace

QString figureText(Figure figure, std::optional<qint64> value)
{
    if (!value)
        return u"?"_s;
    switch (figure) {
    case Figure::Time:
        return format::duration(milliseconds(*value));
    case Figure::Tokens:
        return tokenText(*value);
    case Figure::Money:
        return format::money(Cost::ofCall(CostBasis::Reported, *value));
    }
    return {};
}

QString changeText(Figure figure, const FigureChange &change)
{
    const std::optional<qint64> by = change.change();
    if (!by || *by == 0)
        return {};
    if (figure == Figure::Money)
        return format::moneyChange(*by);
    const QString size = figureText(figure, std::abs(*by));
    return *by > 0 ? QString(u'+' + size) : QString(u'\u2212' + size);
}

QString bothText(Figure figure, const FigureChange &change, bool approximate)
{
    if (!change.before && !change.after)
        return u"?"_s;
    QString text = figureText(figure, change.before) + u" → "_s + figureText(figure, change.after);
    if (const QString by = changeText(figure, change); !by.isEmpty())
        text += u" (%1)"_s.arg(by);
    return approximate && figure != Figure::Time ? QString(u"≈ "_s + text) : text;
}

QString statusText(const std::optional<ComparedStep> &step)
{
    if (!step)
        return Compare::tr("Not in this run");
    return step->reused ? Compare::tr("Kept", "a result of an earlier run")
                        : Theme::look(step->status).word;
}

QString stepText(const StepComparison &step)
{
    const ComparedStep &facts = step.any();
    const bool replaced = step.before && step.after && step.before->name != step.after->name;
    const QString name
        = replaced ? QString(step.before->name + u" → "_s + step.after->name) : facts.name;
    //: agent, number of the round of a loop
    return facts.iteration > 1 ? Compare::tr("%1, round %2").arg(name).arg(facts.iteration) : name;
}

QString runText(const RunFacts &run)
{
    QStringList parts { run.teamName() };
    if (run.createdAt())
        parts << format::dateTime(*run.createdAt());
    parts << Theme::look(run.status()).word;
    if (run.origin()) {
        parts << (run.origin()->kind == ExecutionOrigin::Kind::Fork ? Compare::tr("fork")
                                                                    : Compare::tr("retry"));
    }
    return parts.join(u" · "_s);
}

} // namespace renum::ui
