// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/team_action_reader.h"

#include "core/model/error_codes.h"

#include <QCryptographicHash>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const char *code, const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), message };
}

Error tooMany(const QString &what, int limit)
{
    Error error = refusal(code::TeamActionsTooMany,
        u"One run may have at most %1 %2. This block and those after it were not done."_s.arg(limit)
            .arg(what));
    error.args.insert(u"limit"_s, limit);
    return error;
}

/// Blocks differ by what they say, not by blanks around it; what was dropped counts as equal.
QByteArray digestOf(const FencedBlock &block)
{
    const QByteArray content
        = block.label.toUtf8() + (block.tooLarge ? "!" : ":") + block.text.trimmed().toUtf8();
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(32);
}

} // namespace

TeamActionReader::TeamActionReader(const std::vector<QString> &done)
    : m_done(done.begin(), done.end())
{
}

std::vector<TeamBlock> TeamActionReader::append(int segment, QStringView text)
{
    std::vector<TeamBlock> blocks;
    endBefore(segment, blocks);
    scan(segment, m_segments[segment], text, blocks);
    return blocks;
}

std::vector<TeamBlock> TeamActionReader::replace(int segment, QStringView text)
{
    std::vector<TeamBlock> blocks;
    endBefore(segment, blocks);
    Segment &fresh = m_segments[segment] = Segment();
    scan(segment, fresh, text, blocks);
    return blocks;
}

std::vector<TeamBlock> TeamActionReader::finish()
{
    std::vector<TeamBlock> blocks;
    for (auto &[number, segment] : m_segments) {
        if (const std::optional<FencedBlock> block = segment.scanner.finish())
            take(number, segment, *block, blocks);
        if (const std::optional<FencedBlock> open = segment.scanner.finish())
            take(number, segment, *open, blocks);
    }
    return blocks;
}

void TeamActionReader::scan(
    int number, Segment &segment, QStringView text, std::vector<TeamBlock> &blocks)
{
    while (const std::optional<FencedBlock> block = segment.scanner.feed(text))
        take(number, segment, *block, blocks);
}

// A closing fence may be the last line of an answer, without a line feed.
void TeamActionReader::endBefore(int number, std::vector<TeamBlock> &blocks)
{
    const auto end = m_segments.lower_bound(number);
    if (end == m_segments.begin())
        return;
    auto &[previous, segment] = *std::prev(end);
    if (const std::optional<FencedBlock> block = segment.scanner.endLine())
        take(previous, segment, *block, blocks);
}

void TeamActionReader::take(
    int number, Segment &segment, const FencedBlock &found, std::vector<TeamBlock> &blocks)
{
    const QByteArray digest = digestOf(found);
    const int occurrence = ++segment.seen[digest];
    const QString id = u"%1:%2:%3"_s.arg(
        QString::number(number), QString::fromLatin1(digest), QString::number(occurrence));
    if (m_done.contains(id) || m_done.size() > TeamActionLimits::MaxBlocksPerRun)
        return;
    m_done.insert(id);
    TeamBlock block = read(found);
    block.id = id;
    blocks.push_back(std::move(block));
}

TeamBlock TeamActionReader::read(const FencedBlock &found)
{
    TeamBlock block;
    const bool actions = found.label == "team-actions"_L1;
    block.kind = actions ? TeamBlock::Kind::Actions : TeamBlock::Kind::Context;
    const QByteArray text = found.text.toUtf8();
    if (m_done.size() > TeamActionLimits::MaxBlocksPerRun) {
        block.refusal = tooMany(u"blocks for the team"_s, TeamActionLimits::MaxBlocksPerRun);
    } else if (found.tooLarge) {
        block.refusal = refusal(code::TeamActionsTooLarge,
            u"A block may have at most %1 KiB. Nothing of it was done; send less."_s.arg(
                TeamActionLimits::MaxBlockBytes / 1024));
    } else if (found.open) {
        block.refusal = refusal(code::TeamActionsInvalid,
            u"The block has no closing fence. Nothing of it was done; send it again, whole."_s);
    } else if (actions) {
        Result<std::vector<TeamCall>> calls = parseTeamActions(text);
        if (calls)
            block.calls = std::move(*calls);
        else
            block.refusal = calls.error();
        countActions(block);
    } else if (Result<Json> context = parseTeamContext(text)) {
        block.context = std::move(*context);
    } else {
        block.refusal = context.error();
    }
    return block;
}

void TeamActionReader::countActions(TeamBlock &block)
{
    m_actions += static_cast<int>(block.calls.size());
    if (m_actions <= TeamActionLimits::MaxActionsPerRun)
        return;
    block.calls.clear();
    block.refusal = tooMany(u"team actions"_s, TeamActionLimits::MaxActionsPerRun);
}

} // namespace renum
