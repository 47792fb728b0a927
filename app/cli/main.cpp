// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/run_command.h"
#include "app/cli/session.h"
#include "core/net/task_scope.h"

#include <QCoreApplication>
#include <QHash>
#include <QLoggingCategory>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

using Handler = QCoro::Task<ExitCode> (*)(Session *);

/// Every command but those that watch an execution.
Handler handlerOf(Command command)
{
    static const QHash<Command, Handler> handlers {
        { Command::TeamsList, listTeams },
        { Command::TeamsShow, showTeam },
        { Command::TeamsImport, importTeam },
        { Command::TeamsExport, exportTeam },
        { Command::TeamsVersions, showTeamVersions },
        { Command::TeamsRestore, restoreTeamVersion },
        { Command::TeamsLabel, labelTeamVersion },
        { Command::TeamsValidate, validateTeamFile },
        { Command::TeamsTemplates, listTemplates },
        { Command::ExecutionsList, listExecutions },
        { Command::ExecutionsShow, showExecution },
        { Command::ExecutionsDelete, deleteExecution },
        { Command::ExecutionsEvents, printEvents },
        { Command::Stop, stopExecution },
        { Command::Pause, pauseExecution },
        { Command::Continue, continueExecution },
        { Command::Approve, decideApproval },
        { Command::Reject, decideApproval },
        { Command::Skip, skipStep },
        { Command::RetryStep, retryStep },
        { Command::Message, sendMessage },
        { Command::BreakList, listBreakpoints },
        { Command::BreakSet, setBreakpoints },
        { Command::BreakClear, setBreakpoints },
        { Command::Cap, setCap },
        { Command::Plan, previewPlan },
        { Command::AgentsList, listAgents },
        { Command::AgentsShow, showAgent },
        { Command::AgentsAdd, addAgents },
        { Command::AgentsEdit, editAgent },
        { Command::AgentsRemove, removeAgent },
        { Command::EndpointsList, listEndpoints },
        { Command::EndpointsAdd, addEndpoint },
        { Command::EndpointsEdit, editEndpoint },
        { Command::EndpointsRemove, removeEndpoint },
        { Command::EndpointsCheck, checkStoredEndpoint },
        { Command::SunaCheck, checkSunaServer },
        { Command::ModelsCheck, checkModelAddress },
        { Command::Compare, compareExecutions },
        { Command::Messages, listMessages },
        { Command::Logs, showLog },
        { Command::Errors, listErrors },
        { Command::ErrorStatistics, showErrorStatistics },
        { Command::Audit, showAudit },
        { Command::CostsShow, showCosts },
        { Command::CostsCalls, listCalls },
        { Command::CostsUnpriced, listUnpriced },
        { Command::CostsMetrics, showMetrics },
        { Command::CostsAnalytics, showAnalytics },
        { Command::CostsPerformance, showPerformance },
        { Command::CostsForecast, showForecast },
        { Command::CostsEstimate, showEstimate },
        { Command::CostsBilling, exportBilling },
        { Command::PricesList, listPrices },
        { Command::PricesSet, setPrice },
        { Command::PricesRemove, removePrice },
        { Command::PricesImport, importPriceFile },
        { Command::PricesExport, exportPriceFile },
        { Command::BudgetList, listBudgets },
        { Command::BudgetAdd, addBudget },
        { Command::BudgetRemove, removeBudget },
    };
    return handlers.value(command);
}

/// Not a coroutine itself: it only chooses one.
QCoro::Task<ExitCode> dispatch(Session *session, RunCommand *runCommand)
{
    const Arguments &arguments = session->arguments();
    if (arguments.command == Command::Context)
        return arguments.history ? showContextHistory(session) : showContext(session);
    if (arguments.command == Command::Resume && arguments.planOnly)
        return printResumePlan(session);
    const Handler handler = handlerOf(arguments.command);
    return handler ? handler(session) : runCommand->run();
}

QCoro::Task<> leaveWhenDone(Session *session, RunCommand *runCommand)
{
    const Result<void> keys = co_await checkEndpointKeys(session);
    if (!keys) {
        QCoreApplication::exit(int(failWith(keys.error())));
        co_return;
    }
    const ExitCode code = co_await dispatch(session, runCommand);
    QCoreApplication::exit(int(code));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"renum"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RENUM_VERSION));

    // A person asked for results; QT_LOGGING_RULES brings the log back.
    QLoggingCategory::setFilterRules(u"renum.*.info=false"_s);

    const auto parsed = parseArguments(QCoreApplication::arguments());
    if (!parsed) {
        printError(parsed.error());
        return int(ExitCode::BadUsage);
    }
    if (const auto *text = std::get_if<ArgumentsText>(&*parsed)) {
        printRaw(text->text);
        return int(ExitCode::Completed);
    }
    const Result<std::unique_ptr<Session>> session = Session::open(std::get<Arguments>(*parsed));
    if (!session) {
        printError(session.error());
        return int(exitCodeFor(session.error()));
    }
    RunCommand runCommand(session->get());
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, &runCommand, &RunCommand::interrupt);
    TaskScope tasks;
    // From the event loop, so that an answer that comes at once can still end it.
    QMetaObject::invokeMethod(
        &application,
        [&tasks, &session, &runCommand] {
            tasks.start(leaveWhenDone(session->get(), &runCommand));
        },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}
