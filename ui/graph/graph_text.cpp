// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_text.h"

#include "core/workflow/condition.h"
#include "ui/graph/graph_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Enough for three lines of a card; more is never drawn.
constexpr qsizetype SpokenCharacters = 160;

struct OperatorText {
    QLatin1StringView name;
    QLatin1StringView alias;
    const char *sentence;
};

constexpr std::array operatorTexts {
    OperatorText { "equals"_L1, "eq"_L1, QT_TRANSLATE_NOOP("Graph", "%1 = %2") },
    OperatorText { "not_equals"_L1, "ne"_L1, QT_TRANSLATE_NOOP("Graph", "%1 ≠ %2") },
    OperatorText { "greater_than"_L1, "gt"_L1, QT_TRANSLATE_NOOP("Graph", "%1 > %2") },
    OperatorText { "less_than"_L1, "lt"_L1, QT_TRANSLATE_NOOP("Graph", "%1 < %2") },
    OperatorText { "greater_than_or_equal"_L1, "gte"_L1, QT_TRANSLATE_NOOP("Graph", "%1 ≥ %2") },
    OperatorText { "less_than_or_equal"_L1, "lte"_L1, QT_TRANSLATE_NOOP("Graph", "%1 ≤ %2") },
    OperatorText { "equals"_L1, "=="_L1, QT_TRANSLATE_NOOP("Graph", "%1 = %2") },
    OperatorText { "not_equals"_L1, "!="_L1, QT_TRANSLATE_NOOP("Graph", "%1 ≠ %2") },
    OperatorText { "contains"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 contains %2") },
    OperatorText { "not_contains"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 lacks %2") },
    OperatorText { "in"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 is one of %2") },
    OperatorText { "not_in"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 is none of %2") },
    OperatorText { "starts_with"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 starts with %2") },
    OperatorText { "ends_with"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 ends with %2") },
    OperatorText { "matches"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 matches %2") },
    OperatorText { "exists"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 exists") },
    OperatorText { "not_exists"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 is missing") },
    OperatorText { "is_empty"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 is empty") },
    OperatorText { "is_not_empty"_L1, ""_L1, QT_TRANSLATE_NOOP("Graph", "%1 is not empty") },
};

/// The path without `agent_<id>_result.`: on a wire the agent is already clear.
QString shortPath(const QString &path, const QSet<AgentId> &known)
{
    const std::optional<ResultPath> result = parseResultPath(path, known);
    return result ? result->rest : path;
}

QString valueText(const Json &value)
{
    return value.is_string() ? toQString(value) : compactJsonText(value);
}

QString testText(const Condition &test, const QSet<AgentId> &known)
{
    const QString path = shortPath(test.field, known);
    if (path.isEmpty() && test.op == "exists"_L1)
        return {};
    const QString field = path.isEmpty() ? GraphWords::tr("the result") : path;
    const auto found = std::ranges::find_if(operatorTexts, [&](const OperatorText &entry) {
        return test.op == entry.name || (!entry.alias.isEmpty() && test.op == entry.alias);
    });
    const QString value = test.value ? valueText(*test.value) : QString();
    if (found == operatorTexts.end()) {
        //: field, operator and value of an operator that has no words yet
        return GraphWords::tr("%1 %2 %3").arg(field, test.op, value);
    }
    const QString sentence = GraphWords::tr(found->sentence);
    return sentence.contains("%2"_L1) ? sentence.arg(field, value) : sentence.arg(field);
}

QString joined(
    const std::vector<Condition> &conditions, const QSet<AgentId> &known, const char *sentence)
{
    QString text;
    for (const Condition &condition : conditions) {
        const QString next = conditionText(condition, known);
        if (next.isEmpty())
            continue;
        text = text.isEmpty() ? next : GraphWords::tr(sentence).arg(text, next);
    }
    return text;
}

/// One pass, no regular expression: called for every card of every frame that has news.
QString collapsed(QStringView text)
{
    static constexpr QStringView marks = u"#*_`>|~";
    QString out;
    out.reserve(text.size());
    bool space = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            space = true;
        } else if (!marks.contains(c)) {
            if (space && !out.isEmpty())
                out += u' ';
            space = false;
            out += c;
        }
    }
    return out;
}

} // namespace

QString conditionText(const Condition &condition, const QSet<AgentId> &known)
{
    switch (condition.kind) {
    case Condition::Kind::Test:
        return testText(condition, known);
    case Condition::Kind::All:
        return conditionText(condition.children, known);
    case Condition::Kind::Any:
        return joined(condition.children, known, QT_TRANSLATE_NOOP("Graph", "%1 or %2"));
    case Condition::Kind::Not: {
        const QString inner = conditionText(condition.children, known);
        return inner.isEmpty() ? inner : GraphWords::tr("not %1").arg(inner);
    }
    }
    return {};
}

QString conditionText(const std::vector<Condition> &conditions, const QSet<AgentId> &known)
{
    return joined(conditions, known, QT_TRANSLATE_NOOP("Graph", "%1 and %2"));
}

QString bothText(const QString &a, const QString &b)
{
    return GraphWords::tr("%1 and %2").arg(a, b);
}

QString feedbackText(const FeedbackSpec &feedback, const QSet<AgentId> &known)
{
    const QString condition = conditionText(feedback.conditions, known);
    if (!feedback.maxIterations)
        return condition;
    if (condition.isEmpty())
        return GraphWords::tr("up to %n time(s)", nullptr, *feedback.maxIterations);
    //: %1 is a condition such as "verdict = fail"
    return GraphWords::tr("%1, up to %n time(s)", nullptr, *feedback.maxIterations).arg(condition);
}

QString modelAndRole(const QString &model, const QString &role)
{
    if (model.isEmpty() || role.isEmpty())
        return model.isEmpty() ? role : model;
    //: model name, then the agent's role or attempt
    return GraphWords::tr("%1 · %2").arg(model, role);
}

QString kindText(MemberKind kind)
{
    switch (kind) {
    case MemberKind::Agent:
        return {};
    case MemberKind::Approval:
        return GraphWords::tr("A person decides");
    case MemberKind::Team:
        return GraphWords::tr("A team");
    }
    return {};
}

QString skipText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::ConditionNotMet:
        return GraphWords::tr("Its condition was not met.");
    case SkipReason::InputUnavailable:
        return GraphWords::tr("The result it needs was not produced.");
    case SkipReason::UpstreamFailed:
        return GraphWords::tr("An agent it depends on failed.");
    case SkipReason::Inactive:
        return GraphWords::tr("This member is switched off.");
    case SkipReason::BudgetExceeded:
        return GraphWords::tr("The budget was used up.");
    case SkipReason::ApprovalRejected:
        return GraphWords::tr("A person rejected it.");
    case SkipReason::ApprovalTimeout:
        return GraphWords::tr("Nobody approved it in time.");
    }
    return {};
}

QString oneLine(const QString &text)
{
    return collapsed(QStringView(text).left(2 * SpokenCharacters)).left(SpokenCharacters);
}

QString lastWords(const QString &text)
{
    const QString end = collapsed(QStringView(text).right(2 * SpokenCharacters));
    const bool cut = text.size() > 2 * SpokenCharacters || end.size() > SpokenCharacters / 2;
    if (!cut)
        return end;
    const QString tail = end.right(SpokenCharacters / 2);
    const qsizetype word = tail.indexOf(u' ');
    //: the end of a longer text
    return GraphWords::tr("…%1").arg(word < 0 ? tail : tail.mid(word + 1));
}

} // namespace renum::ui
