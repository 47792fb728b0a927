// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_records.h"

#include "core/engine/log_loader.h"
#include "core/model/log_texts.h"
#include "core/net/redact.h"
#include "core/net/redact_json.h"
#include "core/workflow/message_log.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>

namespace renum {

namespace {

using Take = std::function<void(const ExecutionEvent &)>;

/// Hands events to a fold that whoever asked keeps too.
template<typename Fold>
Take into(const std::shared_ptr<Fold> &fold)
{
    return [fold](const ExecutionEvent &event) { fold->apply(event); };
}

LogEntryList redacted(LogEntryList log)
{
    for (LogEntry &entry : log) {
        entry.message = redact(entry.message);
        entry.details = redactedJson(entry.details);
    }
    return log;
}

ExecutionErrorList redacted(ExecutionErrorList errors)
{
    for (ExecutionError &error : errors) {
        error.error.message = redact(error.error.message);
        error.details = redactedJson(error.details);
    }
    return errors;
}

// --- the log
// --------------------------------------------------------------------------------------

constexpr std::size_t MostCharacters = 4000; ///< of a text in a line

void shorten(Json &value)
{
    if (value.is_string()) {
        auto &text = value.get_ref<std::string &>();
        std::size_t end = MostCharacters;
        if (text.size() <= end)
            return;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end; // not within a character
        text.resize(end);
        text += "…";
    } else if (value.is_structured()) {
        for (Json &part : value)
            shorten(part);
    }
}

/// Whose sentence in the log has this text.
QStringList typesSaying(const QString &text)
{
    QStringList types;
    for (const LogKind &kind : logKinds()) {
        if (kind.words.contains(text, Qt::CaseInsensitive))
            types.append(kind.eventType);
    }
    return types;
}

QList<AgentId> agentsNamed(const Execution &execution, const QString &text)
{
    QList<AgentId> agents;
    for (const StepRecord &step : execution.steps) {
        if (step.name.contains(text, Qt::CaseInsensitive)
            || step.agentId.toString().contains(text, Qt::CaseInsensitive))
            agents.append(step.agentId);
    }
    return agents;
}

/// None when nothing can fit.
std::optional<LogFilter> filterOf(const LogQuery &query, const Execution &execution)
{
    LogFilter filter;
    for (const LogLevel level : { LogLevel::Debug, LogLevel::Info, LogLevel::Warning,
             LogLevel::Error, LogLevel::Critical }) {
        if (level >= query.atLeast && (query.levels.isEmpty() || query.levels.contains(level)))
            filter.levels.append(level);
    }
    if (filter.levels.isEmpty())
        return std::nullopt;
    if (query.levels.isEmpty() && query.atLeast == LogLevel::Debug)
        filter.levels.clear();
    filter.categories = query.categories;
    if (!query.agent.isEmpty())
        filter.agents = { query.agent };
    filter.since = query.since;
    const QStringList texts = searchedTexts(query.search);
    for (const QString &text : texts)
        filter.words.append({ text, typesSaying(text), agentsNamed(execution, text) });
    return filter;
}

} // namespace

ExecutionRecords::ExecutionRecords(Store *store, Clock *clock)
    : m_store(store)
    , m_scan(store)
    , m_dismissed(store)
    , m_clock(clock)
{
}

QCoro::Task<Result<ContextState>> ExecutionRecords::context(
    ExecutionId id, std::optional<int> version) const
{
    const Timestamp now = m_clock->now();
    const auto fold = std::make_shared<ContextAt>(version);
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->state(now);
}

QCoro::Task<Result<ContextVersions>> ExecutionRecords::contextHistory(ExecutionId id) const
{
    const auto fold = std::make_shared<ContextHistory>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->finish();
}

QCoro::Task<Result<std::vector<TeamMessage>>> ExecutionRecords::messages(
    ExecutionId id, MessageQuery query) const
{
    const auto fold = std::make_shared<MessageLog>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return fold->board().history(query);
}

QCoro::Task<Result<LogEntryList>> ExecutionRecords::logs(ExecutionId id, LogQuery query) const
{
    const Result<Execution> execution = co_await m_store->execution(id);
    if (!execution)
        co_return execution.error();
    const std::optional<LogFilter> filter = filterOf(query, *execution);
    if (!filter)
        co_return LogEntryList();
    const Result<QList<qint64>> page = co_await pageOf(id, query, *filter);
    if (!page)
        co_return page.error();
    QList<qint64> ascending = *page;
    std::ranges::sort(ascending);
    const Result<LogEntryList> entries = co_await m_scan.entries(id, ascending);
    if (!entries)
        co_return entries.error();
    LogEntryList log = redacted(*entries);
    if (query.order == LogQuery::Order::NewestFirst)
        std::ranges::reverse(log);
    co_return Result<LogEntryList>(std::move(log));
}

// As many hits as the page and what it leaves out take, from the side where it begins.
QCoro::Task<Result<QList<qint64>>> ExecutionRecords::pageOf(
    ExecutionId id, LogQuery query, LogFilter filter) const
{
    const bool newestFirst = query.order == LogQuery::Order::NewestFirst;
    const qsizetype offset = std::max(query.offset, 0);
    const qsizetype limit = std::clamp(query.limit, 1, LogQuery::MaxLimit);
    QList<qint64> found;
    LogStretch stretch { std::max<qint64>(query.afterId, 0) };
    if (newestFirst) {
        const LogStretch nothing { std::numeric_limits<qint64>::max() };
        const Result<LogHits> end = co_await m_scan.find(id, filter, nothing);
        if (!end)
            co_return end.error();
        stretch.upTo = end->last;
    }
    const qint64 first = stretch.after;
    while (found.size() < offset + limit) {
        if (newestFirst)
            stretch.after = std::max(first, stretch.upTo - LogHits::MostAtOnce);
        const Result<LogHits> hits = co_await m_scan.find(id, filter, stretch);
        if (!hits)
            co_return hits.error();
        if (newestFirst)
            std::copy(hits->lines.crbegin(), hits->lines.crend(), std::back_inserter(found));
        else
            found.append(hits->lines);
        if (newestFirst ? stretch.after <= first : hits->reached >= hits->last)
            break;
        if (newestFirst)
            stretch.upTo = stretch.after;
        else
            stretch.after = hits->reached;
    }
    co_return Result<QList<qint64>>(found.mid(offset, limit));
}

QCoro::Task<Result<LogHits>> ExecutionRecords::findInLog(
    ExecutionId id, LogFilter filter, LogStretch stretch) const
{
    return m_scan.find(id, std::move(filter), stretch);
}

QCoro::Task<Result<ExecutionEvents>> ExecutionRecords::logEvents(
    ExecutionId id, QList<qint64> seqs) const
{
    const Result<ExecutionEvents> stored = co_await m_scan.events(id, seqs);
    if (!stored)
        co_return stored.error();
    ExecutionEvents events = *stored;
    for (ExecutionEvent &event : events) {
        shorten(event.data);
        event.data = redactedJson(event.data);
    }
    co_return Result<ExecutionEvents>(std::move(events));
}

QCoro::Task<Result<LogEntryList>> ExecutionRecords::logEntries(
    ExecutionId id, QList<qint64> seqs) const
{
    const Result<LogEntryList> entries = co_await m_scan.entries(id, seqs);
    if (!entries)
        co_return entries.error();
    co_return Result<LogEntryList>(redacted(*entries));
}

QCoro::Task<Result<qint64>> ExecutionRecords::logSeqAt(ExecutionId id, Timestamp time) const
{
    return m_scan.seqAt(id, time);
}

QCoro::Task<Result<ExecutionErrorList>> ExecutionRecords::errors(ExecutionId id) const
{
    const auto fold = std::make_shared<ExecutionErrors>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    co_return redacted(fold->errors());
}

QCoro::Task<Result<AuditEntries>> ExecutionRecords::audit(ExecutionId id) const
{
    const auto fold = std::make_shared<ExecutionAudit>();
    const Take take = into(fold);
    const Result<void> read = co_await readMilestones(m_store, id, take);
    if (!read)
        co_return read.error();
    AuditEntries entries = fold->entries();
    for (AuditEntry &entry : entries)
        entry.details = redactedJson(entry.details);
    co_return Result<AuditEntries>(std::move(entries));
}

QCoro::Task<Result<QSet<QString>>> ExecutionRecords::dismissedErrors(ExecutionId id) const
{
    return m_dismissed.of(id);
}

QCoro::Task<Result<void>> ExecutionRecords::dismissError(
    ExecutionId id, QString error, bool dismissed) const
{
    return m_dismissed.set(id, error, dismissed);
}

} // namespace renum
