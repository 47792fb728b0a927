// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_wire.h"

#include <QCoroTask>
#include <QPointer>

#include <stop_token>

/// The calls of Suna's API, one function each, answers decoded, whatever the family calls them.
/// Each asks once. When the client is gone they end with `user_cancelled`.
namespace renum {

[[nodiscard]] QCoro::Task<Result<ThreadRef>> createSunaThread(
    QPointer<SunaClient> client, SunaServer server, QString title, std::stop_token stop);

/// Every row of a thread, oldest first. `suna_invalid_answer` while the thread is still being made.
[[nodiscard]] QCoro::Task<Result<std::vector<SunaMessage>>> fetchSunaMessages(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop);

/// The rows of a run and perhaps of earlier ones of its thread, once it has ended: those of the
/// thread, or, where nobody tells them, what the run's stream repeats and the usage log holds.
[[nodiscard]] QCoro::Task<Result<std::vector<SunaMessage>>> fetchSunaRunRows(
    QPointer<SunaClient> client, SunaServer server, RunRef run, std::stop_token stop);

[[nodiscard]] QCoro::Task<Result<SunaRun>> fetchSunaRun(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop);

/// Newest first.
[[nodiscard]] QCoro::Task<Result<QList<SunaRun>>> fetchSunaRuns(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop);

/// Asks for the stop; the run ends some time later.
[[nodiscard]] QCoro::Task<Result<void>> requestSunaStop(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop);

/// All agents of the account, page by page.
[[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> fetchSunaAgents(
    QPointer<SunaClient> client, SunaServer server, std::stop_token stop);

} // namespace renum
