// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include "ui/text/error_sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString argumentText(const QVariant &value)
{
    const QStringList list = value.toStringList();
    return list.size() > 1 ? list.join(u'\n') : value.toString();
}

/// Replaces `{name}` by the argument of that name; none when one is missing.
std::optional<QString> fill(const QString &sentence, const QVariantMap &args)
{
    QString out;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = sentence.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : sentence.indexOf(u'}', open);
        if (close < 0)
            return out + sentence.mid(from);
        const QString text = argumentText(args.value(sentence.mid(open + 1, close - open - 1)));
        if (text.isEmpty())
            return std::nullopt;
        out += sentence.mid(from, open - from) + text;
        from = close + 1;
    }
}

QString translated(const char *sentence)
{
    return QCoreApplication::translate("ErrorText", sentence);
}

std::optional<QString> sentenceFor(
    std::span<const ErrorSentence> sentences, const QString &code, const QVariantMap &args)
{
    const auto found = std::ranges::find_if(sentences,
        [&code](const ErrorSentence &entry) { return code == QLatin1StringView(entry.code); });
    if (found == sentences.end())
        return std::nullopt;
    if (found->detailed) {
        if (const auto text = fill(translated(found->detailed), args))
            return text;
    }
    return translated(found->plain);
}

} // namespace

QString errorText(const Error &error)
{
    return sentenceFor(errorSentences(), error.code, error.args).value_or(error.message);
}

QString errorDetails(const Error &error)
{
    return u"%1 (%2)\n%3"_s.arg(error.code, toString(error.category), error.message);
}

QString problemText(const Problem &problem)
{
    if (const auto text = sentenceFor(problemSentences(), problem.code, problem.args)) {
        const QString agent = problem.args.value(u"agent"_s).toString();
        //: The agent that has a problem, and the problem
        return agent.isEmpty()
            ? *text
            : translated(QT_TRANSLATE_NOOP("ErrorText", "%1: %2")).arg(agent, *text);
    }
    return sentenceFor(errorSentences(), problem.code, problem.args).value_or(problem.message);
}

QStringList translatedErrorCodes()
{
    QStringList codes;
    for (const ErrorSentence &entry : errorSentences())
        codes.append(QString::fromLatin1(entry.code));
    return codes;
}

} // namespace renum::ui
