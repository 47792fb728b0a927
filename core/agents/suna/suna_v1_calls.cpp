// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_v1_calls.h"

#include "core/agents/suna/linked_stop.h"
#include "core/agents/suna/suna_errors.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"
#include "core/net/sse_parser.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// As many as Supabase gives at a time.
constexpr int RowsPerPage = 1000;
/// Against tables and logs that never end.
constexpr int MostPages = 100;
constexpr int MostLogPages = 10;

SunaCall messagePageCall(const ThreadId &thread, int page)
{
    SunaCall get = sunaGet({ u"messages"_s },
        { { u"thread_id"_s, u"eq."_s + thread.toString() }, { u"type"_s, u"neq.cost"_s },
            { u"type"_s, u"neq.summary"_s }, { u"select"_s, u"*"_s },
            { u"order"_s, u"created_at.asc"_s } });
    const int from = page * RowsPerPage;
    get.headers.append(
        { "Range", QByteArray::number(from) + '-' + QByteArray::number(from + RowsPerPage - 1) });
    return get;
}

SunaCall insertPromptCall(const ThreadId &thread, const QString &prompt)
{
    Json content = Json::object();
    content["role"] = "user";
    content["content"] = toJson(prompt);
    Json row = Json::object();
    row["thread_id"] = toJson(thread.toString());
    row["type"] = "user";
    row["is_llm_message"] = true;
    // JSON inside a string, as Suna's own front end stores it.
    row["content"] = canonicalJson(content).toStdString();
    SunaCall post = sunaPost({ u"messages"_s }, row);
    post.headers.emplaceBack("Prefer", "return=representation");
    return post;
}

/// A line of the usage log, as the row that it was made from.
SunaMessage usageRow(const Json &entry)
{
    SunaMessage row = readSunaMessage(entry);
    row.type = u"assistant_response_end"_s;
    return row;
}

Error replayGoneError()
{
    return { ErrorCategory::AgentCrash, QString::fromLatin1(code::SunaRunLost),
        u"Suna no longer keeps what this run did. Enter the address and the public key of its "
        "Supabase to read older runs."_s };
}

Error stillOpenError()
{
    return { ErrorCategory::AgentTimeout, QString::fromLatin1(code::TotalTimeout),
        u"Suna did not finish repeating what a run did. Try again later."_s };
}

/// Collects the stored rows of a stream; chunks and words are none.
class RowCollector {
public:
    RowCollector()
        : m_parser([this](const SseEvent &event) { read(event.data); })
    {
    }
    RowCollector(const RowCollector &) = delete;
    RowCollector &operator=(const RowCollector &) = delete;

    [[nodiscard]] bool feed(QByteArrayView bytes) { return m_parser.feed(bytes); }
    [[nodiscard]] std::vector<SunaMessage> take() { return std::move(m_rows); }

private:
    void read(QByteArrayView data)
    {
        const Result<Json> event = parseJson(data, SunaLargeJson);
        if (!event || !event->is_object())
            return;
        SunaMessage row = readSunaMessage(*event);
        if (!row.id.isEmpty())
            m_rows.push_back(std::move(row));
    }

    SseParser m_parser;
    std::vector<SunaMessage> m_rows;
};

} // namespace

Error supabaseNeededError()
{
    const QString detail = u"the first generation of Suna (V1) keeps threads in Supabase only. "
                           "Enter the address and the public key of its Supabase, or update "
                           "Suna"_s;
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::SunaInvalidRequest),
        u"This is not possible: "_s + detail + u'.', { { u"detail"_s, detail } } };
}

QCoro::Task<Result<std::vector<SunaMessage>>> fetchV1Messages(
    QPointer<SunaClient> client, ThreadId thread, std::stop_token stop)
{
    std::vector<SunaMessage> messages;
    for (int page = 0; page < MostPages; ++page) {
        if (!client)
            co_return cancelledError();
        if (!client->hasSupabase())
            co_return supabaseNeededError();
        const SunaCall get = messagePageCall(thread, page);
        const Result<Json> rows = co_await client->callSupabase(get, stop);
        if (!rows)
            co_return rows.error();
        if (!rows->is_array())
            co_return sunaInvalidAnswerError(200, u"messages"_s);
        for (const Json &row : *rows) {
            if (row.is_object())
                messages.push_back(readSunaMessage(row));
        }
        if (rows->size() < RowsPerPage)
            break;
    }
    co_return messages;
}

QCoro::Task<Result<void>> addV1Prompt(
    QPointer<SunaClient> client, ThreadId thread, QString prompt, std::stop_token stop)
{
    if (!client)
        co_return cancelledError();
    if (!client->hasSupabase())
        co_return supabaseNeededError();
    const SunaCall post = insertPromptCall(thread, prompt);
    const Result<Json> answer = co_await client->callSupabase(post, stop);
    if (!answer)
        co_return answer.error();
    co_return Result<void>();
}

QCoro::Task<Result<std::vector<SunaMessage>>> replayV1Run(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop)
{
    if (!client)
        co_return cancelledError();
    RowCollector rows;
    HttpStreamHandler handler;
    handler.onBytes = [&rows](QByteArrayView bytes) { return rows.feed(bytes); };
    // The run has ended, so the service closes by itself; a stream that stays open is broken.
    std::stop_source tooLate;
    const auto limit = client->timings().request;
    const auto timer = client->clock()->startTimer(limit, [&tooLate] { tooLate.request_stop(); });
    const LinkedStop either(stop, tooLate.get_token());
    const std::stop_token ends = either.token();
    const QByteArray fromTheStart;
    const Result<HttpStreamEnd> ended
        = co_await client->stream(server, run, fromTheStart, handler, ends);
    if (!ended && tooLate.stop_requested() && !stop.stop_requested())
        co_return stillOpenError();
    if (!ended)
        co_return ended.error();
    if (ended->reply.status != 200)
        co_return sunaHttpError(ended->reply);
    std::vector<SunaMessage> found = rows.take();
    if (found.empty())
        co_return replayGoneError();
    co_return found;
}

QCoro::Task<Result<std::vector<SunaMessage>>> fetchV1UsageLog(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop)
{
    std::vector<SunaMessage> rows;
    for (int page = 0; page < MostLogPages; ++page) {
        if (!client)
            co_return cancelledError();
        const SunaQuery query { { u"page"_s, QString::number(page) },
            { u"items_per_page"_s, QString::number(RowsPerPage) } };
        const SunaCall get = sunaGet({ u"billing"_s, u"usage-logs"_s }, query);
        const Result<Json> answer = co_await client->call(server, get, stop);
        if (!answer)
            co_return answer.error();
        const Json *logs = memberAt(*answer, "logs");
        if (!logs || !logs->is_array())
            co_return sunaInvalidAnswerError(200, u"logs"_s);
        for (const Json &entry : *logs) {
            if (stringAt(entry, "thread_id") == thread.toString())
                rows.push_back(usageRow(entry));
        }
        if (!boolAt(*answer, "has_more").value_or(false))
            break;
    }
    co_return rows;
}

} // namespace renum
