// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/terminal_text.h"
#include "core/model/intervention.h"
#include "core/workspace/execution_controls.h"

/// What a person does to a running execution, whichever program on this computer runs it.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

ExitCode answer(Session *session, const Result<void> &done, const QString &note)
{
    if (!done)
        return failWith(done.error());
    if (!session->arguments().json)
        printNote(note);
    return ExitCode::Completed;
}

void printBreakpoint(const Breakpoint &breakpoint)
{
    const QString place = breakpoint.place == Breakpoint::Place::After ? u"after"_s : u"before"_s;
    QString line = u"%1  %2"_s.arg(
        place.leftJustified(6), printable(breakpoint.agent.toString(), LineBreaks::Fold));
    if (breakpoint.condition)
        line += u"  (with a condition)"_s;
    if (!breakpoint.enabled)
        line += u"  (off)"_s;
    printLine(line);
}

} // namespace

QCoro::Task<ExitCode> pauseExecution(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<void> done = co_await session->workspace().pauseExecution(id, session->token());
    co_return answer(session, done, u"Nothing new starts. `renumctl continue` goes on."_s);
}

QCoro::Task<ExitCode> continueExecution(Session *session)
{
    const ExecutionId id(session->arguments().target);
    if (session->arguments().intervention.oneStep) {
        const Result<void> done = co_await session->workspace().executionControls()->continueToNext(
            id, session->token());
        co_return answer(session, done, u"It goes on, and holds before what starts next."_s);
    }
    const Result<void> done = co_await session->workspace().continueExecution(id, session->token());
    co_return answer(session, done, u"It goes on."_s);
}

QCoro::Task<ExitCode> decideApproval(Session *session)
{
    const Arguments &arguments = session->arguments();
    const bool approved = arguments.command == Arguments::Command::Approve;
    const Result<void> done = co_await session->workspace().decideApproval(
        ExecutionId(arguments.target), AgentId(arguments.otherTarget), approved,
        arguments.intervention.comment, session->token());
    co_return answer(
        session, done, approved ? u"The step may begin."_s : u"The step is left out."_s);
}

QCoro::Task<ExitCode> skipStep(Session *session)
{
    const Arguments &arguments = session->arguments();
    ExecutionControls *controls = session->workspace().executionControls();
    const Result<void> done = co_await controls->skipStep(ExecutionId(arguments.target),
        StepId(arguments.step), arguments.intervention.value, session->token());
    co_return answer(session, done, u"The step has been told."_s);
}

QCoro::Task<ExitCode> retryStep(Session *session)
{
    const Arguments &arguments = session->arguments();
    ExecutionControls *controls = session->workspace().executionControls();
    const Result<void> done = co_await controls->retryStep(
        ExecutionId(arguments.target), StepId(arguments.step), session->token());
    co_return answer(session, done, u"The step runs again."_s);
}

QCoro::Task<ExitCode> sendMessage(Session *session)
{
    const Arguments &arguments = session->arguments();
    ExecutionControls *controls = session->workspace().executionControls();
    const Result<void> done = co_await controls->sendMessage(ExecutionId(arguments.target),
        AgentId(arguments.intervention.to), arguments.intervention.text, session->token());
    co_return answer(session, done, u"The agent reads it when it starts next."_s);
}

QCoro::Task<ExitCode> listBreakpoints(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<Execution> execution
        = co_await session->workspace().execution(id, session->token());
    if (!execution)
        co_return failWith(execution.error());
    if (session->arguments().json) {
        for (const Breakpoint &breakpoint : execution->breakpoints)
            printJson(toJson(breakpoint));
        co_return ExitCode::Completed;
    }
    for (const Breakpoint &breakpoint : execution->breakpoints)
        printBreakpoint(breakpoint);
    if (execution->breakpoints.empty())
        printNote(u"It holds nowhere."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> setBreakpoints(Session *session)
{
    const Arguments &arguments = session->arguments();
    ExecutionControls *controls = session->workspace().executionControls();
    // `break clear` comes with none.
    const Result<void> done = co_await controls->setBreakpoints(
        ExecutionId(arguments.target), arguments.intervention.breakpoints, session->token());
    co_return answer(session, done, u"The breakpoints are set."_s);
}

QCoro::Task<ExitCode> setCap(Session *session)
{
    const Arguments &arguments = session->arguments();
    ExecutionControls *controls = session->workspace().executionControls();
    const SpendingCap cap = arguments.intervention.cap.value_or(SpendingCap());
    const Result<void> done
        = co_await controls->raiseCap(ExecutionId(arguments.target), cap, session->token());
    co_return answer(session, done, u"The limit is set."_s);
}

} // namespace renum::cli
