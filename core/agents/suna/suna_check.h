// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/model/connection_report.h"

#include <QCoroTask>

#include <stop_token>

namespace renum {

/// What answers at the address of a Suna: its family, the account, the agents and models (suna-api
/// §6, §9.2). Only reads.
[[nodiscard]] QCoro::Task<ConnectionReport> checkSuna(
    SunaConnection connection, Clock *clock, SunaTimings timings, std::stop_token stop);

} // namespace renum
