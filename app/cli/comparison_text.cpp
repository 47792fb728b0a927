// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_text.h"

#include "app/cli/terminal_text.h"
#include "core/model/json_difference.h"
#include "core/model/text_difference.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NameColumns = 24;
constexpr qsizetype FigureColumns = 36;
constexpr qsizetype ComparedColumns = 60;

QString seconds(qint64 microseconds)
{
    return u"%1 s"_s.arg(double(microseconds) / 1e6, 0, 'f', 1);
}

QString dollars(qint64 nanoUsd)
{
    return u"$%1"_s.arg(double(nanoUsd) / 1e9, 0, 'f', 4);
}

QString tokenCount(qint64 tokens)
{
    return u"%1 tok"_s.arg(tokens);
}

/// "12.0 s -> 9.5 s (-2.5 s)"; what is not known is a question mark.
QString figure(const FigureChange &change, QString (*written)(qint64))
{
    const auto side
        = [written](std::optional<qint64> value) { return value ? written(*value) : u"?"_s; };
    if (!change.before && !change.after)
        return u"?"_s;
    const QString both = u"%1 -> %2"_s.arg(side(change.before), side(change.after));
    const std::optional<qint64> difference = change.change();
    if (!difference || *difference == 0)
        return both;
    const QString sign = *difference > 0 ? u"+"_s : u"-"_s;
    return u"%1 (%2%3)"_s.arg(both, sign, written(std::abs(*difference)));
}

QString figures(const FiguresChange &change)
{
    const QString line = cell(figure(change.time, seconds), FigureColumns) + u"  "_s
        + cell(figure(change.tokens, tokenCount), FigureColumns) + u"  "_s
        + figure(change.money, dollars);
    return change.approximate ? QString(line + u" (approximate)"_s) : line;
}

QString runLine(const QString &mark, const RunFacts &run)
{
    QString origin;
    if (run.origin())
        origin
            = u"  %1 of %2"_s.arg(toString(run.origin()->kind), run.origin()->execution.toString());
    return u"%1 %2  %3  %4%5"_s.arg(mark, run.id().toString(),
        toString(run.status()).leftJustified(10), cell(run.teamName(), NameColumns), origin);
}

QString statusText(const std::optional<ComparedStep> &step)
{
    if (!step)
        return u"absent"_s;
    return step->reused ? u"kept"_s : toString(step->status);
}

QString stepLine(const StepComparison &step)
{
    QString name = step.any().name;
    if (step.any().iteration > 1)
        name += u" #%1"_s.arg(step.any().iteration);
    QStringList texts;
    if (step.promptChanged())
        texts << u"prompt"_s;
    if (step.outputChanged())
        texts << u"output"_s;
    const QString status = u"%1 -> %2"_s.arg(statusText(step.before), statusText(step.after));
    const QString differs = texts.isEmpty() ? QString() : u"  differs: "_s + texts.join(u", "_s);
    return u"  %1  %2  %3%4"_s.arg(
        cell(name, NameColumns), cell(status, NameColumns), figures(step.figures()), differs);
}

void appendSettings(QStringList &lines, const JsonDifference &difference, const QString &path)
{
    if (difference.kind == JsonDifference::Kind::Same)
        return;
    if (difference.isInside()) {
        for (const JsonDifference &child : difference.children)
            appendSettings(lines, child, path + u'/' + child.key);
        return;
    }
    const auto value = [](const Json *json) {
        return json ? cell(compactJsonText(*json), ComparedColumns).trimmed() : u"absent"_s;
    };
    lines << u"  %1: %2 -> %3"_s.arg(
        printable(path, LineBreaks::Fold), value(difference.before), value(difference.after));
}

} // namespace

QString markedText(const QString &before, const QString &after)
{
    QString text;
    for (const TextPiece &piece : wordDifference(before, after)) {
        if (piece.kind == TextPiece::Kind::Same)
            text += piece.text;
        else if (piece.kind == TextPiece::Kind::Removed)
            text += u"[-"_s + piece.text + u"-]"_s;
        else
            text += u"{+"_s + piece.text + u"+}"_s;
    }
    return printable(text, LineBreaks::Keep);
}

QStringList comparisonLines(const RunComparison &comparison)
{
    QStringList lines { runLine(u"-"_s, comparison.before), runLine(u"+"_s, comparison.after),
        u"  "_s + figures(comparison.figures()), QString(), u"Steps"_s };
    for (const StepComparison &step : comparison.steps)
        lines << stepLine(step);
    QStringList settings;
    appendSettings(
        settings, jsonDifference(comparison.before.settings(), comparison.after.settings()), {});
    if (comparison.before.prompt() != comparison.after.prompt())
        lines << QString() << u"Prompt"_s
              << markedText(comparison.before.prompt(), comparison.after.prompt());
    if (!settings.isEmpty())
        lines << QString() << u"Settings"_s << settings;
    lines << QString() << u"Result"_s;
    if (comparison.before.result() == comparison.after.result())
        lines << u"  the same"_s;
    else
        lines << markedText(comparison.before.result(), comparison.after.result());
    return lines;
}

} // namespace renum::cli
