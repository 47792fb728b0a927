// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/fence_scanner.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// A fence and its label fit; the rest of a line that is not kept does not matter.
constexpr qsizetype MaxFenceLine = 256;
constexpr qsizetype MinFence = 3;
constexpr qsizetype MaxIndent = 3;

/// How many of the fence's character the line begins with, after at most three blanks.
qsizetype fenceLength(QStringView line, QChar fence)
{
    const auto end
        = std::find_if(line.begin(), line.end(), [fence](QChar c) { return c != fence; });
    return end - line.begin();
}

QStringView withoutIndent(QStringView line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && blanks <= MaxIndent && line[blanks] == u' ')
        ++blanks;
    return blanks > MaxIndent ? QStringView() : line.mid(blanks);
}

} // namespace

std::optional<FencedBlock> FenceScanner::feed(QStringView &text)
{
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf(u'\n');
        const QStringView piece = newline < 0 ? text : text.first(newline);
        // One more than is kept, so that a line that is too long is seen to be.
        const qsizetype limit = isWanted() ? m_maxUnits + 1 : MaxFenceLine;
        m_line += piece.first(std::clamp<qsizetype>(limit - m_line.size(), 0, piece.size()));
        if (newline < 0) {
            text = {};
            return std::nullopt;
        }
        text = text.mid(newline + 1);
        if (std::optional<FencedBlock> block = takeLine())
            return block;
    }
    return std::nullopt;
}

std::optional<FencedBlock> FenceScanner::endLine()
{
    return m_line.isEmpty() ? std::nullopt : takeLine();
}

std::optional<FencedBlock> FenceScanner::finish()
{
    if (std::optional<FencedBlock> block = endLine())
        return block;
    if (!isWanted())
        return std::nullopt;
    m_block.open = true;
    m_fence = QChar();
    return std::exchange(m_block, {});
}

std::optional<FencedBlock> FenceScanner::takeLine()
{
    QString line = std::exchange(m_line, {});
    if (line.endsWith(u'\r'))
        line.chop(1);
    const QStringView text = withoutIndent(line);
    if (m_fence.isNull()) {
        openFence(text);
        return std::nullopt;
    }
    const qsizetype length = fenceLength(text, m_fence);
    if (length < m_fenceLength || !text.mid(length).trimmed().isEmpty()) {
        keep(line);
        return std::nullopt;
    }
    const bool wanted = isWanted();
    m_fence = QChar();
    FencedBlock block = std::exchange(m_block, {});
    return wanted ? std::optional(std::move(block)) : std::nullopt;
}

bool FenceScanner::isWanted() const
{
    return !m_fence.isNull()
        && (m_block.label == "team-actions"_L1 || m_block.label == "team-context"_L1);
}

void FenceScanner::openFence(QStringView line)
{
    for (const QChar fence : { u'`', u'~' }) {
        const qsizetype length = fenceLength(line, fence);
        const QStringView info = line.mid(length).trimmed();
        // A line of inline code is no fence.
        if (length < MinFence || (fence == u'`' && info.contains(fence)))
            continue;
        m_fence = fence;
        m_fenceLength = length;
        m_block.label = info.left(info.indexOf(u' ') < 0 ? info.size() : info.indexOf(u' '))
                            .toString()
                            .toLower();
        return;
    }
}

void FenceScanner::keep(QStringView line)
{
    if (!isWanted() || m_block.tooLarge)
        return;
    m_block.text += line;
    m_block.text += u'\n';
    if (m_block.text.size() > m_maxUnits) {
        m_block.tooLarge = true;
        m_block.text.clear();
    }
}

} // namespace renum
