// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <optional>

/// JSON values of the whole product. Objects are ordered by key, so that dumping is canonical.
namespace renum {

using Json = nlohmann::json;

/// Compact, keys sorted, UTF-8; broken surrogates become U+FFFD. Never throws.
[[nodiscard]] QByteArray canonicalJson(const Json &value);
/// Indented by two spaces, for people.
[[nodiscard]] QByteArray prettyJson(const Json &value);
/// canonicalJson as text.
[[nodiscard]] QString compactJsonText(const Json &value);

/// Tolerant readers for objects from outside: none when `object` is no object, the key is absent or
/// the value has another type.
[[nodiscard]] std::optional<QString> stringAt(const Json &object, const char *key);
[[nodiscard]] std::optional<qint64> integerAt(const Json &object, const char *key);
[[nodiscard]] std::optional<double> numberAt(const Json &object, const char *key);
[[nodiscard]] std::optional<bool> boolAt(const Json &object, const char *key);
/// The member, or nullptr when absent or when `object` is no object. Borrowed from `object`.
[[nodiscard]] const Json *memberAt(const Json &object, const char *key);

/// A JSON string value of a QString, and back (empty for what is not a string).
[[nodiscard]] Json toJson(const QString &text);
[[nodiscard]] QString toQString(const Json &value);

} // namespace renum

namespace nlohmann {
template<>
struct adl_serializer<QString> {
    static void to_json(json &j, const QString &text) { j = text.toStdString(); }
    static void from_json(const json &j, QString &text)
    {
        text = QString::fromStdString(j.get_ref<const std::string &>());
    }
};
} // namespace nlohmann
