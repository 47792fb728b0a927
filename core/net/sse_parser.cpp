// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/sse_parser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace renum {

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView DataPrefix("data:");
// A buffer that one huge event blew up is not kept for the small ones that follow.
constexpr std::size_t KeptCapacity = 1024 * 1024;

/// Where `wanted` is, or `end`.
const char *find(const char *begin, const char *end, char wanted)
{
    const void *found = std::memchr(begin, wanted, static_cast<std::size_t>(end - begin));
    return found ? static_cast<const char *>(found) : end;
}

/// At most eight bytes in one word, some of them twice, padded with zeros.
std::uint64_t packed(const char *at, std::ptrdiff_t size)
{
    if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        return std::uint64_t { last } << 32 | first;
    }
    const auto byte
        = [at](std::ptrdiff_t i) { return std::uint64_t { static_cast<uchar>(at[i]) }; };
    return size == 0 ? 0 : byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

/// For at most eight bytes. Two searches would be most of the work when the chunks are that small.
bool holdsLineEnd(const char *at, std::ptrdiff_t size)
{
    constexpr std::uint64_t Ones = 0x0101010101010101;
    constexpr std::uint64_t Highs = 0x8080808080808080;
    const auto holdsZero = [](std::uint64_t word) { return ((word - Ones) & ~word & Highs) != 0; };
    const std::uint64_t word = packed(at, size);
    return holdsZero(word ^ Ones * '\n') || holdsZero(word ^ Ones * '\r');
}

void append(std::string &text, QByteArrayView more)
{
    text.append(more.data(), static_cast<std::size_t>(more.size()));
}

void assign(std::string &text, QByteArrayView value)
{
    text.assign(value.data(), static_cast<std::size_t>(value.size()));
}

void clear(std::string &text)
{
    text.clear();
    if (text.capacity() > KeptCapacity)
        text.shrink_to_fit();
}

/// The value after a colon, without the one space that may follow it.
QByteArrayView withoutSpace(QByteArrayView value)
{
    return value.startsWith(' ') ? value.sliced(1) : value;
}

} // namespace

SseParser::SseParser(Handler handler, qsizetype maxEventBytes)
    : m_handler(std::move(handler))
    , m_maxEventBytes(maxEventBytes)
{
}

bool SseParser::feed(QByteArrayView bytes)
{
    if (m_overflow || bytes.isEmpty())
        return !m_overflow;
    const char *at = bytes.begin();
    const char *const end = bytes.end();
    if (m_skipLf && at != end) {
        m_skipLf = false;
        if (*at == '\n')
            ++at;
    }
    if (end - at <= 8 && !holdsLineEnd(at, end - at)) {
        if (fits(end - at))
            append(m_line, { at, end });
        return !m_overflow;
    }
    // Each end-of-line byte is looked for once over the whole chunk, whatever the line ends are.
    const char *lf = find(at, end, '\n');
    const char *cr = find(at, end, '\r');
    while (!m_overflow) {
        const char *const lineEnd = std::min(lf, cr);
        if (lineEnd == end)
            break;
        at = takeLine(at, lineEnd, end);
        if (lf < at)
            lf = find(at, end, '\n');
        if (cr < at)
            cr = find(at, end, '\r');
    }
    if (at != end && fits(end - at))
        append(m_line, { at, end });
    if (!m_dataView.isNull())
        keepDataView();
    return !m_overflow;
}

/// Handles one line and returns where the next one begins.
const char *SseParser::takeLine(const char *begin, const char *lineEnd, const char *end)
{
    const QByteArrayView text(begin, lineEnd);
    if (!fits(text.size()))
        return end;
    if (m_line.empty()) {
        line(text);
    } else {
        append(m_line, text);
        line(QByteArrayView(m_line.data(), static_cast<qsizetype>(m_line.size())));
        keepDataView();
        clear(m_line);
    }
    const char *next = lineEnd + 1;
    if (*lineEnd != '\r')
        return next;
    m_skipLf = next == end;
    return next != end && *next == '\n' ? next + 1 : next;
}

/// Would the event still be within the limit with so many more bytes? If not, the parser closes.
bool SseParser::fits(qsizetype moreBytes) noexcept
{
    if (m_eventBytes + static_cast<qsizetype>(m_line.size()) + moreBytes > m_maxEventBytes)
        m_overflow = true;
    return !m_overflow;
}

void SseParser::line(QByteArrayView text)
{
    if (std::exchange(m_atStart, false) && text.startsWith(ByteOrderMark))
        text = text.sliced(ByteOrderMark.size());
    if (text.isEmpty())
        return dispatch();
    if (text.front() == ':')
        return;
    m_eventBytes += text.size();
    if (text.startsWith(DataPrefix))
        return addData(withoutSpace(text.sliced(DataPrefix.size())));
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        field(text, {});
    else
        field(text.first(colon), withoutSpace(text.sliced(colon + 1)));
}

void SseParser::field(QByteArrayView name, QByteArrayView value)
{
    if (name == "data")
        addData(value);
    else if (name == "event")
        assign(m_event, value);
    else if (name == "id" && !value.contains('\0'))
        assign(m_id, value);
}

void SseParser::addData(QByteArrayView value)
{
    if (!std::exchange(m_hasData, true)) {
        m_dataView = value;
        return;
    }
    keepDataView();
    m_data += '\n';
    append(m_data, value);
}

/// Copies what is still a view, before the bytes it points at go away.
void SseParser::keepDataView()
{
    if (!m_dataView.isNull())
        assign(m_data, std::exchange(m_dataView, {}));
}

void SseParser::dispatch()
{
    if (m_hasData) {
        const QByteArrayView data = m_dataView.isNull() ? QByteArrayView(m_data) : m_dataView;
        m_handler({ data, QByteArrayView(m_event), QByteArrayView(m_id) });
    }
    clearEvent();
}

void SseParser::clearEvent()
{
    m_dataView = {};
    m_hasData = false;
    m_eventBytes = 0;
    clear(m_data);
    clear(m_event);
    clear(m_id);
}

void SseParser::reset()
{
    clearEvent();
    clear(m_line);
    m_atStart = true;
    m_skipLf = false;
    m_overflow = false;
}

bool SseParser::hasPartialEvent() const noexcept
{
    return m_hasData || !m_line.empty() || !m_event.empty() || !m_id.empty();
}

} // namespace renum
