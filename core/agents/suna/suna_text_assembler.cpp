// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_text_assembler.h"

#include <algorithm>
#include <utility>

namespace renum {

namespace {

/// Neighbours may swap; a server that sends everything backwards is not worth quadratic work.
constexpr int MaxReorders = 256;
/// So many pieces are kept to put a late one in its place: a thousand streams must not hold all of
/// their texts twice, in pieces.
constexpr std::size_t KeptChunks = 64;

} // namespace

SunaTextAssembler::SunaTextAssembler(SunaFamily family, RunEventSink emitEvent)
    : m_family(family)
    , m_emit(std::move(emitEvent))
{
}

void SunaTextAssembler::chunk(
    const QString &runKey, std::optional<qint64> sequence, const QString &text)
{
    if (text.isEmpty())
        return;
    Segment *const segment = segmentFor(runKey, sequence);
    if (!segment)
        return;
    if (sequence && (*sequence <= segment->settled || segment->chunks.contains(*sequence)))
        return;
    const bool inOrder = !sequence || *sequence > segment->last;
    if (sequence) {
        segment->chunks.emplace(*sequence, text);
        segment->last = std::max(segment->last, *sequence);
    }
    if (inOrder || ++segment->reorders > MaxReorders)
        append(*segment, text);
    else
        rebuild(*segment);
    settle(*segment);
}

void SunaTextAssembler::complete(const QString &runKey, const QString &text)
{
    const auto it = m_segments.find(runKey);
    const bool fresh = it == m_segments.end() || it->second.closed;
    SplitText split = splitToolXml(text, m_toolTags);
    if (fresh && split.visible.isEmpty())
        return;
    Segment &segment = fresh ? openSegment(runKey) : it->second;
    if (segment.visible != split.visible) {
        segment.visible = split.visible;
        m_emit(RunTextReplaced { segment.number, split.visible });
    }
    // The calls of the whole text stay for the tool's row that follows.
    segment.filter = ToolXmlFilter(m_toolTags);
    (void)segment.filter.feed(text);
    close(segment);
}

void SunaTextAssembler::beginCall(const QString &runKey)
{
    const auto it = m_segments.find(runKey.isEmpty() ? m_newest : runKey);
    if (it == m_segments.end())
        return;
    if (!it->second.closed)
        close(it->second);
    it->second.mayReopen = true;
}

void SunaTextAssembler::hideTag(const QString &name)
{
    m_toolTags.insert(name);
    if (const auto it = m_segments.find(m_newest); it != m_segments.end()) {
        for (ToolXmlFilter *filter : { &it->second.filter, &it->second.settledFilter })
            filter->hideTag(name);
    }
}

QString SunaTextAssembler::lastText() const
{
    const auto it = m_segments.find(m_newest);
    const bool visible = it != m_segments.end() && !it->second.visible.trimmed().isEmpty();
    return visible ? it->second.visible : m_lastText;
}

QList<XmlToolCall> SunaTextAssembler::xmlCalls() const
{
    const auto it = m_segments.find(m_newest);
    return it == m_segments.end() ? QList<XmlToolCall>() : it->second.filter.calls();
}

/// The segment that takes a piece; none when the piece comes after its answer was complete.
SunaTextAssembler::Segment *SunaTextAssembler::segmentFor(
    const QString &runKey, std::optional<qint64> sequence)
{
    const auto it = m_segments.find(runKey);
    if (it == m_segments.end())
        return &openSegment(runKey);
    Segment &segment = it->second;
    if (!segment.closed)
        return &segment;
    // Up to V2a every call has a key of its own, so that a further piece can only be a straggler.
    // Later one key serves the whole run and the sequence goes on from call to call.
    const bool continues = !isEarlySuna(m_family) && sequence && *sequence > segment.last;
    return segment.mayReopen || continues ? &openSegment(runKey) : nullptr;
}

SunaTextAssembler::Segment &SunaTextAssembler::openSegment(const QString &runKey)
{
    if (const auto newest = m_segments.find(m_newest); newest != m_segments.end()) {
        remember(newest->second);
        if (newest->second.closed)
            newest->second.filter = ToolXmlFilter(); // its calls may hold whole files
    }
    Segment segment;
    segment.number = m_count++;
    segment.filter = ToolXmlFilter(m_toolTags);
    segment.settledFilter = segment.filter;
    m_newest = runKey;
    return m_segments.insert_or_assign(runKey, std::move(segment)).first->second;
}

void SunaTextAssembler::append(Segment &segment, const QString &text)
{
    const QString visible = segment.filter.feed(text);
    if (visible.isEmpty())
        return;
    segment.visible += visible;
    m_emit(RunTextDelta { segment.number, visible });
}

void SunaTextAssembler::rebuild(Segment &segment)
{
    segment.filter = segment.settledFilter;
    QString visible = segment.visible.left(segment.settledLength);
    for (const auto &[sequence, text] : segment.chunks)
        visible += segment.filter.feed(text);
    if (visible == segment.visible)
        return;
    segment.visible = visible;
    m_emit(RunTextReplaced { segment.number, visible });
}

void SunaTextAssembler::settle(Segment &segment)
{
    while (segment.chunks.size() > KeptChunks) {
        const auto oldest = segment.chunks.begin();
        segment.settledLength += segment.settledFilter.feed(oldest->second).size();
        segment.settled = oldest->first;
        segment.chunks.erase(oldest);
    }
}

void SunaTextAssembler::close(Segment &segment)
{
    segment.closed = true;
    segment.chunks.clear();
    remember(segment);
}

void SunaTextAssembler::remember(const Segment &segment)
{
    if (!segment.visible.trimmed().isEmpty())
        m_lastText = segment.visible;
}

} // namespace renum
