// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/fence_scanner.h"
#include "core/team/team_call.h"

#include <QHash>
#include <QSet>
#include <QStringView>

#include <map>
#include <vector>

namespace renum {

/// Finds the blocks for the team in what an agent's run writes while it streams (contract §5.7.3):
/// `team-actions` and `team-context`. Feed it what the run streams, in any pieces; segments number
/// the run's answers, as in core/agents.
///
/// Every block comes out once. Text that is streamed again, and text that replaces a segment, does
/// not bring a block out again: within a segment, the n-th block with a content is the same block.
/// What came out before a restart is told by `done`. Bounded in memory and in work; refused blocks
/// come out with an error that can be told to the agent.
class TeamActionReader {
public:
    TeamActionReader() = default;
    /// `done`: ids of blocks that came out of this run already, before a restart.
    explicit TeamActionReader(const std::vector<QString> &done);

    /// More text of a segment. A greater segment ends those before it.
    [[nodiscard]] std::vector<TeamBlock> append(int segment, QStringView text);
    /// The whole text of a segment, in place of all that was streamed for it.
    [[nodiscard]] std::vector<TeamBlock> replace(int segment, QStringView text);
    /// The run has ended: blocks without an end come out as refused.
    [[nodiscard]] std::vector<TeamBlock> finish();

private:
    struct Segment {
        FenceScanner scanner { TeamActionLimits::MaxBlockBytes };
        QHash<QByteArray, int> seen; ///< blocks in this reading of the text, by digest
    };

    void scan(int number, Segment &segment, QStringView text, std::vector<TeamBlock> &blocks);
    void endBefore(int number, std::vector<TeamBlock> &blocks);
    void take(
        int number, Segment &segment, const FencedBlock &found, std::vector<TeamBlock> &blocks);
    [[nodiscard]] TeamBlock read(const FencedBlock &found);
    void countActions(TeamBlock &block);

    std::map<int, Segment> m_segments;
    QSet<QString> m_done;
    int m_actions = 0;
};

} // namespace renum
