// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_text_scanner.h"

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Deeper is refused when it is read.
constexpr std::size_t DeepestLevel = 64;
/// Bounds of what is noted, far beyond any team: a text that somebody pasted may be anything.
constexpr qsizetype LongestPointer = 300;
constexpr qsizetype LongestSegment = 200;
constexpr qsizetype MostPlaces = 60'000;
constexpr qsizetype MostKeys = 1000; ///< of one object

bool isGap(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == QChar::ParagraphSeparator
        || c == QChar::LineSeparator;
}

bool endsWord(QChar c)
{
    return isGap(c) || QStringView(u"{}[]:,\"").contains(c);
}

bool isNumber(QStringView word)
{
    const qsizetype digit = word.startsWith(u'-') ? 1 : 0;
    if (word.size() <= digit || !word[digit].isDigit())
        return false; // such as +1, .5 and inf
    if (word[digit] == u'0' && word.size() > digit + 1 && word[digit + 1].isDigit())
        return false;
    bool ok = false;
    static_cast<void>(word.toDouble(&ok));
    return ok && !word.endsWith(u'.');
}

} // namespace

JsonTextScanner::JsonTextScanner(QStringView text, qsizetype cursor)
    : m_text(text)
    , m_cursor(cursor)
{
}

void JsonTextScanner::scan()
{
    while (m_at < m_text.size()) {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isGap(m_text[m_at]))
            ++m_at;
        noteGap(from, m_at);
        if (m_at < m_text.size())
            scanToken(m_text[m_at]);
    }
    if (!m_levels.empty())
        fault(JsonFault::Kind::BracketUnclosed, m_text.size());
    else if (m_expect != Expect::Nothing)
        fault(JsonFault::Kind::ValueExpected, m_text.size());
    noteGap(m_text.size(), m_text.size());
}

void JsonTextScanner::scanToken(QChar first)
{
    switch (first.unicode()) {
    case u'{':
    case u'[':
        open(first == u'[');
        break;
    case u'}':
    case u']':
        close(first == u']');
        break;
    case u',':
        comma();
        break;
    case u':':
        colon();
        break;
    case u'"':
        scanString();
        break;
    default:
        scanWord();
    }
}

void JsonTextScanner::scanString()
{
    const qsizetype begin = m_at + 1;
    qsizetype end = begin;
    while (end < m_text.size() && m_text[end] != u'"' && m_text[end] != u'\n'
        && m_text[end] != QChar::ParagraphSeparator)
        end += m_text[end] == u'\\' ? 2 : 1;
    end = std::min(end, m_text.size());
    const bool isClosed = end < m_text.size() && m_text[end] == u'"';
    if (!isClosed)
        fault(JsonFault::Kind::TextUnclosed, begin - 1);
    const QStringView written = m_text.sliced(begin, end - begin);
    for (qsizetype i = written.indexOf(u'\\'); i >= 0; i = written.indexOf(u'\\', i + 2)) {
        if (i + 1 < written.size() && !QStringView(u"\"\\/bfnrtu").contains(written[i + 1]))
            fault(JsonFault::Kind::BadCharacter, begin + i);
    }
    noteCursor(begin, end, true);
    m_at = isClosed ? end + 1 : end;
    if (expectsKey()) {
        takeKey(written, begin - 1);
        return;
    }
    beginValue(begin - 1);
    endValue();
}

void JsonTextScanner::scanWord()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && !endsWord(m_text[m_at]))
        ++m_at;
    const QStringView word = m_text.sliced(begin, m_at - begin);
    noteCursor(begin, m_at, false);
    if (expectsKey()) {
        fault(JsonFault::Kind::KeyExpected, begin);
        return;
    }
    beginValue(begin);
    if (word != u"true" && word != u"false" && word != u"null" && !isNumber(word))
        fault(JsonFault::Kind::BadWord, begin);
    endValue();
}

void JsonTextScanner::open(bool isArray)
{
    if (m_expect == Expect::Key || m_expect == Expect::FirstKeyOrEnd)
        fault(JsonFault::Kind::KeyExpected, m_at);
    beginValue(m_at);
    const bool isTooDeep = m_levels.size() >= DeepestLevel;
    if (isTooDeep)
        fault(JsonFault::Kind::TooDeep, m_at);
    Level level;
    level.isArray = isArray;
    level.isLost = isTooDeep || isLost();
    if (!level.isLost)
        level.pointer = currentPointer();
    level.isLost = level.isLost || level.pointer.size() > LongestPointer;
    m_levels.push_back(std::move(level));
    m_expect = isArray ? Expect::FirstValueOrEnd : Expect::FirstKeyOrEnd;
    ++m_at;
}

void JsonTextScanner::close(bool isArray)
{
    const bool fits = !m_levels.empty() && m_levels.back().isArray == isArray;
    const bool isDone = m_expect == Expect::CommaOrEnd || m_expect == Expect::FirstKeyOrEnd
        || m_expect == Expect::FirstValueOrEnd;
    if (!fits || !isDone)
        faultForExpected(m_at);
    ++m_at;
    if (!fits)
        return;
    m_levels.pop_back();
    endValue();
}

void JsonTextScanner::comma()
{
    if (m_expect != Expect::CommaOrEnd)
        faultForExpected(m_at);
    ++m_at;
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    ++level.index;
    level.key.clear();
    m_expect = level.isArray ? Expect::Value : Expect::Key;
}

void JsonTextScanner::colon()
{
    if (m_expect != Expect::Colon)
        faultForExpected(m_at);
    ++m_at;
    if (!m_levels.empty() && !m_levels.back().isArray)
        m_expect = Expect::Value;
}

void JsonTextScanner::beginValue(qsizetype at)
{
    if (!expectsValue())
        faultForExpected(at);
    if (!isLost() && m_map.m_offsets.size() < MostPlaces)
        m_map.m_offsets.insert(currentPointer(), at);
}

void JsonTextScanner::endValue()
{
    m_expect = m_levels.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

void JsonTextScanner::takeKey(QStringView key, qsizetype at)
{
    Level &level = m_levels.back();
    level.key = key.left(LongestSegment).toString();
    m_expect = Expect::Colon;
    if (level.isLost)
        return;
    QStringList &keys = m_map.m_keys[level.pointer];
    if (keys.size() >= MostKeys)
        return;
    if (keys.contains(level.key))
        m_map.m_duplicates.append(at);
    else
        keys.append(level.key);
}

void JsonTextScanner::fault(JsonFault::Kind kind, qsizetype at)
{
    if (!m_map.m_fault)
        m_map.m_fault = JsonFault { kind, at };
}

void JsonTextScanner::faultForExpected(qsizetype at)
{
    switch (m_expect) {
    case Expect::Value:
    case Expect::FirstValueOrEnd:
        fault(JsonFault::Kind::ValueExpected, at);
        break;
    case Expect::Key:
    case Expect::FirstKeyOrEnd:
        fault(JsonFault::Kind::KeyExpected, at);
        break;
    case Expect::Colon:
        fault(JsonFault::Kind::ColonExpected, at);
        break;
    case Expect::CommaOrEnd:
        fault(JsonFault::Kind::CommaExpected, at);
        break;
    case Expect::Nothing:
        fault(JsonFault::Kind::MoreAfterEnd, at);
        break;
    }
}

void JsonTextScanner::noteCursor(qsizetype begin, qsizetype end, bool isQuoted)
{
    if (m_found || m_cursor < begin || m_cursor > end || isLost())
        return;
    if (!expectsKey() && !expectsValue())
        return;
    JsonCursor cursor;
    cursor.isKey = expectsKey();
    cursor.pointer = cursor.isKey ? m_levels.back().pointer : currentPointer();
    cursor.isQuoted = isQuoted;
    cursor.begin = begin;
    cursor.end = end;
    cursor.written = m_text.sliced(begin, m_cursor - begin).toString();
    m_found = std::move(cursor);
}

/// Between tokens something new can be written, but not right before what is there.
void JsonTextScanner::noteGap(qsizetype from, qsizetype to)
{
    if (m_cursor < from || m_cursor > to)
        return;
    const bool isFree
        = m_cursor < to || to == m_text.size() || QStringView(u"}],:").contains(m_text[to]);
    if (isFree)
        noteCursor(m_cursor, m_cursor, false);
}

bool JsonTextScanner::isLost() const
{
    return !m_levels.empty() && m_levels.back().isLost;
}

QString JsonTextScanner::currentPointer() const
{
    if (m_levels.empty())
        return {};
    const Level &level = m_levels.back();
    return level.pointer + u'/'
        + (level.isArray ? QString::number(level.index) : pointerSegment(level.key));
}

bool JsonTextScanner::expectsKey() const
{
    return m_expect == Expect::Key || m_expect == Expect::FirstKeyOrEnd;
}

bool JsonTextScanner::expectsValue() const
{
    return m_expect == Expect::Value || m_expect == Expect::FirstValueOrEnd;
}

} // namespace renum::ui
