// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/output_schema.h"

#include "core/net/json_limits.h"

#include <QStringList>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 64;

bool hasType(const Json &value, const QString &type)
{
    if (type == "object"_L1)
        return value.is_object();
    if (type == "array"_L1)
        return value.is_array();
    if (type == "string"_L1)
        return value.is_string();
    if (type == "integer"_L1)
        return value.is_number_integer();
    if (type == "number"_L1)
        return value.is_number();
    if (type == "boolean"_L1)
        return value.is_boolean();
    if (type == "null"_L1)
        return value.is_null();
    return true;
}

bool contains(const Json &list, const Json &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

class Checker {
public:
    explicit Checker(const Json &root)
        : m_root(root)
    {
    }

    /// The first problem found; the place is a JSON pointer.
    [[nodiscard]] std::optional<QString> check(
        const Json &schema, const Json &value, const QString &place, int depth = 0) const
    {
        if (depth > MaxDepth || !schema.is_object())
            return std::nullopt;
        if (const auto reference = stringAt(schema, "$ref"))
            return check(referred(*reference), value, place, depth + 1);
        if (auto problem = checkKind(schema, value, place))
            return problem;
        if (const Json *options = memberAt(schema, "anyOf"); options && options->is_array()) {
            const bool fits = std::any_of(options->begin(), options->end(),
                [&](const Json &each) { return !check(each, value, place, depth + 1); });
            if (!fits)
                return at(place) + u" fits none of the allowed forms"_s;
        }
        if (value.is_object())
            return checkObject(schema, value, place, depth);
        if (value.is_array())
            return checkItems(schema, value, place, depth);
        return std::nullopt;
    }

private:
    [[nodiscard]] static QString at(const QString &place)
    {
        return place.isEmpty() ? u"the answer"_s : place;
    }

    [[nodiscard]] static std::optional<QString> checkKind(
        const Json &schema, const Json &value, const QString &place)
    {
        if (const Json *type = memberAt(schema, "type")) {
            const bool fits = type->is_array()
                ? std::any_of(type->begin(), type->end(),
                    [&value](const Json &each) { return hasType(value, toQString(each)); })
                : hasType(value, toQString(*type));
            if (!fits)
                return at(place) + u" must be of type "_s + compactJsonText(*type);
        }
        if (const Json *choices = memberAt(schema, "enum");
            choices && choices->is_array() && !contains(*choices, value))
            return at(place) + u" must be one of "_s + compactJsonText(*choices);
        if (const Json *fixed = memberAt(schema, "const"); fixed && *fixed != value)
            return at(place) + u" must be "_s + compactJsonText(*fixed);
        return std::nullopt;
    }

    [[nodiscard]] std::optional<QString> checkObject(
        const Json &schema, const Json &value, const QString &place, int depth) const
    {
        if (const Json *required = memberAt(schema, "required"); required && required->is_array()) {
            for (const Json &key : *required) {
                if (key.is_string() && !value.contains(key.get_ref<const std::string &>()))
                    return at(place) + u" lacks \""_s + toQString(key) + u'"';
            }
        }
        const Json *properties = memberAt(schema, "properties");
        const bool closed = boolAt(schema, "additionalProperties") == false;
        for (const auto &[key, member] : value.items()) {
            const Json *known = properties ? memberAt(*properties, key.c_str()) : nullptr;
            const QString inner = place + u'/' + QString::fromStdString(key);
            if (!known && closed)
                return inner + u" is not allowed"_s;
            if (!known)
                continue;
            if (auto problem = check(*known, member, inner, depth + 1))
                return problem;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<QString> checkItems(
        const Json &schema, const Json &value, const QString &place, int depth) const
    {
        const Json *items = memberAt(schema, "items");
        for (size_t index = 0; items && index < value.size(); ++index) {
            const QString inner = place + u'/' + QString::number(index);
            if (auto problem = check(*items, value[index], inner, depth + 1))
                return problem;
        }
        return std::nullopt;
    }

    /// `#/$defs/name`; what is not there allows everything.
    [[nodiscard]] const Json &referred(const QString &reference) const
    {
        static const Json anything = Json::object();
        const Json *found = &m_root;
        const QStringList parts = reference.split(u'/').mid(1);
        for (const QString &part : parts) {
            found = memberAt(*found, part.toUtf8().constData());
            if (!found)
                return anything;
        }
        return *found;
    }

    const Json &m_root;
};

} // namespace

QString withoutFence(const QString &answer)
{
    QString text = answer.trimmed();
    if (!text.startsWith("```"_L1) || !text.endsWith("```"_L1) || text.size() < 6)
        return text;
    const qsizetype line = text.indexOf(u'\n');
    if (line < 0)
        return text;
    return text.mid(line + 1, text.size() - line - 4).trimmed();
}

std::optional<QString> outputProblem(const Json &schema, const QString &answer)
{
    const Result<Json> value = parseJson(withoutFence(answer).toUtf8());
    if (!value)
        return u"it is not valid JSON"_s;
    return schemaProblem(schema, *value);
}

std::optional<QString> schemaProblem(const Json &schema, const Json &value)
{
    return Checker(schema).check(schema, value, {});
}

} // namespace renum
