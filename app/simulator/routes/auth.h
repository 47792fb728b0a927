// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/profile.h"
#include "app/simulator/routes/router.h"
#include "app/simulator/scenario/scenario.h"

#include <optional>

namespace renum::sim {

/// The refusal of a request whose credentials do not do (suna-api §1.2, §1.4); none when they do.
[[nodiscard]] std::optional<ServerResponse> refuseCredentials(
    const ScenarioAuth &auth, Family family, Access access, const RouteCall &call);

} // namespace renum::sim
