// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace renum {

/// The values of one scope as compact JSON: their size keeps the limits, and the prompts of many
/// steps hold the same text.
class WrittenValues {
public:
    void set(const QString &key, QByteArray compactJson);
    void forget(const QString &key);
    /// Null when it is not there.
    [[nodiscard]] QByteArray value(const QString &key) const { return m_json.value(key); }
    /// Of all members, names included.
    [[nodiscard]] qsizetype totalBytes() const noexcept { return m_total; }
    /// What one member takes now; 0 when it is not there.
    [[nodiscard]] qsizetype bytesOf(const QString &key) const;
    /// What a member takes with a value of that size.
    [[nodiscard]] static qsizetype memberBytes(const QString &key, qsizetype valueBytes);

private:
    QHash<QString, QByteArray> m_json;
    qsizetype m_total = 0;
};

} // namespace renum
