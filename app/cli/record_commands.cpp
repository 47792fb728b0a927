// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/record_text.h"
#include "core/model/error_codes.h"

#include <QSaveFile>

#include <algorithm>
#include <iterator>

/// What an execution left: context, messages, log and failures.
namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

template<typename T, typename Lines>
void print(const T &item, bool json, Lines lines)
{
    if (json) {
        printJson(toJson(item));
        return;
    }
    for (const QString &line : lines(item))
        printLine(line);
}

Result<void> save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::FileUnreadable),
        u"The file %1 cannot be written: %2."_s.arg(path, file.errorString()),
        { { u"file"_s, path } } };
}

/// Everything that was asked for; with a limit, the latest of it.
QCoro::Task<Result<LogEntryList>> readLog(Session *session)
{
    const ExecutionId id(session->arguments().target);
    LogQuery query = session->arguments().logs;
    query.limit = LogQuery::MaxLimit;
    if (session->arguments().limitGiven) {
        query.limit = session->arguments().limit;
        query.order = LogQuery::Order::NewestFirst;
    }
    LogEntryList log;
    for (;;) {
        const Result<LogEntryList> page
            = co_await session->workspace().logs(id, query, session->token());
        if (!page)
            co_return page.error();
        std::ranges::copy(*page, std::back_inserter(log));
        if (session->arguments().limitGiven || int(page->size()) < query.limit)
            break;
        query.afterId = page->back().id;
    }
    std::ranges::sort(log, {}, &LogEntry::id);
    co_return Result<LogEntryList>(log);
}

} // namespace

QCoro::Task<ExitCode> showContext(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<ContextState> state = co_await session->workspace().context(
        id, session->arguments().contextVersion, session->token());
    if (!state)
        co_return failWith(state.error());
    print(*state, session->arguments().json, contextLines);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showContextHistory(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<ContextVersions> versions
        = co_await session->workspace().contextHistory(id, session->token());
    if (!versions)
        co_return failWith(versions.error());
    for (const ContextVersion &version : *versions)
        print(version, session->arguments().json, historyLines);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> listMessages(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const MessageQuery query = session->arguments().messages;
    const Result<std::vector<TeamMessage>> messages
        = co_await session->workspace().messages(id, query, session->token());
    if (!messages)
        co_return failWith(messages.error());
    // The latest were asked for; people read from the top.
    for (auto message = messages->crbegin(); message != messages->crend(); ++message)
        print(*message, session->arguments().json, messageLines);
    if (messages->empty() && !session->arguments().json)
        printNote(u"There are no such messages."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> showLog(Session *session)
{
    const Result<LogEntryList> log = co_await readLog(session);
    if (!log)
        co_return failWith(log.error());
    const QString file = session->arguments().exportFile;
    if (!file.isEmpty()) {
        const Result<void> saved = save(file, exported(*log, session->arguments().exportFormat));
        co_return saved ? ExitCode::Completed : failWith(saved.error());
    }
    for (const LogEntry &entry : *log)
        print(entry, session->arguments().json, logLines);
    if (log->empty() && !session->arguments().json)
        printNote(u"There are no such entries."_s);
    co_return ExitCode::Completed;
}

QCoro::Task<ExitCode> listErrors(Session *session)
{
    const ExecutionId id(session->arguments().target);
    const Result<ExecutionErrorList> errors
        = co_await session->workspace().executionErrors(id, session->token());
    if (!errors)
        co_return failWith(errors.error());
    for (const ExecutionError &error : *errors)
        print(error, session->arguments().json, errorLines);
    if (errors->empty() && !session->arguments().json)
        printNote(u"Nothing has failed."_s);
    co_return ExitCode::Completed;
}

} // namespace renum::cli
