// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/object_reader.h"

#include "core/model/error_codes.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

const Json &emptyObject()
{
    static const Json empty = Json::object();
    return empty;
}

const Json &emptyArray()
{
    static const Json empty = Json::array();
    return empty;
}

bool allStrings(const Json &array)
{
    return array.is_array()
        && std::ranges::all_of(array, [](const Json &element) { return element.is_string(); });
}

QString asText(const Json &string)
{
    return QString::fromStdString(string.get_ref<const std::string &>());
}

} // namespace

QString pointer(const QString &path, const QString &step)
{
    QString escaped = step;
    escaped.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
    return path + u'/' + escaped;
}

QString pointer(const QString &path, size_t index)
{
    return path + u'/' + QString::number(index);
}

ObjectReader::ObjectReader(const Json &json, QString path, Problems &problems)
    : m_object(json.is_object() ? json : emptyObject())
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (!json.is_object())
        fail(m_path, u"must be an object."_s);
}

QString ObjectReader::path(const char *key) const
{
    return pointer(m_path, QString::fromUtf8(key));
}

void ObjectReader::fail(const QString &path, const QString &message)
{
    m_problems.append({ Problem::Severity::Error, QString::fromLatin1(code::ValidationError), path,
        message, {} });
}

const Json *ObjectReader::member(const char *key)
{
    m_read.insert(key);
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

QString ObjectReader::text(const char *key, const QString &fallback)
{
    const Json *value = member(key);
    if (!value)
        return fallback;
    if (value->is_string())
        return asText(*value);
    fail(path(key), u"must be a string."_s);
    return fallback;
}

QString ObjectReader::requiredText(const char *key)
{
    const QString value = text(key);
    if (!m_object.contains(key))
        fail(path(key), u"is missing."_s);
    else if (value.isEmpty() && m_object.at(key).is_string())
        fail(path(key), u"must not be empty."_s);
    return value;
}

QString ObjectReader::lines(const char *key)
{
    return texts(key).join(u'\n');
}

QStringList ObjectReader::texts(const char *key)
{
    const Json *value = member(key);
    if (!value)
        return {};
    if (value->is_string())
        return { asText(*value) };
    if (!allStrings(*value)) {
        fail(path(key), u"must be a string or an array of strings."_s);
        return {};
    }
    QStringList list;
    for (const Json &element : *value)
        list.append(asText(element));
    return list;
}

qint64 ObjectReader::integer(const char *key, qint64 fallback, qint64 low, qint64 high)
{
    const Json *value = member(key);
    if (!value)
        return fallback;
    // Beyond the signed range a value is out of every range here.
    const bool fits = value->is_number_integer()
        && (!value->is_number_unsigned()
            || value->get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
    const qint64 number = fits ? value->get<qint64>() : 0;
    if (fits && number >= low && number <= high)
        return number;
    fail(path(key), u"must be a whole number from %1 to %2."_s.arg(low).arg(high));
    return fallback;
}

double ObjectReader::number(const char *key, double fallback, double low, double high)
{
    const Json *value = member(key);
    if (!value)
        return fallback;
    const double number = value->is_number() ? value->get<double>() : low - 1;
    if (number >= low && number <= high)
        return number;
    fail(path(key), u"must be a number from %1 to %2."_s.arg(low).arg(high));
    return fallback;
}

bool ObjectReader::boolean(const char *key, bool fallback)
{
    const Json *value = member(key);
    if (!value)
        return fallback;
    if (value->is_boolean())
        return value->get<bool>();
    fail(path(key), u"must be true or false."_s);
    return fallback;
}

const Json &ObjectReader::array(const char *key)
{
    const Json *value = member(key);
    if (!value)
        return emptyArray();
    if (value->is_array())
        return *value;
    fail(path(key), u"must be an array."_s);
    return emptyArray();
}

void ObjectReader::finish()
{
    for (const auto &[key, value] : m_object.items()) {
        if (!m_read.contains(key))
            fail(pointer(m_path, QString::fromStdString(key)), u"is not a known member."_s);
    }
}

} // namespace renum::sim
