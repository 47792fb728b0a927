// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/protocol/wire_json.h"
#include "app/simulator/routes/router.h"

namespace renum::sim {

/// A row of messages as a fault wants it: with content in another form than usual, where one is on.
[[nodiscard]] WireJson oddly(const RouteCall &call, WireJson row);

} // namespace renum::sim
