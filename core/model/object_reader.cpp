// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/object_reader.h"

#include <cmath>

namespace renum {

using namespace Qt::StringLiterals;

ObjectReader::ObjectReader(const Json &json, QString path, Problems &problems)
    : m_json(json)
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (json.is_object())
        m_rest = json;
    else
        problem(u"validation_error"_s, m_path, u"This must be an object."_s);
}

QString ObjectReader::pathOf(const char *key) const
{
    return m_path + u'/' + QString::fromUtf8(key);
}

const Json *ObjectReader::take(const char *key)
{
    m_rest.erase(key);
    const Json *member = memberAt(m_json, key);
    return member && !member->is_null() ? member : nullptr;
}

std::optional<QString> ObjectReader::text(const char *key)
{
    const Json *member = take(key);
    if (!member)
        return std::nullopt;
    if (member->is_string())
        return toQString(*member);
    wrongType(key, u"a text"_s);
    return std::nullopt;
}

std::optional<bool> ObjectReader::flag(const char *key)
{
    const Json *member = take(key);
    if (!member)
        return std::nullopt;
    if (member->is_boolean())
        return member->get<bool>();
    wrongType(key, u"true or false"_s);
    return std::nullopt;
}

std::optional<double> ObjectReader::number(const char *key, const QString &code)
{
    const Json *member = take(key);
    if (!member)
        return std::nullopt;
    if (member->is_number() && std::isfinite(member->get<double>()))
        return member->get<double>();
    wrongType(key, u"a number"_s, code);
    return std::nullopt;
}

std::optional<int> ObjectReader::integer(const char *key, const QString &code)
{
    const std::optional<double> value = number(key, code);
    if (!value)
        return std::nullopt;
    if (*value == std::floor(*value) && std::abs(*value) <= 1e9)
        return int(*value);
    wrongType(key, u"a whole number"_s, code);
    return std::nullopt;
}

std::optional<QStringList> ObjectReader::texts(const char *key)
{
    const Json *member = take(key);
    if (!member)
        return std::nullopt;
    if (!member->is_array()) {
        wrongType(key, u"a list of texts"_s);
        return std::nullopt;
    }
    QStringList list;
    for (size_t i = 0; i < member->size(); ++i) {
        if ((*member)[i].is_string())
            list.append(toQString((*member)[i]));
        else
            problem(u"validation_error"_s, pathOf(key) + u'/' + QString::number(i),
                u"This must be a text."_s);
    }
    return list;
}

void ObjectReader::wrongType(const char *key, const QString &expected, const QString &code)
{
    problem(code, pathOf(key), u"\"%1\" must be %2."_s.arg(QString::fromUtf8(key), expected));
}

void ObjectReader::problem(const QString &code, const QString &path, const QString &message)
{
    m_problems.append({ Problem::Severity::Error, code, path, message });
}

} // namespace renum
