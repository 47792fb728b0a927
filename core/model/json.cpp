// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"

#include "core/model/json_writer.h"

#include <limits>

namespace renum {

QByteArray canonicalJson(const Json &value)
{
    std::string text;
    appendCompactJson(text, value);
    return QByteArray::fromStdString(text);
}

QByteArray prettyJson(const Json &value)
{
    return QByteArray::fromStdString(
        value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

QString compactJsonText(const Json &value)
{
    return QString::fromUtf8(canonicalJson(value));
}

const Json *memberAt(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

std::optional<QString> stringAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    if (!member || !member->is_string())
        return std::nullopt;
    return toQString(*member);
}

std::optional<qint64> integerAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    if (!member || !member->is_number_integer())
        return std::nullopt;
    if (member->is_number_unsigned()
        && member->get<quint64>() > quint64(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return member->get<qint64>();
}

std::optional<double> numberAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    if (!member || !member->is_number())
        return std::nullopt;
    return member->get<double>();
}

std::optional<bool> boolAt(const Json &object, const char *key)
{
    const Json *member = memberAt(object, key);
    if (!member || !member->is_boolean())
        return std::nullopt;
    return member->get<bool>();
}

Json toJson(const QString &text)
{
    return Json(text.toStdString());
}

QString toQString(const Json &value)
{
    if (!value.is_string())
        return {};
    return QString::fromStdString(value.get_ref<const std::string &>());
}

} // namespace renum
