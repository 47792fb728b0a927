// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_calls.h"

#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_log.h"
#include "core/agents/suna/suna_v1_calls.h"
#include "core/net/clock.h"

#include <QSet>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int AgentsPerPage = 100;
/// Against a server whose pages never end.
constexpr int MostAgentPages = 100;

QCoro::Task<Result<Json>> ask(
    QPointer<SunaClient> client, SunaServer server, SunaCall call, std::stop_token stop)
{
    if (!client)
        co_return cancelledError();
    co_return co_await client->call(server, call, stop);
}

/// Adds what is new of a page; false when nothing was.
bool addNewAgents(const QList<AgentInfo> &page, QList<AgentInfo> &agents, QSet<AgentId> &known)
{
    const qsizetype before = agents.size();
    for (const AgentInfo &agent : page) {
        if (known.contains(agent.id))
            continue;
        known.insert(agent.id);
        agents += agent;
    }
    return agents.size() > before;
}

} // namespace

QCoro::Task<Result<ThreadRef>> createSunaThread(
    QPointer<SunaClient> client, SunaServer server, QString title, std::stop_token stop)
{
    const QList<QPair<QString, QString>> fields { { u"name"_s, title } };
    const SunaCall post = sunaPostForm({ u"threads"_s }, fields);
    const Result<Json> answer = co_await ask(client, server, post, stop);
    if (!answer)
        co_return answer.error();
    const auto thread = readSunaThread(*answer);
    if (!thread)
        co_return sunaInvalidAnswerError(200, u"thread_id"_s);
    co_return *thread;
}

QCoro::Task<Result<std::vector<SunaMessage>>> fetchSunaMessages(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop)
{
    if (server.family == SunaFamily::V1)
        co_return co_await fetchV1Messages(client, thread, stop);
    // Without `optimized=false` the texts and the usage rows are left out (suna-api.md §3.3).
    const SunaQuery query { { u"order"_s, u"asc"_s }, { u"optimized"_s, u"false"_s } };
    const SunaCall get = sunaGet({ u"threads"_s, thread.toString(), u"messages"_s }, query);
    const Result<Json> answer = co_await ask(client, server, get, stop);
    if (!answer)
        co_return answer.error();
    auto list = readSunaMessages(*answer);
    if (!list || list->pending)
        co_return sunaInvalidAnswerError(200, u"messages"_s);
    co_return std::move(list->messages);
}

QCoro::Task<Result<std::vector<SunaMessage>>> fetchSunaRunRows(
    QPointer<SunaClient> client, SunaServer server, RunRef run, std::stop_token stop)
{
    if (!client)
        co_return cancelledError();
    if (server.family != SunaFamily::V1 || client->hasSupabase())
        co_return co_await fetchSunaMessages(client, server, run.thread.thread, stop);
    Result<std::vector<SunaMessage>> rows = co_await replayV1Run(client, server, run.run, stop);
    if (!rows)
        co_return rows;
    const Result<std::vector<SunaMessage>> usage
        = co_await fetchV1UsageLog(client, server, run.thread.thread, stop);
    // Without it the counts are unknown, which is no reason to lose the answer.
    if (usage)
        rows->insert(rows->end(), usage->cbegin(), usage->cend());
    co_return rows;
}

QCoro::Task<Result<SunaRun>> fetchSunaRun(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop)
{
    const SunaCall get = sunaGet({ u"agent-run"_s, run.toString() });
    const Result<Json> answer = co_await ask(client, server, get, stop);
    if (!answer)
        co_return answer.error();
    const auto read = readSunaRun(*answer);
    if (!read)
        co_return sunaInvalidAnswerError(200, u"status"_s);
    co_return *read;
}

QCoro::Task<Result<QList<SunaRun>>> fetchSunaRuns(
    QPointer<SunaClient> client, SunaServer server, ThreadId thread, std::stop_token stop)
{
    const SunaCall get = sunaGet({ u"thread"_s, thread.toString(), u"agent-runs"_s });
    const Result<Json> answer = co_await ask(client, server, get, stop);
    if (!answer)
        co_return answer.error();
    const auto runs = readSunaRuns(*answer);
    if (!runs)
        co_return sunaInvalidAnswerError(200, u"agent_runs"_s);
    co_return *runs;
}

QCoro::Task<Result<void>> requestSunaStop(
    QPointer<SunaClient> client, SunaServer server, RunId run, std::stop_token stop)
{
    const SunaCall post = sunaPost({ u"agent-run"_s, run.toString(), u"stop"_s }, Json::object());
    const Result<Json> answer = co_await ask(client, server, post, stop);
    if (!answer)
        co_return answer.error();
    co_return Result<void>();
}

QCoro::Task<Result<QList<AgentInfo>>> fetchSunaAgents(
    QPointer<SunaClient> client, SunaServer server, std::stop_token stop)
{
    QList<AgentInfo> agents;
    QSet<AgentId> known;
    for (int page = 1; page <= MostAgentPages; ++page) {
        const SunaQuery query { { u"page"_s, QString::number(page) },
            { u"limit"_s, QString::number(AgentsPerPage) } };
        const SunaCall get = sunaGet({ u"agents"_s }, query);
        const Result<Json> answer = co_await ask(client, server, get, stop);
        // Some servers fail on a page beyond the end (suna-api.md §2.1).
        const bool pastEnd = !answer && page > 1 && httpStatusOf(answer.error()) >= 400;
        if (pastEnd)
            break;
        if (!answer)
            co_return answer.error();
        const auto read = readSunaAgents(*answer);
        if (!read)
            co_return sunaInvalidAnswerError(200, u"agents"_s);
        const bool grew = addNewAgents(read->agents, agents, known);
        if (!grew || read->rows < AgentsPerPage)
            break;
    }
    qCDebug(lcSuna, "The server lists %lld agents", qlonglong(agents.size()));
    co_return agents;
}

} // namespace renum
