// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/text_needle.h"

#include "core/model/json.h"

#include <algorithm>
#include <cstring>

namespace renum {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Where the quoted string ends that begins after `begin`.
qsizetype endOfString(QByteArrayView json, qsizetype begin)
{
    qsizetype at = begin;
    while (at < json.size()) {
        const void *found = std::memchr(json.data() + at, '"', std::size_t(json.size() - at));
        if (!found)
            return json.size();
        const qsizetype quote = static_cast<const char *>(found) - json.data();
        qsizetype backslash = quote;
        while (backslash > begin && json[backslash - 1] == '\\')
            --backslash;
        if ((quote - backslash) % 2 == 0)
            return quote;
        at = quote + 1;
    }
    return json.size();
}

/// The character at `at` belongs to an escape sequence such as \n.
bool isEscaped(QByteArrayView text, qsizetype at)
{
    qsizetype first = at;
    while (first > 0 && text[first - 1] == '\\')
        --first;
    return (at - first) % 2 != 0;
}

} // namespace

TextNeedle::TextNeedle(const QString &text)
{
    const QByteArray quoted = canonicalJson(toJson(text));
    m_escaped = QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    const bool isPlain = std::ranges::all_of(m_escaped, [](QChar c) { return c < u'\x80'; });
    if (isPlain)
        m_folded = m_escaped.toLatin1().toLower();
}

bool TextNeedle::isBytewiseIn(QByteArrayView text) const
{
    const qsizetype last = text.size() - m_folded.size();
    for (qsizetype at = 0; at <= last; ++at) {
        qsizetype same = 0;
        while (same < m_folded.size() && lower(text[at + same]) == m_folded[same])
            ++same;
        if (same == m_folded.size() && !isEscaped(text, at))
            return true;
    }
    return false;
}

bool TextNeedle::isIn(QByteArrayView text) const
{
    if (!m_folded.isEmpty())
        return isBytewiseIn(text);
    return QString::fromUtf8(text).contains(m_escaped, Qt::CaseInsensitive);
}

bool TextNeedle::isInValuesOf(QByteArrayView json) const
{
    if (m_escaped.isEmpty())
        return true;
    qsizetype at = 0;
    while (at < json.size()) {
        const qsizetype quote = json.indexOf('"', at);
        const qsizetype plainEnd = quote < 0 ? json.size() : quote;
        if (isIn(json.sliced(at, plainEnd - at))) // numbers, true, false
            return true;
        if (quote < 0)
            return false;
        const qsizetype end = endOfString(json, quote + 1);
        const bool isName = end + 1 < json.size() && json[end + 1] == ':';
        if (!isName && isIn(json.sliced(quote + 1, end - quote - 1)))
            return true;
        at = end + 1;
    }
    return false;
}

QString TextNeedle::likePattern() const
{
    QString pattern(u'%');
    for (const QChar c : m_escaped) {
        if (c.isLowSurrogate())
            continue; // one character with the one before
        if (c >= u'\x80') {
            pattern += u'_'; // LIKE knows the case of ASCII letters only
            continue;
        }
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return pattern + u'%';
}

} // namespace renum
