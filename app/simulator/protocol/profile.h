// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace renum::sim {

/// Version families of Suna (suna-api §0), and the chat endpoint that is none of them.
enum class Family { V2a, V3, OpenAi };

/// What the simulator plays.
struct Profile {
    Family family = Family::V3;
    QString prefix; ///< of every route but `/openapi.json`, for example `/v1`
};

/// The profile named on the command line: `v3`, `v2a` or `openai`.
[[nodiscard]] std::optional<Profile> profileByName(const QString &name);

} // namespace renum::sim
