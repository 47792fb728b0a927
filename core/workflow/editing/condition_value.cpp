// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/condition_value.h"

#include "core/net/json_limits.h"

#include <QStringList>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr JsonLimits ValueLimits { .maxBytes = qsizetype(256) * 1024, .maxDepth = 64 };

std::optional<Json> readJson(const QString &text)
{
    const Result<Json> json = parseJson(text.toUtf8(), ValueLimits);
    return json ? std::optional(*json) : std::nullopt;
}

std::optional<Json> readNumber(const QString &text)
{
    const std::optional<Json> json = readJson(text);
    return json && json->is_number() ? json : std::nullopt;
}

/// One part of a list: what JSON reads as a plain value is that, everything else is text.
Json readPart(const QString &part)
{
    const std::optional<Json> json = readJson(part);
    return json && json->is_primitive() ? *json : toJson(part);
}

QString partText(const Json &part)
{
    const QString text = toQString(part);
    const bool plain = part.is_string() && !text.isEmpty() && text == text.trimmed()
        && !text.contains(u',') && !text.contains(u'"') && readPart(text) == part;
    return plain ? text : compactJsonText(part);
}

/// The end of a part that begins at `from`: the next comma that is in no quotes.
qsizetype partEnd(const QString &text, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (quoted && text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == u'"')
            quoted = !quoted;
        else if (text.at(i) == u',' && !quoted)
            return i;
    }
    return text.size();
}

Json readList(const QString &text)
{
    Json list = Json::array();
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = partEnd(text, at);
        const QString part = text.sliced(at, end - at).trimmed();
        if (!part.isEmpty())
            list.push_back(readPart(part));
        at = end + 1;
    }
    return list;
}

} // namespace

ValueForm formOf(const Json &value)
{
    if (value.is_string())
        return ValueForm::Text;
    if (value.is_number())
        return ValueForm::Number;
    if (value.is_boolean())
        return ValueForm::Flag;
    const bool isList = value.is_array()
        && std::ranges::all_of(value, [](const Json &part) { return part.is_primitive(); });
    return isList ? ValueForm::List : ValueForm::Any;
}

QString valueText(const Json &value, ValueForm form)
{
    if (form == ValueForm::Text && value.is_string())
        return toQString(value);
    if (form != ValueForm::List || !value.is_array())
        return compactJsonText(value);
    QStringList parts;
    for (const Json &part : value)
        parts += partText(part);
    return parts.join(u", "_s);
}

std::optional<Json> readValue(const QString &text, ValueForm form)
{
    switch (form) {
    case ValueForm::Text:
        return toJson(text);
    case ValueForm::Number:
        return readNumber(text.trimmed());
    case ValueForm::Flag:
        if (text == "true"_L1 || text == "false"_L1)
            return Json(text == "true"_L1);
        return std::nullopt;
    case ValueForm::List:
        return readList(text);
    case ValueForm::Any:
        return readJson(text);
    }
    Q_UNREACHABLE();
}

Json convertedValue(const Json &value, ValueForm form)
{
    const QString text = value.is_string() ? toQString(value) : valueText(value, ValueForm::List);
    switch (form) {
    case ValueForm::Text:
        return toJson(value.is_null() ? QString() : text);
    case ValueForm::Number:
        return readNumber(text.trimmed()).value_or(Json(0));
    case ValueForm::Flag:
        return value == Json(true) || text == "true"_L1;
    case ValueForm::List:
        return value.is_array() ? value : readList(text);
    case ValueForm::Any:
        return value;
    }
    Q_UNREACHABLE();
}

} // namespace renum
