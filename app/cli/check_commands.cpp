// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/connection_arguments.h"
#include "app/cli/output.h"
#include "app/cli/own_edits.h"
#include "app/cli/report_text.h"
#include "core/agents/openai/model_check.h"
#include "core/agents/suna/suna_check.h"

/// Says what answers at an address; starts nothing there.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

ExitCode tell(Session *session, const ConnectionReport &report)
{
    if (session->token().stop_requested())
        return failWith(cancelledError());
    if (session->arguments().json) {
        printJson(toJson(report));
    } else {
        const QStringList lines = reportLines(report);
        for (const QString &line : lines)
            printLine(line);
    }
    if (report.isUsable())
        return ExitCode::Completed;
    return exitCodeFor(report.error ? *report.error : *report.agentsError);
}

} // namespace

QCoro::Task<ExitCode> checkSunaServer(Session *session)
{
    ConnectionArguments arguments = session->arguments().connection;
    arguments.sunaUrl = session->arguments().target;
    const Result<SunaConnection> server = sunaConnectionFor(arguments);
    if (!server)
        co_return failWith(server.error());
    const SunaConnection connection = *server;
    const ConnectionReport report
        = co_await checkSuna(connection, &session->clock(), SunaTimings(), session->token());
    co_return tell(session, report);
}

QCoro::Task<ExitCode> checkModelAddress(Session *session)
{
    ConnectionArguments arguments = session->arguments().connection;
    arguments.modelUrl = session->arguments().target;
    const Result<std::optional<ModelEndpoint>> models = modelsFor(arguments);
    if (!models)
        co_return failWith(models.error());
    const ModelEndpoint endpoint = **models;
    const ConnectionReport report
        = co_await checkModels(endpoint, &session->clock(), ModelTimings(), session->token());
    co_return tell(session, report);
}

QCoro::Task<ExitCode> checkStoredEndpoint(Session *session)
{
    const Result<EndpointDefinitionList> endpoints
        = co_await session->workspace().modelEndpoints(session->token());
    if (!endpoints)
        co_return failWith(endpoints.error());
    const Result<EndpointDefinition> found
        = endpointCalled(*endpoints, session->arguments().target);
    if (!found)
        co_return failWith(found.error());
    const EndpointDefinition endpoint = *found;
    const EndpointKey key;
    const Result<ConnectionReport> report
        = co_await session->workspace().checkModelEndpoint(endpoint, key, session->token());
    if (!report)
        co_return failWith(report.error());
    co_return tell(session, *report);
}

} // namespace renum::cli
