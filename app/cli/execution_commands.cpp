// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/live_view.h"
#include "app/cli/output.h"
#include "app/cli/result_text.h"
#include "app/cli/terminal_text.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int EventPage = 500;

QString stateText(const Execution &execution)
{
    return execution.interrupted ? u"interrupted"_s : toString(execution.status);
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
                  "were finished; what had been received until then is stored."_s
                      .arg(execution.completedSteps)
                      .arg(execution.totalSteps));
    }
    if (!execution.errorMessage.isEmpty())
        printLine(u'\n' + printable(execution.errorMessage, LineBreaks::Fold));
    if (const QString text = resultText(execution); !text.isEmpty())
        printLine(u'\n' + text);
}

} // namespace

QCoro::Task<ExitCode> listExecutions(Session *session)
{
    ExecutionQuery query;
    query.page.limit = session->arguments().limit;
    const Result<Page<Execution>> page
        = co_await session->workspace().executions(query, session->token());
    if (!page)
        co_return failWith(page.error());
    for (const Execution &execution : page->items) {
        if (session->arguments().json)
            printJson(toJson(execution));
        else
            printExecutionRow(execution);
    }
    if (page->items.isEmpty() && !session->arguments().json)
        printNote(u"Nothing has run yet."_s);
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

} // namespace renum::cli
