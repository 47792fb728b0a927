// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/written_values.h"

#include <utility>

namespace renum {

namespace {

/// Two quotes, a colon and a comma.
constexpr qsizetype MemberOverhead = 4;

} // namespace

void WrittenValues::set(const QString &key, QByteArray compactJson)
{
    m_total += memberBytes(key, compactJson.size()) - bytesOf(key);
    m_json.insert(key, std::move(compactJson));
}

void WrittenValues::forget(const QString &key)
{
    m_total -= bytesOf(key);
    m_json.remove(key);
}

qsizetype WrittenValues::bytesOf(const QString &key) const
{
    const auto it = m_json.constFind(key);
    return it == m_json.cend() ? 0 : memberBytes(key, it->size());
}

qsizetype WrittenValues::memberBytes(const QString &key, qsizetype valueBytes)
{
    // Names that may be written are ASCII; for the others the difference does not matter.
    return key.size() + MemberOverhead + valueBytes;
}

} // namespace renum
