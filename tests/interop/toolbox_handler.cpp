// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/interop/toolbox_handler.h"

#include "core/team/team_toolbox.h"

namespace renum::test {

using namespace Qt::StringLiterals;

ToolboxHandler::ToolboxHandler(Clock *clock)
    : m_clock(clock)
    , m_board(ExecutionId(u"e"_s), { { AgentId(u"ann"_s), {} }, { AgentId(u"bob"_s), {} } })
    , m_roster { ExecutionId(u"e"_s), u"Team"_s,
        { { AgentId(u"ann"_s), u"Ann"_s, u"leader"_s, 1, StepStatus::Running },
            { AgentId(u"bob"_s), u"Bob"_s, {}, 2, StepStatus::Running } } }
{
}

QString ToolboxHandler::tokenOf(const QString &agent)
{
    return m_tokens.issue(
        { ExecutionId(u"e"_s), AgentId(agent), m_clock->now() + std::chrono::hours(1) }, m_ids);
}

QCoro::Task<ToolAnswer> ToolboxHandler::call(
    QString executionToken, TeamCall call, std::stop_token /*stop*/)
{
    const Result<TokenGrant> grant = m_tokens.resolve(executionToken, m_clock->now());
    if (!grant)
        co_return ToolAnswer { {}, grant.error() };
    TeamToolbox box(m_context, m_board, m_roster);
    const ToolOutcome outcome = box.execute(
        call, { grant->agent, {}, {}, {} }, { MessageId(m_ids.next()), m_clock->now() });
    tell();
    co_return answerOf(outcome);
}

QCoro::Task<ToolAnswer> ToolboxHandler::answerTo(
    QString /*executionToken*/, MessageId request, std::stop_token stop)
{
    const OneShot<bool> settled;
    m_waiting.insert(request, settled);
    const std::stop_callback onStop(stop, [settled] { settled.set(false); });
    const bool answered = co_await settled;
    if (!answered)
        co_return ToolAnswer { {}, cancelledError() };
    co_return ToolAnswer { requestResult(m_board, request) };
}

void ToolboxHandler::tell()
{
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        const bool open = m_board.requestState(it.key()) == RequestState::Open;
        if (!open)
            it->set(true);
        it = open ? std::next(it) : m_waiting.erase(it);
    }
}

} // namespace renum::test
