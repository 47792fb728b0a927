// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace renum {

/// The members of one scope as compact JSON: their size keeps the limits, and the prompts of many
/// steps hold the same text. The seeds of a context (contract §5.1) are there, but weigh nothing.
class WrittenValues {
public:
    void set(const QString &key, const QByteArray &compactJson);
    void forget(const QString &key);
    /// Of all members, names included.
    [[nodiscard]] qsizetype totalBytes() const noexcept { return m_total; }
    /// What one member takes now; 0 when it is not there.
    [[nodiscard]] qsizetype bytesOf(const QString &key) const;
    /// What its value alone takes.
    [[nodiscard]] qsizetype valueBytesOf(const QString &key) const;
    /// What a member takes with a value of that size.
    [[nodiscard]] static qsizetype memberBytes(const QString &key, qsizetype valueBytes);

    /// Appends all of it as one JSON object, with no more than `limit` UTF-16 units: what does not
    /// fit is cut off, which an ellipsis tells. Costs no more than what it appends.
    void writeTo(QString &text, qsizetype limit) const;

private:
    struct Member {
        QString text; ///< name and value
        qsizetype valueBytes = 0;
        qsizetype bytes = 0;
    };
    [[nodiscard]] const Member *find(const QString &key) const;

    std::map<std::string, Member> m_members; ///< in the order of canonical JSON
    qsizetype m_total = 0;
};

} // namespace renum
