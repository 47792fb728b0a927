// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/session.h"

#include <QCoroTask>

namespace renum::cli {

// One coroutine for each command that is not `run`; the session outlives them.

[[nodiscard]] QCoro::Task<ExitCode> listTeams(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showTeam(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> importTeam(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> exportTeam(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> validateTeamFile(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showTeamVersions(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> restoreTeamVersion(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> labelTeamVersion(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listTemplates(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listExecutions(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showExecution(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> deleteExecution(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> printEvents(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> printResumePlan(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> stopExecution(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> pauseExecution(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> continueExecution(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> decideApproval(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> skipStep(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> retryStep(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> sendMessage(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listBreakpoints(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> setBreakpoints(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> setCap(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> previewPlan(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listAgents(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showAgent(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> addAgents(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> editAgent(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> removeAgent(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listEndpoints(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> addEndpoint(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> editEndpoint(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> removeEndpoint(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> checkStoredEndpoint(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> checkSunaServer(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> checkModelAddress(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> compareExecutions(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showContext(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showContextHistory(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listMessages(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showLog(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listErrors(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showErrorStatistics(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showAudit(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showCosts(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listCalls(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listUnpriced(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showMetrics(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showAnalytics(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showPerformance(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showForecast(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> showEstimate(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> exportBilling(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listPrices(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> setPrice(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> removePrice(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> importPriceFile(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> exportPriceFile(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> listBudgets(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> addBudget(Session *session);
[[nodiscard]] QCoro::Task<ExitCode> removeBudget(Session *session);

/// For every command: a key that is meant for an unknown endpoint is a mistake in writing.
[[nodiscard]] QCoro::Task<Result<void>> checkEndpointKeys(Session *session);

/// Prints the error and gives its exit code.
[[nodiscard]] ExitCode failWith(const Error &error);

} // namespace renum::cli
