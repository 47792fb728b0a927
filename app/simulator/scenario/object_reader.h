// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/problem.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <set>

namespace renum::sim {

/// Reads the members of one JSON object and reports everything that is wrong with them by JSON
/// pointer: wrong types, values out of range, members that nobody asked for.
class ObjectReader {
public:
    /// `json` and `problems` must outlive the reader. A value that is no object is reported and
    /// read as an empty one.
    ObjectReader(const Json &json, QString path, Problems &problems);

    [[nodiscard]] QString path(const char *key) const;
    void fail(const QString &path, const QString &message);

    /// The member as it is, or nullptr.
    [[nodiscard]] const Json *member(const char *key);
    [[nodiscard]] QString text(const char *key, const QString &fallback = {});
    /// Reported when absent or empty.
    [[nodiscard]] QString requiredText(const char *key);
    /// A string, or an array of lines that are joined by line breaks.
    [[nodiscard]] QString lines(const char *key);
    /// A string, or an array of strings.
    [[nodiscard]] QStringList texts(const char *key);
    [[nodiscard]] qint64 integer(const char *key, qint64 fallback, qint64 low, qint64 high);
    [[nodiscard]] double number(const char *key, double fallback, double low, double high);
    [[nodiscard]] bool boolean(const char *key, bool fallback);
    /// The elements of an array member; empty when absent.
    [[nodiscard]] const Json &array(const char *key);
    /// Reports the members that were not read.
    void finish();

private:
    const Json &m_object;
    QString m_path;
    Problems &m_problems;
    std::set<std::string, std::less<>> m_read;
};

/// `path` extended by one step, escaped as JSON pointers are.
[[nodiscard]] QString pointer(const QString &path, const QString &step);
[[nodiscard]] QString pointer(const QString &path, size_t index);

} // namespace renum::sim
