// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks the arguments of a team tool against the few words of JSON Schema that the tools use.

#include "core/model/error_codes.h"
#include "core/team/team_tools.h"

#include <QStringList>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxNameShown = 64;

bool isOfType(const Json &value, const QString &type)
{
    if (type == "string"_L1)
        return value.is_string();
    if (type == "object"_L1)
        return value.is_object();
    if (type == "array"_L1)
        return value.is_array();
    return value.is_number_integer();
}

/// The types that a property allows; none means any.
QStringList typesOf(const Json &property)
{
    QStringList types;
    const Json *type = memberAt(property, "type");
    if (type && type->is_string())
        types.append(toQString(*type));
    if (type && type->is_array()) {
        for (const Json &one : *type)
            types.append(toQString(one));
    }
    return types;
}

QStringList namesOf(const Json &list)
{
    QStringList names;
    for (const Json &name : list)
        names.append(toQString(name));
    return names;
}

/// What the value has to be, or empty when it is.
QString expectation(const Json &value, const Json &property)
{
    const QStringList types = typesOf(property);
    const bool fits = types.isEmpty() || std::ranges::any_of(types, [&value](const QString &type) {
        return isOfType(value, type);
    });
    if (!fits)
        return types.join(" or "_L1);
    if (const Json *names = memberAt(property, "enum");
        names && std::ranges::find(*names, value) == names->end())
        return u"one of "_s + namesOf(*names).join(", "_L1);
    const std::optional<qint64> minimum = integerAt(property, "minimum");
    const std::optional<qint64> maximum = integerAt(property, "maximum");
    if (minimum && maximum) {
        const double number = value.get<double>();
        if (number < double(*minimum) || number > double(*maximum))
            return u"from %1 to %2"_s.arg(*minimum).arg(*maximum);
    }
    if (const Json *items = memberAt(property, "items")) {
        for (const Json &item : value) {
            if (const QString text = expectation(item, *items); !text.isEmpty())
                return u"a list, each "_s + text;
        }
    }
    return {};
}

QString parameterText(const QString &name, const Json &property, bool required)
{
    const QStringList types = typesOf(property);
    QString text = name + ": "_L1 + (types.isEmpty() ? u"any JSON"_s : types.join('|'_L1));
    if (const Json *names = memberAt(property, "enum"))
        text = name + ": "_L1 + namesOf(*names).join('|'_L1);
    return required ? text : u"["_s + text + u']';
}

QStringList findings(const TeamTool &tool, const Json &arguments)
{
    QStringList list;
    const Json &properties = tool.parameters.at("properties");
    for (const QString &name : namesOf(tool.parameters.at("required"))) {
        if (!arguments.contains(name.toStdString()))
            list.append(u"\"%1\" is missing"_s.arg(name));
    }
    for (const auto &[name, value] : arguments.items()) {
        const QString shown = QString::fromStdString(name).left(MaxNameShown);
        const auto property = properties.find(name);
        if (property == properties.end())
            list.append(u"there is no \"%1\""_s.arg(shown));
        else if (const QString wanted = expectation(value, *property); !wanted.isEmpty())
            list.append(u"\"%1\" has to be %2"_s.arg(shown, wanted));
        if (list.size() > 5)
            break; // enough to see what is wrong
    }
    return list;
}

} // namespace

QString signatureOf(const TeamTool &tool)
{
    const QStringList required = namesOf(tool.parameters.at("required"));
    QStringList first;
    QStringList optional;
    for (const auto &[key, property] : tool.parameters.at("properties").items()) {
        const QString name = QString::fromStdString(key);
        const bool needed = required.contains(name);
        (needed ? first : optional).append(parameterText(name, property, needed));
    }
    return u"%1(%2)"_s.arg(tool.name, (first + optional).join(", "_L1));
}

Result<Json> checkedArguments(const QString &toolName, const Json &arguments)
{
    const QString shown = toolName.left(MaxNameShown);
    const TeamTool *tool = findTeamTool(toolName);
    if (!tool) {
        QStringList names;
        for (const TeamTool &known : teamTools())
            names.append(known.name);
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamToolUnknown),
            u"There is no team tool \"%1\". There are: %2."_s.arg(shown, names.join(", "_L1)),
            { { u"tool"_s, shown } } };
    }
    Json given = arguments.is_null() ? Json::object() : arguments;
    QStringList problems;
    if (given.is_object()) {
        for (auto it = given.begin(); it != given.end();) {
            const bool isValue = it.key() == "value"; // where null is a value like others
            it = it->is_null() && !isValue ? given.erase(it) : std::next(it);
        }
        problems = findings(*tool, given);
    } else {
        problems.append(u"the parameters have to be an object"_s);
    }
    if (problems.isEmpty())
        return given;
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::TeamToolArguments),
        u"%1 was not done: %2. Use it like this: %3."_s.arg(
            shown, problems.join("; "_L1), signatureOf(*tool)),
        { { u"tool"_s, shown } } };
}

} // namespace renum
