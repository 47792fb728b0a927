// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact_json.h"

#include "core/net/redact.h"

#include <QStringList>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

bool isSecretName(const QString &name)
{
    static const QStringList names { u"authorization"_s, u"token"_s, u"access_token"_s,
        u"refresh_token"_s, u"execution_token"_s, u"api_key"_s, u"apikey"_s, u"user_api_keys"_s,
        u"password"_s, u"passwd"_s, u"secret"_s };
    const QString lower = name.toLower();
    return names.contains(lower) || lower.startsWith("encrypted_"_L1);
}

} // namespace

Json redactedJson(const Json &value)
{
    if (value.is_string())
        return toJson(redact(toQString(value)));
    if (value.is_array()) {
        Json list = Json::array();
        for (const Json &element : value)
            list.push_back(redactedJson(element));
        return list;
    }
    if (!value.is_object())
        return value;
    Json object = Json::object();
    for (const auto &[key, member] : value.items()) {
        const bool secret = isSecretName(QString::fromStdString(key)) && !member.is_null();
        object[key] = secret ? toJson(u"•••"_s) : redactedJson(member);
    }
    return object;
}

} // namespace renum
