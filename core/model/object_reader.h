// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/problem.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace renum {

/// Reads the members of one JSON object and reports each malformed one with its JSON pointer. Every
/// member that was asked for is "taken"; rest() holds the unknown ones, which are kept and echoed.
class ObjectReader {
public:
    /// `json` and `problems` are borrowed and must outlive the reader.
    ObjectReader(const Json &json, QString path, Problems &problems);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString pathOf(const char *key) const;
    [[nodiscard]] Problems &problems() { return m_problems; }

    /// The member, or nullptr when it is absent or null (contract §1.1: null means not given).
    const Json *take(const char *key);

    // None when absent; when of another type, none and a problem under `code`.
    std::optional<QString> text(const char *key);
    std::optional<bool> flag(const char *key);
    std::optional<double> number(
        const char *key, const QString &code = QStringLiteral("validation_error"));
    std::optional<int> integer(
        const char *key, const QString &code = QStringLiteral("validation_error"));
    std::optional<QStringList> texts(const char *key);

    [[nodiscard]] Json rest() const { return m_rest; }

    void wrongType(const char *key, const QString &expected,
        const QString &code = QStringLiteral("validation_error"));
    void problem(const QString &code, const QString &path, const QString &message);

private:
    const Json &m_json;
    QString m_path;
    Problems &m_problems;
    Json m_rest = Json::object();
};

} // namespace renum
