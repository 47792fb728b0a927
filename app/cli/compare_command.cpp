// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/comparison_text.h"
#include "app/cli/output.h"

namespace renum::cli {

namespace {

constexpr int ComparedEventPage = 500;

QCoro::Task<Result<RunFacts>> readFacts(Session *session, ExecutionId id)
{
    RunFacts facts;
    qint64 after = 0;
    while (true) {
        const Result<ExecutionEvents> events
            = co_await session->workspace().events(id, after, ComparedEventPage, session->token());
        if (!events)
            co_return events.error();
        for (const ExecutionEvent &event : *events)
            facts.apply(event);
        if (events->size() < ComparedEventPage)
            co_return Result<RunFacts>(std::move(facts));
        after = events->last().seq;
    }
}

} // namespace

QCoro::Task<ExitCode> compareExecutions(Session *session)
{
    const ExecutionId first(session->arguments().target);
    const Result<RunFacts> before = co_await readFacts(session, first);
    if (!before)
        co_return failWith(before.error());
    const ExecutionId second(session->arguments().otherTarget);
    const Result<RunFacts> after = co_await readFacts(session, second);
    if (!after)
        co_return failWith(after.error());
    const RunComparison comparison = compareRuns(*before, *after);
    if (session->arguments().json) {
        printJson(toJson(comparison));
        co_return ExitCode::Completed;
    }
    const QStringList lines = comparisonLines(comparison);
    for (const QString &line : lines)
        printLine(line);
    co_return ExitCode::Completed;
}

} // namespace renum::cli
