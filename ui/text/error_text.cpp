// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include "core/model/error_codes.h"
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

struct Sentence {
    QString text;
    bool namesAgent = false;
};

std::optional<Sentence> sentenceFor(
    std::span<const ErrorSentence> sentences, const QString &code, const QVariantMap &args)
{
    const auto found = std::ranges::find_if(sentences,
        [&code](const ErrorSentence &entry) { return code == QLatin1StringView(entry.code); });
    if (found == sentences.end())
        return std::nullopt;
    if (found->detailed) {
        if (const auto text = fill(translated(found->detailed), args))
            return Sentence { *text, QLatin1StringView(found->detailed).contains("{agent}"_L1) };
    }
    return Sentence { translated(found->plain) };
}

/// By the rule; rules without a number by the field that breaks them.
Sentence sentenceOf(const Problem &problem)
{
    if (const auto sentence = sentenceFor(problemSentences(), problem.code, problem.args))
        return *sentence;
    if (problem.code == QLatin1StringView(code::ValidationError)) {
        const QString field = problem.path.section(u'/', -1);
        if (const auto sentence = sentenceFor(fieldSentences(), field, problem.args))
            return *sentence;
    }
    if (const auto sentence = sentenceFor(errorSentences(), problem.code, problem.args))
        return { sentence->text, true };
    return { problem.message, true };
}

} // namespace

QString errorText(const Error &error)
{
    const auto sentence = sentenceFor(errorSentences(), error.code, error.args);
    return sentence ? sentence->text : error.message;
}

QString errorDetails(const Error &error)
{
    return u"%1 (%2)\n%3"_s.arg(error.code, toString(error.category), error.message);
}

QString problemText(const Problem &problem)
{
    const Sentence sentence = sentenceOf(problem);
    const QString agent = problem.args.value(u"agent"_s).toString();
    if (sentence.namesAgent || agent.isEmpty())
        return sentence.text;
    //: The agent that has a problem, and the problem
    return translated(QT_TRANSLATE_NOOP("ErrorText", "%1: %2")).arg(agent, sentence.text);
}

QString problemSentence(const Problem &problem)
{
    return sentenceOf(problem).text;
}

QStringList translatedErrorCodes()
{
    QStringList codes;
    for (const ErrorSentence &entry : errorSentences())
        codes.append(QString::fromLatin1(entry.code));
    return codes;
}

} // namespace renum::ui
