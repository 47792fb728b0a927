// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/conditions/condition_texts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <string_view>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Context of all texts here, so that they need no class.
struct Conditions {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

struct Word {
    const char *value;
    const char *text;
};

constexpr std::array Operators {
    Word { "equals", QT_TRANSLATE_NOOP("Conditions", "is") },
    Word { "not_equals", QT_TRANSLATE_NOOP("Conditions", "is not") },
    Word { "contains", QT_TRANSLATE_NOOP("Conditions", "contains") },
    Word { "not_contains", QT_TRANSLATE_NOOP("Conditions", "does not contain") },
    Word { "greater_than", QT_TRANSLATE_NOOP("Conditions", "is more than") },
    Word { "greater_than_or_equal", QT_TRANSLATE_NOOP("Conditions", "is at least") },
    Word { "less_than", QT_TRANSLATE_NOOP("Conditions", "is less than") },
    Word { "less_than_or_equal", QT_TRANSLATE_NOOP("Conditions", "is at most") },
    Word { "in", QT_TRANSLATE_NOOP("Conditions", "is one of") },
    Word { "not_in", QT_TRANSLATE_NOOP("Conditions", "is none of") },
    Word { "starts_with", QT_TRANSLATE_NOOP("Conditions", "begins with") },
    Word { "ends_with", QT_TRANSLATE_NOOP("Conditions", "ends with") },
    Word { "matches", QT_TRANSLATE_NOOP("Conditions", "matches the pattern") },
    Word { "exists", QT_TRANSLATE_NOOP("Conditions", "is there") },
    Word { "not_exists", QT_TRANSLATE_NOOP("Conditions", "is not there") },
    Word { "is_empty", QT_TRANSLATE_NOOP("Conditions", "is empty") },
    Word { "is_not_empty", QT_TRANSLATE_NOOP("Conditions", "is not empty") },
};

constexpr std::array Groups {
    Word { "all", QT_TRANSLATE_NOOP("Conditions", "All of these hold") },
    Word { "any", QT_TRANSLATE_NOOP("Conditions", "At least one of these holds") },
    Word { "not_all", QT_TRANSLATE_NOOP("Conditions", "Not all of these hold") },
    Word { "none", QT_TRANSLATE_NOOP("Conditions", "None of these holds") },
};

constexpr std::array GroupKinds { ConditionNode::Kind::All, ConditionNode::Kind::Any,
    ConditionNode::Kind::NotAll, ConditionNode::Kind::None };

/// In the order of ValueForm.
constexpr std::array Forms {
    Word { "0", QT_TRANSLATE_NOOP("Conditions", "Text") },
    Word { "1", QT_TRANSLATE_NOOP("Conditions", "Number") },
    Word { "2", QT_TRANSLATE_NOOP("Conditions", "Yes or no") },
    Word { "3", QT_TRANSLATE_NOOP("Conditions", "List") },
    Word { "4", QT_TRANSLATE_NOOP("Conditions", "JSON") },
};

template<std::size_t Count>
std::vector<Choice> choicesOf(const std::array<Word, Count> &words)
{
    std::vector<Choice> choices;
    for (const Word &word : words)
        choices.push_back({ QString::fromLatin1(word.value), Conditions::tr(word.text) });
    return choices;
}

/// One line that fits beside a condition.
QString shortValue(const Json &value)
{
    constexpr qsizetype longest = 60;
    const QString text = value.is_string() ? toQString(value).simplified() : compactJsonText(value);
    const QString shown = text.size() > longest ? text.first(longest - 1) + u'…' : text;
    //: around a text that was found
    return value.is_string() ? Conditions::tr("“%1”").arg(shown) : shown;
}

QString fieldWords(const ConditionField &field, const QHash<AgentId, QString> &names)
{
    if (field.path == "initial_prompt"_L1)
        return Conditions::tr("Initial prompt");
    if (field.member.isEmpty()) //: a value that the team shares
        return Conditions::tr("Context › %1").arg(field.path);
    const QString name = names.value(field.member, field.member.toString());
    if (field.within.isEmpty()) //: %1 is an agent
        return Conditions::tr("%1 › everything").arg(name);
    //: An agent and a part of its result
    return Conditions::tr("%1 › %2").arg(name, field.within);
}

} // namespace

std::vector<Choice> operatorChoices()
{
    return choicesOf(Operators);
}

QString operatorName(const QString &written)
{
    const ConditionOperator *op = findConditionOperator(written);
    return op ? QString::fromLatin1(op->name) : written;
}

std::vector<Choice> groupChoices()
{
    return choicesOf(Groups);
}

QString groupValue(ConditionNode::Kind kind)
{
    const auto found = std::ranges::find(GroupKinds, kind);
    return QString::fromLatin1(Groups.at(std::size_t(found - GroupKinds.begin())).value);
}

ConditionNode::Kind groupKind(const QString &value)
{
    const auto found = std::ranges::find_if(
        Groups, [&value](const Word &word) { return value == QLatin1StringView(word.value); });
    return GroupKinds.at(std::size_t(found - Groups.begin()));
}

std::vector<Choice> formChoices()
{
    return choicesOf(Forms);
}

bool comparesText(const ConditionOperator &op)
{
    return op.value != ConditionValue::None && op.value != ConditionValue::Number;
}

std::vector<Choice> fieldChoices(
    const std::vector<ConditionField> &fields, const WorkflowDefinition &workflow)
{
    QHash<AgentId, QString> names;
    for (const WorkflowAgent &member : workflow.agents)
        names.insert(member.agentId, member.displayName());
    std::vector<Choice> choices;
    choices.reserve(fields.size());
    for (const ConditionField &field : fields)
        choices.push_back({ field.path, fieldWords(field, names) });
    return choices;
}

QString fieldText(const QString &path, const std::vector<Choice> &fields)
{
    const auto found = std::ranges::find(fields, path, &Choice::value);
    return found == fields.end() ? path : found->text;
}

QString foundText(const ConditionVerdict &verdict)
{
    if (!verdict.found)
        return Conditions::tr("It was not there.");
    return Conditions::tr("It was %1.").arg(shortValue(*verdict.found));
}

QString verdictText(
    const ConditionNode &root, const ConditionVerdict &verdict, const std::vector<Choice> &fields)
{
    const std::optional<ConditionPath> path = decidingTest(root, verdict);
    if (!path)
        return verdict.holds ? Conditions::tr("Holds: there is nothing to test.")
                             : Conditions::tr("Does not hold: there is nothing to test.");
    const ConditionVerdict *deciding = &verdict;
    for (const std::size_t index : *path)
        deciding = &deciding->parts[index];
    const QString field = fieldText(nodeAt(root, *path)->test.field, fields);
    if (!deciding->found) {
        const QString text = verdict.holds ? Conditions::tr("Holds: %1 was not there.")
                                           : Conditions::tr("Does not hold: %1 was not there.");
        return text.arg(field);
    }
    const QString text = verdict.holds ? Conditions::tr("Holds: %1 was %2.")
                                       : Conditions::tr("Does not hold: %1 was %2.");
    return text.arg(field, shortValue(*deciding->found));
}

} // namespace renum::ui
