// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/record_text.h"
#include "core/model/error_statistics.h"
#include "core/workspace/execution_archive.h"

/// What many executions left: the audit log, and what went wrong.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

/// The latest that the filter takes, at most as many as its page holds; or the one that was named.
QCoro::Task<Result<QList<ExecutionId>>> executionsToRead(Session *session)
{
    const Arguments &arguments = session->arguments();
    QList<ExecutionId> ids;
    if (!arguments.target.isEmpty()) {
        ids.append(ExecutionId(arguments.target));
        co_return Result<QList<ExecutionId>>(ids);
    }
    ExecutionFilter filter = arguments.executions;
    const qsizetype most = filter.page.limit;
    ExecutionArchive *archive = session->workspace().executionArchive();
    for (;;) {
        const Result<Page<FoundExecution>> page = co_await archive->find(filter, session->token());
        if (!page)
            co_return page.error();
        for (const FoundExecution &found : page->items) {
            if (ids.size() < most)
                ids.append(found.execution.id);
        }
        if (ids.size() >= most || page->next.isEmpty())
            break;
        filter.page.after = page->next;
    }
    co_return Result<QList<ExecutionId>>(ids);
}

} // namespace

QCoro::Task<ExitCode> showAudit(Session *session)
{
    const Result<QList<ExecutionId>> executions = co_await executionsToRead(session);
    if (!executions)
        co_return failWith(executions.error());
    const Arguments &arguments = session->arguments();
    ExecutionArchive *archive = session->workspace().executionArchive();
    int printed = 0;
    for (const ExecutionId &id : *executions) {
        const Result<AuditEntries> entries = co_await archive->audit(id, session->token());
        if (!entries)
            co_return failWith(entries.error());
        for (const AuditEntry &entry : *entries) {
            if (!arguments.audit.takes(entry))
                continue;
            ++printed;
            if (arguments.json)
                printJson(toJson(entry));
            else
                printLine(auditLine(entry));
        }
    }
    if (printed == 0 && !arguments.json)
        printNote(u"The audit log says nothing about that."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showErrorStatistics(Session *session)
{
    const Result<QList<ExecutionId>> executions = co_await executionsToRead(session);
    if (!executions)
        co_return failWith(executions.error());
    ErrorStatistics statistics;
    for (const ExecutionId &id : *executions) {
        const Result<ExecutionErrorList> errors
            = co_await session->workspace().executionErrors(id, session->token());
        if (!errors)
            co_return failWith(errors.error());
        statistics.add(*errors);
    }
    if (session->arguments().json) {
        printJson(toJson(statistics));
        co_return ExitCode::Completed;
    }
    for (const QString &line : statisticsLines(statistics, int(executions->size())))
        printLine(line);
    co_return ExitCode::Completed;
}

} // namespace renum::cli
