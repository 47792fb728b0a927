// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/team/execution_tokens.h"
#include "core/team/message_board.h"
#include "core/team/team_call_handler.h"
#include "core/team/team_context.h"
#include "core/team/team_roster.h"

#include <QHash>

namespace renum::test {

/// The smallest engine: the real tools on a team of two, Ann and Bob, both at work.
class ToolboxHandler final : public TeamCallHandler {
public:
    explicit ToolboxHandler(Clock *clock);

    [[nodiscard]] QString tokenOf(const QString &agent);
    [[nodiscard]] QCoro::Task<ToolAnswer> call(
        QString executionToken, TeamCall call, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<ToolAnswer> answerTo(
        QString executionToken, MessageId request, std::stop_token stop) override;

private:
    /// Wakes those whose requests have been answered.
    void tell();

    Clock *m_clock;
    RandomIdSource m_ids;
    ExecutionTokens m_tokens;
    TeamContext m_context;
    MessageBoard m_board;
    TeamRoster m_roster;
    QHash<MessageId, OneShot<bool>> m_waiting;
};

} // namespace renum::test
