// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/profile.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

std::optional<Profile> profileByName(const QString &name)
{
    if (name == "v3"_L1)
        return Profile { Family::V3, u"/v1"_s };
    if (name == "v2a"_L1)
        return Profile { Family::V2a, u"/api"_s };
    if (name == "openai"_L1)
        return Profile { Family::OpenAi, u"/v1"_s };
    return std::nullopt;
}

} // namespace renum::sim
