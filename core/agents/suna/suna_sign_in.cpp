// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_sign_in.h"

#include <utility>

namespace renum {

SunaSignIn::SunaSignIn(SunaTokens tokens)
    : m_tokens(std::move(tokens))
{
}

SunaTokens SunaSignIn::tokens() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tokens;
}

void SunaSignIn::renew(const SunaTokens &tokens)
{
    const std::scoped_lock lock(m_mutex);
    m_tokens = tokens;
}

} // namespace renum
