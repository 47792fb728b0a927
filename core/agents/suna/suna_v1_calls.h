// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_wire.h"

#include <QCoroTask>
#include <QPointer>

#include <stop_token>
#include <vector>

/// What only V1 needs: the service itself has no routes for threads and messages (suna-api.md
/// §3.2). Each asks once; when the client is gone they end with `user_cancelled`.
namespace renum {

/// Every row of a thread, oldest first, from Supabase's table. `suna_invalid_request` when Supabase
/// is not configured.
[[nodiscard]] QCoro::Task<Result<std::vector<SunaMessage>>> fetchV1Messages(
    QPointer<SunaClient> client, ThreadId thread, std::stop_token stop);

/// Adds a prompt to a thread, in Supabase's table; starts nothing.
[[nodiscard]] QCoro::Task<Result<void>> addV1Prompt(
    QPointer<SunaClient> client, ThreadId thread, QString prompt, std::stop_token stop);

/// The rows that the stream of an ended run repeats; the service keeps them for a day.
/// `suna_run_lost` when there are none any more.
[[nodiscard]] QCoro::Task<Result<std::vector<SunaMessage>>> replayV1Run(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop);

/// A thread's usage rows as the month's log has them; none on a server without billing.
[[nodiscard]] QCoro::Task<Result<std::vector<SunaMessage>>> fetchV1UsageLog(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop);

/// The error of what a V1 without access to Supabase cannot do.
[[nodiscard]] Error supabaseNeededError();

} // namespace renum
