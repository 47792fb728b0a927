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
#include <QLoggingCategory>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

using Command = Arguments::Command;

/// Not a coroutine itself: it only chooses one.
QCoro::Task<ExitCode> dispatch(Session *session, RunCommand *runCommand)
{
    switch (session->arguments().command) {
    case Command::Run:
        return runCommand->run();
    case Command::TeamsList:
        return listTeams(session);
    case Command::TeamsShow:
        return showTeam(session);
    case Command::TeamsImport:
        return importTeam(session);
    case Command::TeamsExport:
        return exportTeam(session);
    case Command::TeamsValidate:
        return validateTeamFile(session);
    case Command::TeamsTemplates:
        return listTemplates(session);
    case Command::ExecutionsList:
        return listExecutions(session);
    case Command::ExecutionsShow:
        return showExecution(session);
    case Command::ExecutionsEvents:
        return printEvents(session);
    case Command::Resume:
        return session->arguments().planOnly ? printResumePlan(session) : runCommand->run();
    case Command::Retry:
    case Command::Fork:
        return runCommand->run();
    case Command::Stop:
        return stopExecution(session);
    case Command::Plan:
        return previewPlan(session);
    case Command::AgentsList:
        return listAgents(session);
    case Command::Context:
        return session->arguments().history ? showContextHistory(session) : showContext(session);
    case Command::Messages:
        return listMessages(session);
    case Command::Logs:
        return showLog(session);
    case Command::Errors:
        return listErrors(session);
    }
    Q_UNREACHABLE();
}

QCoro::Task<> leaveWhenDone(Session *session, RunCommand *runCommand)
{
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
