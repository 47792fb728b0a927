// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/condition_operator.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <compare>
#include <optional>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxPatternLength = 1000;

/// A pattern of a team's author must not hold up the engine: the matcher gives up, which is "does
/// not match", after some milliseconds. A limit that the pattern itself sets can only be lower.
QRegularExpression limitedPattern(const QString &pattern, Qt::CaseSensitivity sensitivity)
{
    const auto options = sensitivity == Qt::CaseInsensitive
        ? QRegularExpression::CaseInsensitiveOption
        : QRegularExpression::NoPatternOption;
    return QRegularExpression("(*LIMIT_MATCH=50000)(*LIMIT_DEPTH=1000)"_L1 + pattern, options);
}

/// Texts compare as asked; everything else as JSON: numbers by value, booleans only with booleans.
bool isEqual(const Json &a, const Json &b, Qt::CaseSensitivity sensitivity)
{
    if (sensitivity == Qt::CaseInsensitive && a.is_string() && b.is_string())
        return toQString(a).compare(toQString(b), Qt::CaseInsensitive) == 0;
    return a == b;
}

bool hasElement(const Json &list, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return std::ranges::any_of(
        list, [&](const Json &element) { return isEqual(element, value, sensitivity); });
}

bool equals(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && isEqual(*field, value, sensitivity);
}

bool notEquals(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && !isEqual(*field, value, sensitivity);
}

bool contains(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    if (!field)
        return false;
    if (field->is_array())
        return hasElement(*field, value, sensitivity);
    if (!value.is_string())
        return false;
    if (field->is_string())
        return toQString(*field).contains(toQString(value), sensitivity);
    if (!field->is_object())
        return false;
    return std::ranges::any_of(field->items(), [&](const auto &item) {
        return QString::fromStdString(item.key()).compare(toQString(value), sensitivity) == 0;
    });
}

bool notContains(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && !contains(field, value, sensitivity);
}

bool isIn(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && value.is_array() && hasElement(value, *field, sensitivity);
}

bool isNotIn(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && value.is_array() && !hasElement(value, *field, sensitivity);
}

/// The instant an ISO date names; without a zone it is UTC, so that no machine decides otherwise.
std::optional<QDateTime> instant(const Json &value)
{
    static const QRegularExpression shape(u"^\\d{4}-\\d{2}-\\d{2}(T.*)?$"_s);
    const QString text = toQString(value);
    if (text.size() > 40 || !shape.match(text).hasMatch())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return time.toUTC();
}

std::partial_ordering compare(const Json *field, const Json &value)
{
    if (!field)
        return std::partial_ordering::unordered;
    if (field->is_number() && value.is_number()) {
        if (*field < value)
            return std::partial_ordering::less;
        if (value < *field)
            return std::partial_ordering::greater;
        return *field == value ? std::partial_ordering::equivalent
                               : std::partial_ordering::unordered;
    }
    const std::optional<QDateTime> left = instant(*field);
    const std::optional<QDateTime> right = instant(value);
    if (!left || !right)
        return std::partial_ordering::unordered;
    return left->toMSecsSinceEpoch() <=> right->toMSecsSinceEpoch();
}

bool greaterThan(const Json *field, const Json &value, Qt::CaseSensitivity)
{
    return std::is_gt(compare(field, value));
}

bool lessThan(const Json *field, const Json &value, Qt::CaseSensitivity)
{
    return std::is_lt(compare(field, value));
}

bool greaterOrEqual(const Json *field, const Json &value, Qt::CaseSensitivity)
{
    return std::is_gteq(compare(field, value));
}

bool lessOrEqual(const Json *field, const Json &value, Qt::CaseSensitivity)
{
    return std::is_lteq(compare(field, value));
}

bool startsWith(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && field->is_string() && value.is_string()
        && toQString(*field).startsWith(toQString(value), sensitivity);
}

bool endsWith(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return field && field->is_string() && value.is_string()
        && toQString(*field).endsWith(toQString(value), sensitivity);
}

bool matches(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    if (!field || !field->is_string() || !value.is_string())
        return false;
    const QString pattern = toQString(value);
    return patternProblem(pattern).isEmpty()
        && limitedPattern(pattern, sensitivity).match(toQString(*field)).hasMatch();
}

bool exists(const Json *field, const Json &, Qt::CaseSensitivity)
{
    return field && !field->is_null();
}

bool notExists(const Json *field, const Json &, Qt::CaseSensitivity)
{
    return !field || field->is_null();
}

/// Texts, lists and objects can be empty; numbers and booleans never are.
bool isEmpty(const Json *field, const Json &, Qt::CaseSensitivity)
{
    if (!field || field->is_null())
        return true;
    if (field->is_string())
        return field->get_ref<const std::string &>().empty();
    return field->is_structured() && field->empty();
}

bool isNotEmpty(const Json *field, const Json &value, Qt::CaseSensitivity sensitivity)
{
    return !isEmpty(field, value, sensitivity);
}

constexpr std::array Operators {
    ConditionOperator { "equals", "eq", ConditionValue::Any, equals },
    ConditionOperator { "equals", "==", ConditionValue::Any, equals },
    ConditionOperator { "not_equals", "ne", ConditionValue::Any, notEquals },
    ConditionOperator { "not_equals", "!=", ConditionValue::Any, notEquals },
    ConditionOperator { "contains", nullptr, ConditionValue::Any, contains },
    ConditionOperator { "not_contains", nullptr, ConditionValue::Any, notContains },
    ConditionOperator { "greater_than", "gt", ConditionValue::Number, greaterThan },
    ConditionOperator { "less_than", "lt", ConditionValue::Number, lessThan },
    ConditionOperator { "greater_than_or_equal", "gte", ConditionValue::Number, greaterOrEqual },
    ConditionOperator { "less_than_or_equal", "lte", ConditionValue::Number, lessOrEqual },
    ConditionOperator { "in", nullptr, ConditionValue::List, isIn },
    ConditionOperator { "not_in", nullptr, ConditionValue::List, isNotIn },
    ConditionOperator { "starts_with", nullptr, ConditionValue::Text, startsWith },
    ConditionOperator { "ends_with", nullptr, ConditionValue::Text, endsWith },
    ConditionOperator { "matches", nullptr, ConditionValue::Pattern, matches },
    ConditionOperator { "exists", nullptr, ConditionValue::None, exists },
    ConditionOperator { "not_exists", nullptr, ConditionValue::None, notExists },
    ConditionOperator { "is_empty", nullptr, ConditionValue::None, isEmpty },
    ConditionOperator { "is_not_empty", nullptr, ConditionValue::None, isNotEmpty },
};

} // namespace

const ConditionOperator *findConditionOperator(const QString &name)
{
    const auto it = std::ranges::find_if(Operators, [&name](const ConditionOperator &candidate) {
        return name == QLatin1StringView(candidate.name)
            || (candidate.alias && name == QLatin1StringView(candidate.alias));
    });
    return it == Operators.end() ? nullptr : &*it;
}

bool isOrderable(const Json &value)
{
    return value.is_number() || (value.is_string() && instant(value));
}

QString patternProblem(const QString &pattern)
{
    if (pattern.size() > MaxPatternLength)
        return u"it has more than %1 characters"_s.arg(MaxPatternLength);
    const QRegularExpression expression = limitedPattern(pattern, Qt::CaseSensitive);
    return expression.isValid() ? QString() : expression.errorString();
}

} // namespace renum
