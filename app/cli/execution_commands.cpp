// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/live_view.h"
#include "app/cli/output.h"
#include "app/cli/result_text.h"
#include "app/cli/terminal_text.h"
#include "core/workspace/execution_archive.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int EventPage = 500;

QString stateText(const Execution &execution)
{
    return execution.interrupted ? u"interrupted"_s : toString(execution.status);
}

QString actionText(const ResumeStep &step)
{
    using Action = ResumeStep::Action;
    switch (step.action) {
    case Action::Kept:
        return u"has ended; its result is kept"_s;
    case Action::Collected:
        return u"its run is followed to the end (if it is lost, the step starts again)"_s;
    case Action::LookedFor:
        return u"its run is looked for; it starts again only when there is none"_s;
    case Action::Started:
        return u"starts now; nothing had been sent"_s;
    case Action::Retried:
        return u"is tried again"_s;
    case Action::Asked:
        return u"waits for an approval"_s;
    case Action::Waits:
        break;
    }
    return u"comes later"_s;
}

void printExecutionRow(const Execution &execution)
{
    printLine(u"%1  %2  %3  %4  %5"_s.arg(execution.id.toString(), toRfc3339(execution.createdAt),
        stateText(execution).leftJustified(11),
        shortened(printable(execution.teamName, LineBreaks::Fold), 24, Ellipsis::End)
            .leftJustified(24),
        shortened(printable(execution.initialPrompt, LineBreaks::Fold), 48, Ellipsis::End)));
}

void printExecution(const Execution &execution, Timestamp now)
{
    printExecutionRow(execution);
    for (const StepRecord &step : execution.steps)
        printLine(LiveView::stepLine(step, now, 100));
    if (execution.interrupted) {
        printLine(u"\nInterrupted: the program that ran this execution has ended. %1 of %2 steps "
                  "were finished; what had been received until then is stored. `renumctl resume` "
                  "goes on with it, `renumctl stop` ends it."_s.arg(execution.completedSteps)
                      .arg(execution.totalSteps));
    }
    if (!execution.errorMessage.isEmpty())
        printLine(u'\n' + printable(execution.errorMessage, LineBreaks::Fold));
    if (const QString text = resultText(execution); !text.isEmpty())
        printLine(u'\n' + text);
}

bool namesService(const ConnectionArguments &connection)
{
    return connection.demo || !connection.sunaUrl.isEmpty() || !connection.modelUrl.isEmpty();
}

} // namespace

QCoro::Task<ExitCode> listExecutions(Session *session)
{
    const Result<Page<FoundExecution>> page
        = co_await session->workspace().executionArchive()->find(
            session->arguments().executions, session->token());
    if (!page)
        co_return failWith(page.error());
    for (const FoundExecution &found : page->items) {
        if (session->arguments().json)
            printJson(toJson(found.execution));
        else
            printExecutionRow(found.execution);
    }
    if (page->items.isEmpty() && !session->arguments().json)
        printNote(u"There is no such execution."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showExecution(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<Execution> execution
        = co_await session->workspace().execution(id, session->token());
    if (!execution)
        co_return failWith(execution.error());
    if (session->arguments().json)
        printJson(toJson(*execution));
    else
        printExecution(*execution, session->clock().now());
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> deleteExecution(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<void> removed
        = co_await session->workspace().executionArchive()->remove(id, session->token());
    if (!removed)
        co_return failWith(removed.error());
    if (!session->arguments().json)
        printNote(u"The execution was deleted. What it used stays booked."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> printEvents(Session *session)
{
    const ExecutionId id(session->arguments().target);
    qint64 after = session->arguments().after;
    while (true) {
        const Result<ExecutionEvents> events
            = co_await session->workspace().events(id, after, EventPage, session->token());
        if (!events)
            co_return failWith(events.error());
        for (const ExecutionEvent &event : *events)
            printJson(toFrame(event));
        if (events->size() < EventPage)
            co_return ExitCode::Completed;
        after = events->last().seq;
    }
}

QCoro::Task<ExitCode> printResumePlan(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<ResumePlan> plan
        = co_await session->workspace().previewResume(id, session->token());
    if (!plan)
        co_return failWith(plan.error());
    if (session->arguments().json) {
        printJson(toJson(*plan));
        co_return ExitCode::Completed;
    }
    for (const ResumeStep &step : plan->steps) {
        printLine(u"%1  %2"_s.arg(
            shortened(printable(step.name, LineBreaks::Fold), 24, Ellipsis::End).leftJustified(24),
            actionText(step)));
    }
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> stopExecution(Session *session)
{
    // What works at a service that was named has to be stopped there; else whatever answers will
    // do.
    const Result<void> ready = co_await session->connected();
    if (!ready && namesService(session->arguments().connection))
        co_return failWith(ready.error());
    const ExecutionId id(session->arguments().target);
    const Result<void> stopped = co_await session->workspace().stopExecution(id, session->token());
    if (!stopped)
        co_return failWith(stopped.error());
    if (!session->arguments().json)
        printNote(u"The execution has ended. What was finished is kept."_s);
    co_return ExitCode::Completed;
}

} // namespace renum::cli
