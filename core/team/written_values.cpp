// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/written_values.h"

#include "core/model/json.h"
#include "core/team/context_rules.h"

namespace renum {

namespace {

/// Two quotes, a colon and a comma.
constexpr qsizetype MemberOverhead = 4;

} // namespace

void WrittenValues::set(const QString &key, const QByteArray &compactJson)
{
    Member &member = m_members[key.toStdString()];
    m_total -= member.bytes;
    member.text = compactJsonText(toJson(key)) + u':' + QString::fromUtf8(compactJson);
    member.valueBytes = compactJson.size();
    member.bytes = isContextSeed(key) ? 0 : memberBytes(key, member.valueBytes);
    m_total += member.bytes;
}

void WrittenValues::forget(const QString &key)
{
    m_total -= bytesOf(key);
    m_members.erase(key.toStdString());
}

const WrittenValues::Member *WrittenValues::find(const QString &key) const
{
    const auto it = m_members.find(key.toStdString());
    return it == m_members.end() ? nullptr : &it->second;
}

qsizetype WrittenValues::bytesOf(const QString &key) const
{
    const Member *member = find(key);
    return member ? member->bytes : 0;
}

qsizetype WrittenValues::valueBytesOf(const QString &key) const
{
    const Member *member = find(key);
    return member ? member->valueBytes : 0;
}

qsizetype WrittenValues::memberBytes(const QString &key, qsizetype valueBytes)
{
    // Names that may be written are ASCII; for the others the difference does not matter.
    return key.size() + MemberOverhead + valueBytes;
}

void WrittenValues::writeTo(QString &text, qsizetype limit) const
{
    const qsizetype begin = text.size();
    text += u'{';
    for (auto it = m_members.begin(); it != m_members.end(); ++it) {
        if (text.size() - begin > limit)
            break;
        if (it != m_members.begin())
            text += u',';
        text += it->second.text;
    }
    text += u'}';
    if (text.size() - begin <= limit)
        return;
    text.truncate(begin + limit - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    text += u'…';
}

} // namespace renum
