// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/chat_book.h"

namespace renum::sim {

namespace {

constexpr size_t KeptRequests = 1000;

} // namespace

const ChatTurn *ChatBook::turnOf(const QString &toolCall) const
{
    const auto found = m_turns.constFind(toolCall);
    return found == m_turns.cend() ? nullptr : &*found;
}

void ChatBook::await(const QStringList &toolCalls, const ChatTurn &turn)
{
    for (const QString &id : toolCalls)
        m_turns.insert(id, turn);
}

void ChatBook::add(Asked asked)
{
    m_asked.push_back(std::move(asked));
    if (m_asked.size() > KeptRequests)
        m_asked.pop_front();
}

void ChatBook::clear()
{
    m_turns.clear();
    m_asked.clear();
}

} // namespace renum::sim
