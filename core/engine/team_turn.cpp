// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/team_turn.h"

#include <algorithm>
#include <utility>

namespace renum {

namespace {

std::vector<QString> blocksOf(const TurnActions &actions, int turn)
{
    std::vector<QString> blocks;
    for (const TurnAction &action : actions) {
        if (action.turn == turn)
            blocks.push_back(action.record.block);
    }
    return blocks;
}

} // namespace

TeamTurn::TeamTurn(TeamHub *hub, ActionSource source, const TurnActions &done)
    : m_hub(hub)
    , m_source(std::move(source))
    , m_reader(blocksOf(done, m_source.turn.turn))
{
    for (const TurnAction &action : done) {
        if (action.turn == m_source.turn.turn)
            m_records.push_back(action.record);
    }
}

void TeamTurn::show(const RunEvent &event)
{
    if (const auto *delta = std::get_if<RunTextDelta>(&event)) {
        m_lastSegment = std::max(m_lastSegment, delta->segment);
        carryOut(m_reader.append(delta->segment, delta->text));
    } else if (const auto *whole = std::get_if<RunTextReplaced>(&event)) {
        m_lastSegment = std::max(m_lastSegment, whole->segment);
        carryOut(m_reader.replace(whole->segment, whole->text));
    }
}

// The message list is the truth: what the stream left out is in the final text.
void TeamTurn::finish(const QString &finalText)
{
    carryOut(m_reader.replace(m_lastSegment, finalText));
    carryOut(m_reader.finish());
}

void TeamTurn::carryOut(const std::vector<TeamBlock> &blocks)
{
    for (const TeamBlock &block : blocks) {
        if (block.kind != TeamBlock::Kind::Actions)
            continue; // a contribution counts when the step ends (readStepOutput)
        const std::vector<ToolRecord> records = m_hub->carryOut(block, m_source);
        m_records.insert(m_records.end(), records.begin(), records.end());
    }
}

QCoro::Task<Result<void>> TeamTurn::answered(std::stop_token stop)
{
    std::vector<MessageId> requests;
    for (const ToolRecord &record : m_records) {
        if (!record.request.isEmpty())
            requests.push_back(record.request);
    }
    const Result<void> ended = co_await m_hub->answered(requests, stop);
    co_return ended;
}

QString TeamTurn::followUp() const
{
    std::vector<ToolRecord> records = m_records;
    for (ToolRecord &record : records) {
        if (!record.request.isEmpty())
            record.result = requestResult(m_hub->board(), record.request);
    }
    return followUpMessage(records, m_source.turn.turn + 1);
}

} // namespace renum
