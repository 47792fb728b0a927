// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace renum {

/// About how many tokens a text of so many characters has (contract §7.3). Pure.
[[nodiscard]] constexpr qint64 tokensOfText(qint64 characters) noexcept
{
    constexpr qint64 charactersOfToken = 4;
    return (characters + charactersOfToken - 1) / charactersOfToken;
}

} // namespace renum
