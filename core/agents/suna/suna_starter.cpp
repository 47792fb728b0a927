// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_starter.h"

#include "core/agents/suna/suna_calls.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_history.h"
#include "core/agents/suna/suna_v1_calls.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Kind = StartAnswer::Kind;

StartAnswer rejected(const Error &error)
{
    return { error.category == ErrorCategory::ResourceExhausted ? Kind::Busy : Kind::Rejected, {},
        error };
}

StartAnswer unknown(const Error &error)
{
    return { Kind::Unknown, {}, error };
}

/// A call before the start call failed: no run was started by us. Whether an *earlier* start took
/// effect stays open when the failure may pass.
StartAnswer beforeStart(const Error &error, bool repeated)
{
    return repeated && isTransient(error) ? unknown(error) : rejected(error);
}

} // namespace

StartAnswer startAnswerOf(const Error &error)
{
    const int status = httpStatusOf(error);
    // 408 comes from a middleman that gave up waiting, while the server may still be working.
    if (status >= 400 && status < 500 && status != 408)
        return rejected(error);
    const bool refused = surelyNotSent(error)
        || error.code == QLatin1StringView(code::UnexpectedRedirect)
        || error.code == QLatin1StringView(code::SunaUnauthorized);
    return refused ? rejected(error) : unknown(error);
}

SunaStarter::SunaStarter(
    SunaClient *client, SunaServer server, RunRequest request, std::stop_token stop)
    : m_client(client)
    , m_server(std::move(server))
    , m_request(std::move(request))
    , m_stop(std::move(stop))
{
}

QCoro::Task<Result<Json>> SunaStarter::call(SunaCall call)
{
    if (!m_client)
        co_return cancelledError();
    co_return co_await m_client->call(m_server, call, m_stop);
}

QCoro::Task<StartAnswer> SunaStarter::start()
{
    // V1 makes a thread only together with its first run.
    if (m_server.family == SunaFamily::V1 && m_request.thread.thread.isEmpty()) {
        const SunaCall post = initiateCall();
        co_return co_await postStart(post);
    }
    const Result<void> thread = co_await ensureThread();
    if (!thread)
        co_return beforeStart(thread.error(), m_request.repeated);
    bool withPrompt = true;
    if (m_request.repeated) {
        const Result<bool> there = co_await promptIsThere();
        if (!there)
            co_return beforeStart(there.error(), true);
        withPrompt = !*there;
    }
    // Up to V2a the prompt is added by a call of its own; the start works on what the thread holds.
    if (isEarlySuna(m_server.family) && withPrompt) {
        const Result<void> added = co_await addPrompt();
        if (!added)
            co_return beforeStart(added.error(), m_request.repeated);
    }
    const SunaCall post = startCall(withPrompt);
    co_return co_await postStart(post);
}

/// A thread of our own makes a start findable afterwards, so there is always one.
QCoro::Task<Result<void>> SunaStarter::ensureThread()
{
    if (!m_request.thread.thread.isEmpty())
        co_return Result<void>();
    const QString title = m_request.prompt.left(60);
    const Result<ThreadRef> made = co_await createSunaThread(m_client, m_server, title, m_stop);
    if (!made)
        co_return made.error();
    m_request.thread = *made;
    co_return Result<void>();
}

QCoro::Task<Result<bool>> SunaStarter::promptIsThere()
{
    const Result<std::vector<SunaMessage>> rows
        = co_await fetchSunaMessages(m_client, m_server, m_request.thread.thread, m_stop);
    if (!rows)
        co_return rows.error();
    co_return holdsPrompt(*rows, m_request.prompt);
}

QCoro::Task<Result<void>> SunaStarter::addPrompt()
{
    if (m_server.family == SunaFamily::V1)
        co_return co_await addV1Prompt(m_client, m_request.thread.thread, m_request.prompt, m_stop);
    Json body = Json::object();
    body["message"] = toJson(m_request.prompt);
    const QStringList path { u"threads"_s, m_request.thread.thread.toString(), u"messages"_s,
        u"add"_s };
    const SunaCall post = sunaPost(path, body);
    const Result<Json> answer = co_await call(post);
    if (!answer)
        co_return answer.error();
    co_return Result<void>();
}

SunaCall SunaStarter::initiateCall() const
{
    QList<QPair<QString, QString>> fields { { u"prompt"_s, m_request.prompt },
        { u"stream"_s, u"true"_s } };
    if (!m_request.agent.isEmpty())
        fields.append({ u"agent_id"_s, m_request.agent.toString() });
    if (!m_request.modelName.isEmpty())
        fields.append({ u"model_name"_s, m_request.modelName });
    return sunaPostForm({ u"agent"_s, u"initiate"_s }, fields);
}

SunaCall SunaStarter::startCall(bool withPrompt) const
{
    const QString thread = m_request.thread.thread.toString();
    if (isEarlySuna(m_server.family)) {
        Json body = Json::object();
        body["stream"] = true;
        if (!m_request.modelName.isEmpty())
            body["model_name"] = toJson(m_request.modelName);
        if (!m_request.agent.isEmpty())
            body["agent_id"] = toJson(m_request.agent.toString());
        return sunaPost({ u"thread"_s, thread, u"agent"_s, u"start"_s }, body);
    }
    QList<QPair<QString, QString>> fields { { u"thread_id"_s, thread } };
    const auto add = [&fields](const QString &name, const QString &value) {
        if (!value.isEmpty())
            fields.append({ name, value });
    };
    add(u"project_id"_s, m_request.thread.project.toString());
    add(u"prompt"_s, withPrompt ? m_request.prompt : QString());
    add(u"agent_id"_s, m_request.agent.toString());
    add(u"model_name"_s, m_request.modelName);
    return sunaPostForm({ u"agent"_s, u"start"_s }, fields);
}

QCoro::Task<StartAnswer> SunaStarter::postStart(SunaCall post)
{
    if (!m_client)
        co_return rejected(cancelledError());
    post.total = m_client->timings().start;
    const Result<Json> answer = co_await call(post);
    if (!answer)
        co_return startAnswerOf(answer.error());
    ThreadRef thread = readSunaThread(*answer).value_or(m_request.thread);
    if (thread.project.isEmpty() && thread.thread == m_request.thread.thread)
        thread.project = m_request.thread.project;
    const QString run = stringAt(*answer, "agent_run_id").value_or(QString());
    if (!run.isEmpty())
        co_return StartAnswer { Kind::Bound, { RunId(run), thread }, {} };
    const bool pending
        = m_server.family == SunaFamily::V2b && stringAt(*answer, "status") == u"pending"_s;
    const StartAnswer found = co_await lookUpRun(thread);
    // A run that is there already must not be begun once more.
    if (found.kind == Kind::Bound || !pending)
        co_return found;
    co_return co_await finishPending(thread);
}

/// V2b may accept a start before its thread is made; the run is begun by a second call, which is
/// refused with 409 until then (suna-api.md §4.4).
QCoro::Task<StartAnswer> SunaStarter::finishPending(ThreadRef thread)
{
    if (!m_client)
        co_return rejected(cancelledError());
    const SunaTimings timings = m_client->timings();
    Clock *const clock = m_client->clock();
    const auto until = clock->monotonic() + timings.start;
    const QStringList path { u"thread"_s, thread.thread.toString(), u"start-agent"_s };
    const SunaCall post = sunaPost(path, Json::object());
    for (;;) {
        const Result<Json> answer = co_await call(post);
        const QString run
            = answer ? stringAt(*answer, "agent_run_id").value_or(QString()) : QString();
        if (!run.isEmpty())
            co_return StartAnswer { Kind::Bound, { RunId(run), thread }, {} };
        if (answer)
            co_return co_await lookUpRun(thread);
        const bool early = httpStatusOf(answer.error()) == 409;
        if (!early)
            co_return startAnswerOf(answer.error());
        if (clock->monotonic() >= until)
            co_return unknown(answer.error());
        const Result<void> paused = co_await sleepFor(clock, timings.poll, m_stop);
        if (!paused || !m_client)
            co_return unknown(cancelledError());
    }
}

/// The service accepted, but did not name the run (`agent_run_id: null`): its thread's list does.
QCoro::Task<StartAnswer> SunaStarter::lookUpRun(ThreadRef thread)
{
    const Error unnamed = sunaInvalidAnswerError(200, u"agent_run_id"_s);
    const Result<QList<SunaRun>> runs
        = co_await fetchSunaRuns(m_client, m_server, thread.thread, m_stop);
    if (!runs || runs->isEmpty())
        co_return unknown(unnamed);
    co_return StartAnswer { Kind::Bound, { runs->constFirst().id, thread }, {} };
}

} // namespace renum
